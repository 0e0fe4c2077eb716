import { settings } from './config';
import type { Setting } from './settings';

/** docs/settings.md: every setting, in Markdown. */
export function settingsPage(): string {
  return `# Settings

<!-- Printed from src/config.ts by \`npm run docs\`. -->

Interurban takes its settings from environment variables. None is needed: \`npm start\` works without any. A variable that is
empty counts as unset. A wrong one ends the program with a line that names it, tells what was expected and what was got.

${table([['Variable', 'Default', 'Expected', 'What it does'], ...Object.values(settings).map(row)])}`;
}

const row = (setting: Setting<unknown>): string[] => [
  `\`${setting.name}\``,
  setting.default === undefined ? '' : `\`${setting.default}\``,
  setting.expected,
  setting.description,
];

/** A Markdown table, its columns aligned as prettier does it. */
function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  const line = (cells: string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |\n`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('');
}

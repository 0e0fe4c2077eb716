import { settings } from './config';
import { markdownTable } from './markdown';
import type { Setting } from './settings';

/** docs/settings.md: every setting, in Markdown. */
export function settingsPage(): string {
  return `# Settings

<!-- Printed from src/config.ts by \`npm run docs\`. -->

Interurban takes its settings from environment variables. None is needed: \`npm start\` works without any. A variable that is
empty counts as unset. A wrong one ends the program with a line that names it, tells what was expected and what was got.

${markdownTable([['Variable', 'Default', 'Expected', 'What it does'], ...Object.values(settings).map(row)])}
## The embedded PostgreSQL

It runs while a program uses its data directory, a server or a command such as \`interurban import\`, and stops with the last one.
Everything it has is in the folder \`postgres\` of the data directory: \`data\`, its log, and \`run\` with its socket, for
\`psql -h "$PWD/.interurban/postgres/run" -U postgres\`. Its own settings go into \`data/postgresql.conf\`.

PostgreSQL refuses to run as root. Root's runs as the user \`postgres\`, \`node\` or \`nobody\`; where that user cannot enter the data
directory, \`postgres\` is a link to a folder below \`/var/lib/interurban\`.
`;
}

const row = (setting: Setting<unknown>): string[] => [
  `\`${setting.name}\``,
  setting.default === undefined ? '' : `\`${setting.default}\``,
  setting.expected,
  setting.description,
];

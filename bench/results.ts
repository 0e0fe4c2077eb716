import fs from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../src/project-root';

const FILE = path.join(PROJECT_ROOT, 'bench/RESULTS.md');

/** The text, and sections after it: each begins with its heading. */
const read = (): string[] => fs.readFileSync(FILE, 'utf8').split(/^(?=## )/m);

const write = (parts: readonly string[]): void =>
  fs.writeFileSync(FILE, `${parts.map((part) => part.trim()).join('\n\n')}\n`);

/** Writes what stands before all sections of bench/RESULTS.md. */
export const writeBeginning = (text: string): void => write([text, ...read().slice(1)]);

/** Writes one section of bench/RESULTS.md; the others stay as they are. */
export function writeSection(title: string, text: string): void {
  const heading = `## ${title}\n`;
  const parts = read();
  const index = parts.findIndex((part) => part.startsWith(heading));
  parts.splice(index < 0 ? parts.length : index, 1, `${heading}\n${text}`);
  write(parts);
}

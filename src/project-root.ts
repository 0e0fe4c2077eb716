import { existsSync } from 'node:fs';
import path from 'node:path';

function findRoot(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : findRoot(path.dirname(folder));
}

/** The folder of the program, which has data/ and dist/ in it: the same whether the sources run, or what they were compiled to. */
export const PROJECT_ROOT = findRoot(__dirname);

import { readdir } from 'node:fs/promises';
import path from 'node:path';

// Beside the sources when we run from these, else beside the compiled code.
const FOLDER = path.join(__dirname, '../../migrations');
const EXTENSION = path.extname(__filename);

/** The files of all migrations, as TypeORM finds them. */
export const MIGRATION_FILES = path.join(FOLDER, `*${EXTENSION}`);

/** The timestamps that migrations' files and classes are named by, and TypeORM notes when they have run. */
export async function migrationTimestamps(): Promise<string[]> {
  const files = (await readdir(FOLDER)).filter((file) => path.extname(file) === EXTENSION);
  return files.map((file) => file.slice(0, file.indexOf('-')));
}

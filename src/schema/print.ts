import fs from 'node:fs/promises';
import path from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { mergedSchema } from './merged';

const HEADER = '# Printed from the code by `interurban schema print`: change the classes in src/subgraphs instead.\n\n';

/** The file of the merged schema. */
export const SCHEMA_FILE = 'schema.graphql';

/** The whole API as SDL: sorted, so that the same schema gives the same text, however its modules are put together. */
export const printMergedSchema = (): string => `${HEADER}${printSchema(lexicographicSortSchema(mergedSchema()))}\n`;

/**
 * Writes the schemas into a folder, which is made where there is none.
 * @returns the paths of the files
 */
export async function printSchemas(folder: string): Promise<string[]> {
  const file = path.join(folder, SCHEMA_FILE);
  await fs.mkdir(folder, { recursive: true });
  await fs.writeFile(file, printMergedSchema());
  return [file];
}

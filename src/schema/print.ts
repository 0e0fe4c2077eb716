import fs from 'node:fs/promises';
import path from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { MODULES } from '../subgraphs/owned-by';
import { compose, subgraphsOf, type Subgraph } from './compose';
import { GROUPINGS } from './groupings';
import { mergedSchema } from './merged';

const HEADER = '# Printed from the code by `interurban schema print`: change the classes in src/subgraphs instead.\n\n';

/** The file of the merged schema. */
export const SCHEMA_FILE = 'schema.graphql';

/** The whole API as SDL: sorted, so that the same schema gives the same text, however its modules are put together. */
export const printMergedSchema = (): string => `${HEADER}${printSchema(lexicographicSortSchema(mergedSchema()))}\n`;

const GATEWAY_PORT = 4000;

/** Where `npm run federation` serves a subgraph: behind its gateway's port, one for each module, whether or not it owns something yet. */
export const localUrl = (name: string, gatewayPort = GATEWAY_PORT): string =>
  `http://127.0.0.1:${gatewayPort + 1 + (MODULES as readonly string[]).indexOf(name)}/graphql`;

/** One subgraph for each module that owns something, at the addresses of `npm run federation`. */
export const localSubgraphs = (gatewayPort?: number): Subgraph[] =>
  subgraphsOf(mergedSchema(), GROUPINGS.sliced, (name) => localUrl(name, gatewayPort));

/** The whole graph as one subgraph, at the address of `npm run federation -- --merged`. */
export const localMerged = (gatewayPort?: number): Subgraph =>
  subgraphsOf(mergedSchema(), GROUPINGS.merged, () => localUrl(MODULES[0], gatewayPort))[0]!;

/** All files of the folder `schema`, by their path in it. */
export function printedFiles(): Record<string, string> {
  const sliced = localSubgraphs();
  return {
    [SCHEMA_FILE]: printMergedSchema(),
    'supergraph.graphql': `${HEADER}${compose(sliced).sdl}`,
    ...Object.fromEntries(
      [localMerged(), ...sliced].map(({ name, sdl }) => [path.join('subgraphs', `${name}.graphql`), `${HEADER}${sdl}`]),
    ),
  };
}

/**
 * Writes the schemas into a folder, which is made where there is none.
 * @returns the paths of the files
 */
export async function printSchemas(folder: string): Promise<string[]> {
  const files = Object.entries(printedFiles());
  await fs.mkdir(path.join(folder, 'subgraphs'), { recursive: true });
  for (const [file, text] of files) await fs.writeFile(path.join(folder, file), text);
  return files.map(([file]) => path.join(folder, file));
}

import path from 'node:path';
import type { ClientBase } from 'pg';
import { createDrafts, DRAFTS, draftColumns, identifyDrafts, stageDrafts } from '../city-drafts';
import { copyRows } from '../copy';
import type { FileFindings } from '../findings';
import { readingProgress } from '../import-package';
import { statOf } from '../package-files';
import type { OnBytes } from '../read-file';
import type { ImportReport } from '../report';
import { runImport, type ImportOptions } from '../run';
import { stageSource } from '../source-row';
import type { Staging } from '../staging';
import { checkEdges, createEdges, edgeColumns, edgeRows, EDGES, stageEdges } from './edges';
import { GraphFileError, type GraphItem } from './graph-items';
import { findLostCountries } from './nearest-country';
import { nodeDrafts } from './nodes';
import { readGraph } from './read-graph';

export interface GraphOptions extends ImportOptions {
  /** The kind of collaboration that an edge is. Default: TWINNING. */
  kind?: string;
  /** Where the graph is from. Default: the file's name. */
  sourceName?: string;
  /** The source's address. */
  sourceUrl?: string;
}

/** Whether a file is a graph by its name. */
export const isGraphFile = (file: string): boolean => /\.(gexf|graphml)(\.gz)?$/i.test(file);

/**
 * Imports a GEXF or GraphML file, which may be compressed: nodes are cities, recognised by their Wikidata or GeoNames
 * ids; edges are collaborations of one kind. What is known of a city already stays as it is.
 * @throws InterurbanError as importPackage does
 */
export async function importGraph(client: ClientBase, file: string, options: GraphOptions = {}): Promise<ImportReport> {
  const { size } = await statOf(file);
  // Nodes and edges may alternate, and are read one after another.
  const onBytes = readingProgress([Number(size), Number(size)], options);
  return runImport(client, (staging) => stageGraph(staging, file, onBytes, options), options);
}

async function stageGraph(staging: Staging, file: string, onBytes: OnBytes, options: GraphOptions): Promise<void> {
  const { kind = 'TWINNING', sourceName, sourceUrl: url } = options;
  const { client } = staging;
  const name = path.basename(file);
  const source = await stageSource(staging, name, { name: sourceName ?? name, url });
  await createDrafts(staging);
  const cities = await staging.add('cities', `${name}, nodes`, 'fill');
  const collaborations = await staging.add('collaborations', `${name}, edges`, 'fill');
  const participants = await staging.add('collaboration-participants', `${name}, edges`, 'fill');
  const items = (findings: FileFindings): AsyncGenerator<GraphItem> => untilFailure(readGraph(file, onBytes), findings);
  await copyRows(client, DRAFTS, draftColumns, nodeDrafts(items(cities.findings), cities.findings));
  await identifyDrafts(staging);
  await findLostCountries(client);
  await createEdges(staging);
  if (cities.findings.count === cities.findings.refusedRows)
    await copyRows(client, EDGES, edgeColumns, edgeRows(items(collaborations.findings)));
  await stageDrafts(staging, cities, source);
  await checkEdges(staging, cities.findings.count === 0);
  await stageEdges(staging, collaborations, participants, { kind, source });
}

/** What is wrong with the file itself becomes a finding, where reading ends. */
async function* untilFailure(items: AsyncIterable<GraphItem>, findings: FileFindings): AsyncGenerator<GraphItem> {
  try {
    yield* items;
  } catch (error) {
    if (!(error instanceof GraphFileError)) throw error;
    findings.add({ value: error.got, expected: error.expected });
  }
}

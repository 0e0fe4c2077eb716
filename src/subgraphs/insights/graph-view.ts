import type { GraphQLResolveInfo } from 'graphql';
import sql from 'sql-template-tag';
import type { Reader } from '../../data/reader';
import { fromGlobalId, toGlobalId } from '../../graphql/global-id';
import { nodeOf } from '../../insights/graph/graph';
import type { AnalysedGraph } from '../../insights/engine';
import type { Answers, Question } from '../../insights/questions';
import { numberOf, slugOf } from '../../insights/store/tables';
import type { Context } from '../context';
import { callersError } from './errors';
import { engineFilter } from './engine-filter';
import type { GraphFilter } from './graph-filter';

type Asking = Pick<Context, 'graphs' | 'reader' | 'position'>;

// A field that many cities have asks for one graph.
const views = new WeakMap<Reader, Map<unknown, Promise<AnalysedGraph>>>();

/**
 * The graph that a field asks for, with the viewer's eyes; the same for all parents of the field.
 * @throws GRAPH_VERSION_GONE
 */
export function readGraph(
  filter: GraphFilter | null,
  version: string | null,
  { graphs, reader, position }: Asking,
  info: GraphQLResolveInfo,
): Promise<AnalysedGraph> {
  const ofOperation = views.get(reader) ?? new Map<unknown, Promise<AnalysedGraph>>();
  views.set(reader, ofOperation);
  const known = ofOperation.get(info.fieldNodes);
  if (known) return known;
  const reading = graphOf(filter, version, { graphs, reader, position });
  ofOperation.set(info.fieldNodes, reading);
  return reading;
}

/** The graph that a filter makes, with the viewer's eyes. @throws GRAPH_VERSION_GONE */
export async function graphOf(
  filter: GraphFilter | null,
  version: string | null,
  { graphs, reader, position }: Asking,
): Promise<AnalysedGraph> {
  try {
    const tables = await graphs.tables(version ?? undefined, position);
    // What is read beside it must know of all that is in it: what is hidden of it, above all.
    reader.keepUpWith(tables.written);
    return await graphs.graph(await engineFilter(filter, tables, reader), tables.version);
  } catch (error) {
    throw callersError(error);
  }
}

/** @throws GRAPH_QUESTION_TOO_LARGE */
export async function ask<Q extends Question>(
  graph: AnalysedGraph,
  question: Q,
  { graphs, signal }: Pick<Context, 'graphs' | 'signal'>,
): Promise<Answers[Q['name']]> {
  try {
    return await graphs.run(graph, question, { signal });
  } catch (error) {
    throw callersError(error);
  }
}

/** The node of the city with a global id; undefined where it has no link. @throws INVALID_ID */
export async function nodeOfCity(
  { derived, tables }: AnalysedGraph,
  id: string,
  { reader }: Pick<Context, 'reader'>,
): Promise<number | undefined> {
  const { slug } = fromGlobalId(id, 'City');
  const [row] = await reader.rows(sql`SELECT c.id FROM city c WHERE c.slug = ${slug}
    UNION ALL SELECT f.city_id FROM city_former_key f WHERE f.scheme = 'SLUG' AND f.value = ${slug}`);
  return row && nodeOfRow({ derived, tables }, row[0] as number);
}

/** The node of the city with a row id; undefined where it has no link here. */
export function nodeOfRow(
  { derived, tables }: Pick<AnalysedGraph, 'derived' | 'tables'>,
  city: number,
): number | undefined {
  const number = numberOf(tables, city);
  return number === undefined ? undefined : nodeOf(derived.graph, number);
}

/** The row id of the city of a node. */
export const cityOf = ({ derived, tables }: AnalysedGraph, node: number): number =>
  tables.cities[derived.graph.ids[node]!]!;

/** The global id of the city with this number. */
export const cityIdOf = ({ tables }: AnalysedGraph, city: number): string => toGlobalId('City', slugOf(tables, city));

const DAY = 86_400_000;

/** A number of days since 1970-01-01 as a date. */
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

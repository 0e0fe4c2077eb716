import sql, { type Sql } from 'sql-template-tag';
import type { Reader } from '../../data/reader';
import { scopeKey } from '../../data/scope';
import { fromGlobalId } from '../../graphql/global-id';
import type { GraphFilter as EngineFilter } from '../../insights/store/filter';
import type { GraphTables } from '../../insights/store/tables';
import { cityFilter } from '../cities';
import { isVisible } from '../solutions';
import { GraphLayer } from './enums';
import type { GraphFilter } from './graph-filter';

/** Row ids that a filter stands for. */
type Chosen = Pick<EngineFilter, 'networks' | 'initiatives' | 'cities'>;

/** What filters stood for when they were first asked for of a version, by what they say: asked again, it is the same graph. */
const chosenOf = new WeakMap<GraphTables, Map<string, Promise<Chosen>>>();
/** The solutions that were hidden from viewers then. */
const hiddenOf = new WeakMap<GraphTables, Map<string, Promise<number[]>>>();

/** What the engine needs to know of a filter, read with the viewer's eyes. */
export async function engineFilter(
  filter: GraphFilter | null,
  tables: GraphTables,
  reader: Reader,
): Promise<EngineFilter> {
  const layers = filter?.layers ?? [GraphLayer.COLLABORATION];
  const [chosen, hiddenSolutions] = await Promise.all([
    chosenBy(filter, tables, reader),
    layers.includes(GraphLayer.ADOPTION) ? hiddenSolutionsOf(tables, reader) : undefined,
  ]);
  return {
    layers,
    kinds: filter?.kinds ?? undefined,
    since: dayOf(filter?.since),
    until: dayOf(filter?.until),
    includeUndated: filter?.includeUndated ?? false,
    ...chosen,
    hiddenSolutions,
  };
}

const DAY = 86_400_000;

const dayOf = (date: string | null | undefined): number | undefined =>
  date == null ? undefined : Date.parse(date) / DAY;

async function chosenBy(filter: GraphFilter | null, tables: GraphTables, reader: Reader): Promise<Chosen> {
  const { networks, initiatives, cities } = filter ?? {};
  const text = JSON.stringify([networks, initiatives, cities]);
  // Who has solutions that fit goes by the viewer's rights, which are always those of now.
  if (text.includes('"hasSolutions":')) return readChosen({ networks, initiatives, cities }, reader);
  return remembered(chosenOf, tables, text, () => readChosen({ networks, initiatives, cities }, reader));
}

async function readChosen(
  { networks, initiatives, cities }: Pick<GraphFilter, 'networks' | 'initiatives' | 'cities'>,
  reader: Reader,
): Promise<Chosen> {
  const [networkIds, initiativeIds, cityIds] = await Promise.all([
    rowsOf(networks, 'Network', reader),
    rowsOf(initiatives, 'Initiative', reader),
    cities && column(reader, sql`SELECT c.id FROM city c WHERE ${cityFilter.sql(cities, 'c', reader.viewer)}`),
  ]);
  return { networks: networkIds, initiatives: initiativeIds, cities: cityIds ?? undefined };
}

/** Row ids of these; of what is not there there is none. */
async function rowsOf(
  ids: readonly string[] | null | undefined,
  type: 'Network' | 'Initiative',
  reader: Reader,
): Promise<number[] | undefined> {
  if (ids == null) return undefined;
  const slugs = ids.map((id) => fromGlobalId(id, type).slug);
  return column(
    reader,
    type === 'Network'
      ? sql`SELECT n.id FROM network n WHERE n.slug = ANY (${slugs}::text[])`
      : sql`SELECT i.id FROM initiative i WHERE i.slug = ANY (${slugs}::text[])`,
  );
}

/**
 * The solutions whose adoptions are no links, as the viewer may not see them: now, or when the version was first asked for. So what
 * is closed to the viewer is in no version any more, and what is opened changes none that was cited.
 */
async function hiddenSolutionsOf(tables: GraphTables, reader: Reader): Promise<number[]> {
  const now = column(
    reader,
    sql`SELECT s.id FROM solution s WHERE NOT (${isVisible('s', reader.viewer)})
      AND EXISTS (SELECT FROM adoption a WHERE a.solution_id = s.id) ORDER BY s.id`,
  );
  const then = await remembered(hiddenOf, tables, scopeKey(reader.viewer), () => now);
  return [...new Set([...then, ...(await now)])];
}

/** What was first read for a version under a name. What could not be read, as its caller left meanwhile, is read again. */
function remembered<T>(
  memory: WeakMap<GraphTables, Map<string, Promise<T>>>,
  tables: GraphTables,
  name: string,
  read: () => Promise<T>,
): Promise<T> {
  const ofVersion = memory.get(tables) ?? new Map<string, Promise<T>>();
  memory.set(tables, ofVersion);
  const known = ofVersion.get(name);
  if (known) return known.catch(() => remembered(memory, tables, name, read));
  const reading = read();
  ofVersion.set(name, reading);
  reading.catch(() => ofVersion.delete(name));
  return reading;
}

const column = async (reader: Reader, statement: Sql): Promise<number[]> =>
  (await reader.rows(statement)).map(([id]) => id as number);

import type { ClientBase } from 'pg';
import { InterurbanError } from '../../errors';
import { copyRows, type CopyRow } from '../copy';
import { Figures } from './figures';
import { readResults } from './read-results';

export interface ResultsOptions {
  /** The version of the graph that was exported and analysed. */
  graphVersion: string;
  /** Who computed the results, and how. */
  sourceName: string;
  sourceUrl?: string;
  /** Whether to check everything and change nothing. Default: false. */
  dryRun?: boolean;
}

export interface ResultsReport {
  /** How many cities have a figure, by its name. */
  counts: ReadonlyMap<string, number>;
  /** The first 50, a line each. With any, nothing was changed. */
  problems: readonly string[];
  problemCount: number;
}

const STAGED = 'import_figure';

/**
 * Attaches figures of cities to the version of the graph that they were computed of, in one transaction. Figures that are there of the
 * same names and version are replaced.
 * @throws InterurbanError GRAPH_VERSION for a version that has not been yet; IMPORT_PATH, IMPORT_FILE
 */
export async function importResults(client: ClientBase, from: string, options: ResultsOptions): Promise<ResultsReport> {
  await client.query('BEGIN');
  try {
    await checkVersion(client, options.graphVersion);
    const figures = new Figures(await citiesBySlug(client));
    await client.query(
      `CREATE TEMP TABLE ${STAGED} (name text, city_id integer, value double precision) ON COMMIT DROP`,
    );
    await copyRows(client, STAGED, ['name', 'city_id', 'value'], rows(from, figures));
    const { counts, problems, problemCount } = figures;
    const isKept = problemCount === 0 && !options.dryRun;
    if (isKept) await attach(client, options);
    await client.query(isKept ? 'COMMIT' : 'ROLLBACK');
    return { counts, problems, problemCount };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function* rows(from: string, figures: Figures): AsyncGenerator<CopyRow> {
  for await (const row of readResults(from))
    for (const { name, city, value } of figures.of(row)) yield [name, city, value];
}

async function checkVersion(client: ClientBase, version: string): Promise<void> {
  const { rows } = await client.query<{ head: string }>('SELECT head::text FROM event_log');
  const [{ head }] = rows as [{ head: string }];
  if (/^\d{1,18}$/.test(version) && BigInt(version) <= BigInt(head)) return;
  throw new InterurbanError(
    'GRAPH_VERSION',
    `--graph-version: expected the version that the export named, from 0 to ${head}, got ${JSON.stringify(version)}.`,
  );
}

async function citiesBySlug(client: ClientBase): Promise<Map<string, number>> {
  const { rows } = await client.query<{ slug: string; id: number }>('SELECT slug, id FROM city');
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}

async function attach(client: ClientBase, { graphVersion, sourceName, sourceUrl }: ResultsOptions): Promise<void> {
  const values = [graphVersion, sourceName, sourceUrl ?? null];
  await client.query(
    `DELETE FROM graph_result r USING (SELECT DISTINCT name FROM ${STAGED}) s WHERE r.name = s.name AND r.version = $1`,
    [graphVersion],
  );
  await client.query(
    `INSERT INTO graph_result (name, version, source, source_url)
     SELECT DISTINCT name COLLATE "C", $1::bigint, $2, $3 FROM ${STAGED} ORDER BY 1`,
    values,
  );
  await client.query(
    `INSERT INTO graph_result_value (city_id, result_id, value)
     SELECT s.city_id, r.id, s.value FROM ${STAGED} s JOIN graph_result r ON r.name = s.name AND r.version = $1`,
    [graphVersion],
  );
}

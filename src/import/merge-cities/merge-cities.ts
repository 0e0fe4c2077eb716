import type { ClientBase } from 'pg';
import { InterurbanError } from '../../errors';
import { takeTurn } from '../run';
import { steps, type Step } from './steps';

/** What became of what the former city had: how many of each were moved, and how many the city had already. */
export interface MergeReport {
  counts: { what: string; moved: number; dropped: number }[];
  /** What now leads to the city that stayed: `WIKIDATA Q1`. */
  formerKeys: string[];
}

interface CityRow {
  id: number;
  slug: string;
  country_id: number;
}

/** What a city can lack, and then gets from the one that becomes part of it; the position in one piece. */
const FILLED = ['region', 'population', 'source_id'];

const KEYS: Readonly<Record<string, string>> = {
  WIKIDATA: 'wikidata_id',
  GEONAMES: 'geonames_id',
  UNLOCODE: 'unlocode',
  CDP: 'cdp_id',
  GCOM: 'gcom_id',
};

/**
 * Makes one city of two that are the same, in one transaction: what the former one has goes over to the other one, and whoever asks
 * for one of its keys from then on finds the other one. Where both have a record of the same thing, that of the city that stays
 * counts. Everything that changes is told in the log of events.
 * @param former the slug of the city that becomes part of the other one
 * @param into the slug of the city that stays
 * @throws InterurbanError MERGE_REFUSED where one of them is not there, or they cannot be the same
 */
export async function mergeCities(
  client: ClientBase,
  former: string,
  into: string,
  { dryRun = false } = {},
): Promise<MergeReport> {
  await client.query('BEGIN');
  try {
    await client.query('SET LOCAL statement_timeout = 0; SET CONSTRAINTS ALL DEFERRED');
    await takeTurn(client);
    const pair = await lockBoth(client, former, into);
    const counts = new Map<string, { what: string; moved: number; dropped: number }>();
    for (const step of steps) {
      const { what, outcome } = step;
      const count = counts.get(what) ?? { what, moved: 0, dropped: 0 };
      count[outcome] += await take(client, step, pair);
      counts.set(what, count);
    }
    const formerKeys = await keepKeys(client, pair);
    await tell(client, 'City', 'CITY_CHANGED', [former, into]);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE; SELECT count_untold_change()');
    await client.query(dryRun ? 'ROLLBACK' : 'COMMIT');
    return { counts: [...counts.values()], formerKeys };
  } catch (error) {
    // Where the connection is gone, the server has rolled back, and the first error is the one to tell.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

type Pair = readonly [former: number, into: number];

async function lockBoth(client: ClientBase, former: string, into: string): Promise<Pair> {
  const { rows } = await client.query<CityRow>(
    'SELECT id, slug, country_id FROM city WHERE slug = ANY ($1) ORDER BY id FOR UPDATE',
    [[former, into]],
  );
  const [from, to] = [former, into].map((slug) => rows.find((row) => row.slug === slug));
  if (former === into) throw refused('two cities', `"${into}" twice`);
  if (!from || !to) throw refused('the ids of two cities', `"${from ? into : former}", which no city has`);
  if (from.country_id !== to.country_id) throw refused('two cities of one country', `"${former}" and "${into}"`);
  return [from.id, to.id];
}

async function take(client: ClientBase, { tells, sql }: Step, pair: Pair): Promise<number> {
  const { rows } = await client.query<{ slug: string | null }>(sql, [...pair]);
  if (tells) await tell(client, tells.subject, tells.type, rows.flatMap(({ slug }) => slug ?? [])); // prettier-ignore
  return rows.length;
}

async function tell(client: ClientBase, subject: string, type: string, slugs: string[]): Promise<void> {
  await client.query(
    `INSERT INTO event_inbox (type, subject_type, subject_slug) SELECT $1, $2, slug FROM unnest($3::text[]) slug`,
    [type, subject, slugs],
  );
}

/** Removes the former city; what it had and the other one lacks goes over, and its keys lead there. */
async function keepKeys(client: ClientBase, pair: Pair): Promise<string[]> {
  await client.query('UPDATE city_former_key SET city_id = $2 WHERE city_id = $1', [...pair]);
  const columns = [...FILLED, ...Object.values(KEYS), 'latitude', 'longitude'];
  await client.query('CREATE TEMP TABLE former_city ON COMMIT DROP AS SELECT * FROM city WHERE id = $1', [pair[0]]);
  await client.query('DELETE FROM city WHERE id = $1', [pair[0]]);
  await client.query(
    `UPDATE city t SET ${columns.map((column) => `${column} = coalesce(t.${column}, f.${column})`).join(', ')}
     FROM former_city f WHERE t.id = $1`,
    [pair[1]],
  );
  const keys = Object.entries({ SLUG: 'slug', ...KEYS }).map(
    ([scheme, column]) => `('${scheme}', f.${column}, t.${column})`,
  );
  const { rows } = await client.query<{ key: string }>(
    `INSERT INTO city_former_key (scheme, value, city_id)
     SELECT key.scheme, key.former, t.id FROM former_city f, city t
     CROSS JOIN LATERAL (VALUES ${keys.join(', ')}) key(scheme, former, present)
     WHERE t.id = $1 AND key.former <> key.present RETURNING scheme || ' ' || value AS key`,
    [pair[1]],
  );
  return rows.map(({ key }) => key);
}

const refused = (expected: string, got: string): InterurbanError =>
  new InterurbanError('MERGE_REFUSED', `Expected ${expected}, but got ${got}. Nothing was changed.`);

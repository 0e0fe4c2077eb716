import DataLoader from 'dataloader';
import sql, { raw, type Sql } from 'sql-template-tag';
import { type Translated, translatedColumn } from '../../data/locale';
import type { Reader } from '../../data/reader';
import { validOn } from '../networks';
import { isVisible } from '../solutions';

/** What two cities have to do with one another, beside the graph. */
export interface PairFacts {
  /** Row ids of the networks that both are members of today, by slug. */
  networks: readonly number[];
  adoptedOurs: number;
  adoptedTheirs: number;
  /** The region of both; null where they have not the same. */
  region: string | null;
  /** How many people live in each; null where one of them is unknown, or they are not of similar size. */
  populations: readonly [own: number, other: number] | null;
}

type Pair = readonly [own: number, other: number];

/** What an operation has read of suggestions: a statement for all that are asked for at once. */
export interface SuggestionReads {
  facts: DataLoader<Pair, PairFacts, string>;
  names(table: 'city' | 'network', locales: readonly string[]): DataLoader<number, string>;
}

const ofReaders = new WeakMap<Reader, SuggestionReads>();

export function suggestionReads(reader: Reader): SuggestionReads {
  const known = ofReaders.get(reader);
  if (known) return known;
  const names = new Map<string, DataLoader<number, string>>();
  const reads: SuggestionReads = {
    facts: new DataLoader((pairs) => factsOf(pairs, reader), { cacheKeyFn: (pair) => pair.join() }),
    names: (table, locales) => {
      const key = `${table} ${locales.join()}`;
      const loader = names.get(key) ?? new DataLoader((ids: readonly number[]) => namesOf(table, ids, locales, reader));
      names.set(key, loader);
      return loader;
    },
  };
  ofReaders.set(reader, reads);
  return reads;
}

async function factsOf(pairs: readonly Pair[], reader: Reader): Promise<PairFacts[]> {
  const adopted = (owner: string, adopter: string): Sql => sql`(SELECT count(*) FROM adoption a
    JOIN solution s ON s.id = a.solution_id
    WHERE s.city_id = ${raw(owner)} AND a.city_id = ${raw(adopter)} AND a.status IN ('IN_PROGRESS', 'IMPLEMENTED')
      AND ${isVisible('s', reader.viewer)})`;
  const rows = await reader.rows(sql`SELECT ARRAY(SELECT n.id FROM network n
      JOIN membership a ON a.network_id = n.id AND a.city_id = p.own AND ${validOn('a')}
      JOIN membership b ON b.network_id = n.id AND b.city_id = p.other AND ${validOn('b')}
      GROUP BY n.id ORDER BY n.slug),
    ${adopted('p.own', 'p.other')}, ${adopted('p.other', 'p.own')},
    CASE WHEN own.region = other.region THEN own.region END,
    CASE WHEN own.population > 0 AND 2.0 * own.population >= other.population AND 2.0 * other.population >= own.population
      THEN ARRAY[own.population, other.population] END
    FROM unnest(${pairs.map(([own]) => own)}::integer[], ${pairs.map(([, other]) => other)}::integer[])
      WITH ORDINALITY AS p(own, other, place)
    JOIN city own ON own.id = p.own JOIN city other ON other.id = p.other ORDER BY p.place`);
  return rows.map(([networks, adoptedOurs, adoptedTheirs, region, populations]) => ({
    networks: networks as number[],
    adoptedOurs: adoptedOurs as number,
    adoptedTheirs: adoptedTheirs as number,
    region: region as string | null,
    populations: populations as [number, number] | null,
  }));
}

/** Where the names of cities and networks are translated. */
export const NAMES: Record<'city' | 'network', Translated> = {
  city: { table: 'city_name', owner: 'city_id', where: 'tr.preferred', original: { locale: 'en' } },
  network: { table: 'network_translation', owner: 'network_id', original: { column: 'original_locale' } },
};

async function namesOf(
  table: 'city' | 'network',
  ids: readonly number[],
  locales: readonly string[],
  reader: Reader,
): Promise<string[]> {
  const rows = await reader.rows(sql`SELECT t.id, ${translatedColumn('t', 'name', NAMES[table], locales)}
    FROM ${raw(table)} t WHERE t.id = ANY (${ids}::integer[])`);
  const names = new Map(rows as [number, string][]);
  return ids.map((id) => names.get(id)!);
}

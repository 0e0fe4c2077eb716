import type pg from 'pg';
import { copyIntegers } from './copy-integers';
import { replaceEvents, type TableEvent } from './event-table';
import type { GraphLayer } from './filter';
import { loadCities } from './load-tables';
import { replaceMemberships } from './membership-table';
import { rowsOf, type Snapshot, type Subject } from './snapshot';
import { adoptions, collaborations, memberships, NETWORKS } from './statements';
import { type GraphTables, numberOf } from './tables';

/** What has become of the records of one type. */
export interface RecordChange {
  tables: Partial<GraphTables>;
  /** The layer whose links have changed, and between which cities. */
  layer?: GraphLayer;
  cities?: Int32Array;
  attributes?: boolean;
  initiatives?: boolean;
}

type Client = Snapshot['client'];
type ReadChange = (before: GraphTables, ids: readonly number[], client: Client) => Promise<RecordChange | 'ANEW'>;

/** Of each type of record that graphs are made of: its table, and how its changes are read. */
const FOLLOWED: Readonly<Record<string, { table: string; read: ReadChange }>> = {
  City: { table: 'city', read: changedCities },
  Network: { table: 'network', read: changedNetworks },
  Collaboration: {
    table: 'collaboration',
    read: changedEvents('COLLABORATION', 'collaborations', collaborations('o.id = ANY ($1)'), 1),
  },
  Adoption: {
    table: 'adoption',
    read: changedEvents('ADOPTION', 'adoptions', adoptions('a.id = ANY ($1)'), 2),
  },
  Membership: { table: 'membership', read: changedMemberships },
};

/** Whether graphs are made of records of its type. */
export const isFollowed = ({ type }: Subject): boolean => Object.hasOwn(FOLLOWED, type);

/** Reads what has become of these records. ANEW where cities have come or gone. */
export async function changesOf(
  before: GraphTables,
  subjects: readonly Subject[],
  client: Client,
): Promise<RecordChange[] | 'ANEW'> {
  const changes: RecordChange[] = [];
  for (const [type, { table, read }] of Object.entries(FOLLOWED)) {
    const slugs = subjects.filter((subject) => subject.type === type).map(({ slug }) => slug);
    if (slugs.length === 0) continue;
    const ids = (await rowsOf(client, `SELECT id FROM ${table} WHERE slug = ANY ($1)`, [slugs])).map(Number);
    const change = await read(before, ids, client);
    if (change === 'ANEW') return 'ANEW';
    changes.push(change);
  }
  return changes;
}

async function changedCities(
  before: GraphTables,
  _: readonly number[],
  client: Client,
): Promise<RecordChange | 'ANEW'> {
  const { cities, slugs, countries, regions, populations } = await loadCities(client);
  // Cities are known by their numbers, and these would be others.
  if (!isSame(cities, before.cities) || !isSame(slugs.bytes, before.slugs.bytes)) return 'ANEW';
  return { tables: { countries, regions, populations }, attributes: true };
}

async function changedNetworks(before: GraphTables, _: readonly number[], client: Client): Promise<RecordChange> {
  const [networks, initiatives] = (await copyIntegers(client, NETWORKS, 2)) as [Int32Array, Int32Array];
  const isMoved = !isSame(networks, before.networks) || !isSame(initiatives, before.initiatives);
  return { tables: { networks, initiatives }, initiatives: isMoved };
}

/**
 * How changes of events are read.
 * @param statement Gives each row's id, its cities, and what a TableEvent has, in its order; an event may have several rows.
 * @param cityCount The number of cities of a row.
 */
function changedEvents(
  layer: GraphLayer,
  name: 'collaborations' | 'adoptions',
  statement: string,
  cityCount: number,
): ReadChange {
  return async (before, ids, client) => {
    const events = new Map<number, TableEvent & { members: number[] }>();
    for (const [id, ...rest] of await integersOf(client, statement, ids)) {
      const [day, until, network, label] = rest.slice(cityCount) as [number, number, number, number];
      const event = events.get(id!) ?? { id: id!, members: [], day, until, network, label };
      for (const city of rest.slice(0, cityCount)) event.members.push(numberOf(before, city) ?? UNKNOWN);
      events.set(id!, event);
    }
    const { table, cities } = replaceEvents(before[name], ids, [...events.values()]);
    return changeOf(layer, cities, { [name]: table });
  };
}

async function changedMemberships(
  before: GraphTables,
  ids: readonly number[],
  client: Client,
): Promise<RecordChange | 'ANEW'> {
  const rows = await integersOf(client, memberships('m.id = ANY ($1)'), ids);
  const present = rows.map(([network, id, city, from, until]) => ({
    network: network!,
    id: id!,
    city: numberOf(before, city!) ?? UNKNOWN,
    from: from!,
    until: until!,
  }));
  const { table, cities } = replaceMemberships(before.memberships, ids, present);
  return changeOf('CO_MEMBERSHIP', cities, { memberships: table });
}

// A city that no event has told of yet.
const UNKNOWN = -1;

const changeOf = (
  layer: GraphLayer,
  cities: ReadonlySet<number>,
  tables: Partial<GraphTables>,
): RecordChange | 'ANEW' => (cities.has(UNKNOWN) ? 'ANEW' : { tables, layer, cities: Int32Array.from(cities).sort() });

const integersOf = async (client: pg.Client, statement: string, ids: readonly number[]): Promise<number[][]> =>
  (await rowsOf(client, statement, [ids])) as number[][];

const isSame = (a: Int32Array | Uint8Array, b: Int32Array | Uint8Array): boolean => bytesOf(a).equals(bytesOf(b));

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Uint8Array): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);

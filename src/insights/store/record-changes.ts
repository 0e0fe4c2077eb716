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
  Collaboration: { table: 'collaboration', read: changedCollaborations },
  Adoption: { table: 'adoption', read: changedAdoptions },
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

async function changedCollaborations(
  before: GraphTables,
  ids: readonly number[],
  client: Client,
): Promise<RecordChange | 'ANEW'> {
  const rows = await integersOf(client, collaborations('o.id = ANY ($1)'), ids);
  const events = new Map<number, TableEvent & { members: number[] }>();
  for (const [id, city, day, until, network, label] of rows) {
    const event = events.get(id!) ?? {
      id: id!,
      members: [],
      day: day!,
      until: until!,
      network: network!,
      label: label!,
    };
    event.members.push(numberOf(before, city!) ?? UNKNOWN);
    events.set(id!, event);
  }
  const { table, cities } = replaceEvents(before.collaborations, ids, [...events.values()]);
  return changeOf('COLLABORATION', cities, { collaborations: table });
}

async function changedAdoptions(
  before: GraphTables,
  ids: readonly number[],
  client: Client,
): Promise<RecordChange | 'ANEW'> {
  const rows = await integersOf(client, adoptions('a.id = ANY ($1)'), ids);
  const events = rows.map(([id, source, target, day, until, network, label]) => ({
    id: id!,
    members: [source!, target!].map((city) => numberOf(before, city) ?? UNKNOWN),
    day: day!,
    until: until!,
    network: network!,
    label: label!,
  }));
  const { table, cities } = replaceEvents(before.adoptions, ids, events);
  return changeOf('ADOPTION', cities, { adoptions: table });
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

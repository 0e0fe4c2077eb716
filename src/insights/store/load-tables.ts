import type pg from 'pg';
import { sharedInt32, sharedUint32 } from '../graph/shared-arrays';
import { sharedTexts } from '../graph/shared-texts';
import type { Memberships } from '../projection/pair-members';
import { copyIntegers } from './copy-integers';
import { type EventTable, inChunks } from './event-table';
import { rowsOf, type Snapshot } from './snapshot';
import { adoptions, CITIES, collaborations, memberships, NETWORKS, SLUGS } from './statements';
import type { CityTable, GraphTables } from './tables';

/** Reads all tables of a snapshot. */
export async function loadTables(snapshot: Snapshot): Promise<GraphTables> {
  const { client, log, head, asOf, written } = snapshot;
  const cities = await loadCities(client);
  const [networks, initiatives] = (await copyIntegers(client, NETWORKS, 2)) as [Int32Array, Int32Array];
  return {
    version: String(head),
    log,
    asOf,
    written,
    ...cities,
    networks,
    initiatives,
    collaborations: collaborationTable(await copyIntegers(client, collaborations(), 6), cities),
    adoptions: adoptionTable(await copyIntegers(client, adoptions(), 7), cities),
    memberships: membershipTable(await copyIntegers(client, memberships(), 5), cities),
  };
}

export async function loadCities(client: pg.Client): Promise<CityTable> {
  const [cities, countries, regions, populations] = (await copyIntegers(client, CITIES, 4)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const slugs = await rowsOf(client, SLUGS);
  return {
    cities,
    slugs: sharedTexts(slugs.map(([slug]) => String(slug))),
    numbers: numbersOf(cities),
    countries,
    regions,
    populations,
  };
}

/** The place of each row id in a column. Row ids are small, as a sequence gives them out. */
function numbersOf(cities: Int32Array): Int32Array {
  const numbers = sharedInt32(cities.reduce((highest, city) => Math.max(highest, city), 0) + 1).fill(-1);
  cities.forEach((city, number) => (numbers[city] = number));
  return numbers;
}

/** Makes numbers of cities out of their row ids. */
function toNumbers(members: Int32Array, { numbers }: CityTable): Int32Array {
  for (let i = 0; i < members.length; i++) members[i] = numbers[members[i]!]!;
  return members;
}

/** A row for each city of each collaboration becomes a collaboration with its cities. */
function collaborationTable(columns: Int32Array[], cities: CityTable): EventTable {
  const [rowIds, members, ...facts] = columns as [Int32Array, Int32Array, ...Int32Array[]];
  const offsets = startsOf(rowIds);
  const [ids, days, untils, networks, labels] = [rowIds, ...facts].map((column) =>
    pick(column, offsets.subarray(0, -1)),
  ) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  return inChunks({ ids, offsets, members: toNumbers(members, cities), days, untils, networks, labels });
}

/** An adoption's cities are the one learnt from and the adopter. */
function adoptionTable(columns: Int32Array[], cities: CityTable): EventTable {
  const [ids, sources, targets, days, untils, networks, labels] = columns as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const offsets = sharedUint32(sources.length + 1);
  const members = sharedInt32(2 * sources.length);
  for (let i = 0; i < sources.length; i++) {
    members[2 * i] = sources[i]!;
    members[2 * i + 1] = targets[i]!;
    offsets[i + 1] = 2 * (i + 1);
  }
  return inChunks({ ids, offsets, members: toNumbers(members, cities), days, untils, networks, labels });
}

function membershipTable(columns: Int32Array[], cities: CityTable): Memberships {
  const [networks, ids, members, from, until] = columns as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  const offsets = startsOf(networks);
  const first = pick(networks, offsets.subarray(0, -1));
  return { networks: first, offsets, ids, members: toNumbers(members, cities), from, until };
}

/** The position of the first row of each id, and at last the number of rows. */
function startsOf(ids: Int32Array): Uint32Array {
  let count = 0;
  for (let i = 0; i < ids.length; i++) if (i === 0 || ids[i] !== ids[i - 1]) count++;
  const starts = sharedUint32(count + 1);
  let next = 0;
  for (let i = 0; i < ids.length; i++) if (i === 0 || ids[i] !== ids[i - 1]) starts[next++] = i;
  starts[count] = ids.length;
  return starts;
}

function pick(values: Int32Array, positions: Uint32Array): Int32Array {
  const picked = sharedInt32(positions.length);
  for (let i = 0; i < positions.length; i++) picked[i] = values[positions[i]!]!;
  return picked;
}

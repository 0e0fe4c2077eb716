import pg from 'pg';
import { UNDATED } from '../graph/graph';
import { sharedInt32, sharedUint32 } from '../graph/shared-arrays';
import { sharedTexts } from '../graph/shared-texts';
import type { Memberships } from '../projection/pair-members';
import { copyIntegers } from './copy-integers';
import { COLLABORATION_KINDS, type EventTable, FOREVER, type GraphTables } from './tables';

const day = (date: string, otherwise: number): string =>
  `coalesce((${date}) - date '1970-01-01', '${otherwise}'::integer)`;

/** The day after the month, year or day that a date stands for. */
const endOf = (date: string, precision: string): string =>
  `(${date} + CASE ${precision} WHEN 'YEAR' THEN interval '1 year' WHEN 'MONTH' THEN interval '1 month'
    ELSE interval '1 day' END)::date`;

const CITIES = `SELECT id, country_id,
    CASE WHEN region IS NULL THEN -1 ELSE dense_rank() OVER (ORDER BY region)::integer END, coalesce(population, -1)
  FROM city ORDER BY id`;

const SLUGS = 'SELECT slug FROM city ORDER BY id';

// The moment of the snapshot: all that was written before it is in the tables.
const MOMENT = `to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const NETWORKS = 'SELECT id, coalesce(initiative_id, 0) FROM network ORDER BY id';

// Without an end a visit or a workshop lasted as long as its date says, anything else goes on as far as is known.
const COLLABORATIONS = `SELECT o.id, p.city_id, ${day('o.started_on', UNDATED)},
    ${day(
      `coalesce(o.ended_on, CASE WHEN o.kind IN ('STUDY_VISIT', 'WORKSHOP')
        THEN ${endOf('o.started_on', 'o.date_precision')} END)`,
      FOREVER,
    )},
    coalesce(o.network_id, 0), array_position('{${COLLABORATION_KINDS.join()}}'::text[], o.kind) - 1
  FROM collaboration o JOIN collaboration_participant p ON p.collaboration_id = o.id ORDER BY o.id, p.city_id`;

// What is considered is no adoption, what was stopped is none any more; without a city learnt from there is no link.
const ADOPTIONS = `SELECT a.learned_from_id, a.city_id, ${day('a.adopted_on', UNDATED)},
    ${day(endOf('a.adopted_on', 'a.date_precision'), FOREVER)}, coalesce(a.via_id, 0),
    CASE WHEN s.visibility = 'PUBLIC' AND s.status <> 'DRAFT' THEN 0 ELSE s.id END
  FROM adoption a JOIN solution s ON s.id = a.solution_id
  WHERE a.learned_from_id IS NOT NULL AND a.status IN ('IN_PROGRESS', 'IMPLEMENTED') ORDER BY a.id`;

const MEMBERSHIPS = `SELECT network_id, city_id, ${day('started_on', UNDATED)}, ${day('ended_on', FOREVER)}
  FROM membership ORDER BY network_id, city_id, started_on NULLS FIRST, id`;

/** Where tables are loaded from. */
export interface TableSource {
  connection: pg.ClientConfig;
  /** A statement whose one value is the position in the event log that its snapshot reflects. */
  positionStatement: string;
}

/** Reads all tables in one snapshot of the database. */
export async function loadTables({ connection, positionStatement }: TableSource): Promise<GraphTables> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const [[version, asOf]] = await rows(client, `SELECT (${positionStatement}), ${MOMENT}`);
    const [cities, countries, regions, populations] = await copyIntegers(client, CITIES, 4);
    const slugs = await rows(client, SLUGS);
    const [networks, initiatives] = (await copyIntegers(client, NETWORKS, 2)) as [Int32Array, Int32Array];
    return {
      version: String(version),
      asOf: String(asOf),
      cities: cities!,
      slugs: sharedTexts(slugs.map(([slug]) => String(slug))),
      countries: countries!,
      regions: regions!,
      populations: populations!,
      networks,
      initiatives,
      collaborations: collaborationTable(await copyIntegers(client, COLLABORATIONS, 6)),
      adoptions: adoptionTable(await copyIntegers(client, ADOPTIONS, 6)),
      memberships: membershipTable(await copyIntegers(client, MEMBERSHIPS, 4)),
    };
  } finally {
    await client.end();
  }
}

const rows = async (client: pg.Client, text: string): Promise<[unknown[], ...unknown[][]]> =>
  (await client.query<unknown[]>({ text, rowMode: 'array' })).rows as [unknown[], ...unknown[][]];

/** A row for each city of each collaboration becomes a collaboration with its cities. */
function collaborationTable(columns: Int32Array[]): EventTable {
  const [ids, members, ...facts] = columns as [Int32Array, Int32Array, ...Int32Array[]];
  const offsets = startsOf(ids);
  const [days, untils, networks, labels] = facts.map((column) => pick(column, offsets.subarray(0, -1)));
  return { offsets, members, days: days!, untils: untils!, networks: networks!, labels: labels! };
}

/** An adoption's cities are the one learnt from and the adopter. */
function adoptionTable(columns: Int32Array[]): EventTable {
  const [sources, targets, days, untils, networks, labels] = columns as [
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
  return { offsets, members, days, untils, networks, labels };
}

function membershipTable(columns: Int32Array[]): Memberships {
  const [ids, members, from, until] = columns as [Int32Array, Int32Array, Int32Array, Int32Array];
  const offsets = startsOf(ids);
  return { networks: pick(ids, offsets.subarray(0, -1)), offsets, members, from, until };
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

import { dayAfter, maybeDay } from './dates';
import type { Filling } from './filling';
import type { Places } from './places';
import { jumbled, Zipf, type Random } from './random';
import { Words } from './words';

const INITIATIVES = 8;
const NETWORKS = 300;
const MEMBERSHIPS = 60_000;
const COLLECTIVE_ACTIONS = 30;
const SIGNATURES = 6_000;

/** Tops initiatives and networks up, and gives every network members. @returns row ids of networks, the most active first. */
export async function fillNetworks(filling: Filling, places: Places): Promise<number[]> {
  const random = filling.random('networks');
  const words = new Words(random);
  const initiatives = await topUp(filling, 'initiative', INITIATIVES, (id) => [
    id, `initiative-${id}`, words.phrase('en', 2), words.sentences('en', 2), 'en',
  ], 'id slug name summary original_locale'); // prettier-ignore
  const networks = await topUp(filling, 'network', filling.count(NETWORKS), (id) => {
    const { day, precision } = maybeDay(random);
    const endedOn = day !== null && random.chance(0.1) ? dayAfter(random, day) : null;
    const initiative = random.chance(0.9) ? random.pick(initiatives) : null;
    const name = `${words.phrase('en', 2)} ${id}`;
    return [id, `network-${id}`, name, words.sentences('en', 2), 'en', initiative, day, endedOn, precision];
  }, 'id slug name summary original_locale initiative_id started_on ended_on date_precision'); // prettier-ignore
  await fillTranslations(filling, words);
  const active = jumbled(filling.random('network activity'), networks);
  await fillMemberships(filling, places, active);
  await fillSignatures(filling, places);
  return active;
}

/** Adds rows to a table until it has this many. @returns the ids of all its rows */
async function topUp(
  filling: Filling,
  table: string,
  wanted: number,
  row: (id: number) => (string | number | null)[],
  columns: string,
): Promise<number[]> {
  const there = (await filling.rows(`SELECT id FROM ${table} ORDER BY slug`)) as [number][];
  const ids = await filling.newIds(table, Math.max(0, wanted - there.length));
  await filling.copy(table, columns, ids.map(row));
  return [...there.flat(), ...ids];
}

async function fillTranslations(filling: Filling, words: Words): Promise<void> {
  const missing = (await filling.rows(`
    SELECT id, name FROM network n WHERE id % 3 = 0
      AND NOT EXISTS (SELECT FROM network_translation t WHERE t.network_id = n.id AND t.locale = 'es')`)) as [
    number,
    string,
  ][];
  await filling.copy(
    'network_translation',
    'network_id locale name summary',
    missing.map(([id, name]) => [id, 'es', `Red ${name}`, words.sentences('es', 2)]),
  );
}

async function fillMemberships(filling: Filling, { cities }: Places, networks: number[]): Promise<void> {
  const random = filling.random('memberships');
  const count = filling.count(MEMBERSHIPS);
  const taken = await filling.pairs('membership', 'city_id', 'network_id');
  const network = new Zipf(random, networks.length, 0.85);
  const city = new Zipf(random, cities.length, 0.4);
  const ids = await filling.newIds('membership', count);
  const rows: (string | number | null)[][] = [];
  while (rows.length < count) {
    const [cityId, networkId] = [cities[city.next()]!, networks[network.next()]!];
    if (!taken.add(cityId, networkId)) continue;
    for (const period of periods(random)) {
      const id = ids[rows.length];
      if (id === undefined) break;
      rows.push([id, `membership-${id}`, cityId, networkId, role(random), ...period]);
    }
  }
  const columns = 'id slug city_id network_id role started_on ended_on ongoing date_precision';
  await filling.copy('membership', columns, rows);
}

const role = (random: Random): string => {
  const n = random.next();
  return n < 0.004 ? 'LEAD' : n < 0.01 ? 'CO_LEAD' : n < 0.95 ? 'MEMBER' : 'OBSERVER';
};

/** One membership of a city in a network, or, when it came back, two that do not overlap: beginning, end, ongoing, precision. */
function periods(random: Random): (string | null)[][] {
  const { day, precision } = maybeDay(random);
  const ongoing = random.pick(['t', 't', 't', null]);
  const endedOn = day !== null && random.chance(0.2) ? dayAfter(random, day) : null;
  if (endedOn === null) return [[day, null, ongoing, precision]];
  const again = random.chance(0.2) ? dayAfter(random, endedOn) : null;
  const first = [day, endedOn, null, precision];
  return again === null ? [first] : [first, [again, null, ongoing, 'DAY']];
}

async function fillSignatures(filling: Filling, { cities }: Places): Promise<void> {
  const random = filling.random('signatures');
  const words = new Words(random);
  const actions = await topUp(filling, 'collective_action', COLLECTIVE_ACTIONS, (id) => [
    id, `collective-action-${id}`, words.phrase('en', 4), words.sentences('en', 1), 'en', random.between(2025, 2050),
  ], 'id slug name summary original_locale target_year'); // prettier-ignore
  const taken = await filling.pairs('signature', 'city_id', 'collective_action_id');
  const [action, city] = [new Zipf(random, actions.length, 0.8), new Zipf(random, cities.length, 0.5)];
  const rows: (string | number | null)[][] = [];
  for (const id of await filling.newIds('signature', filling.count(SIGNATURES))) {
    const [cityId, actionId] = [cities[city.next()]!, actions[action.next()]!];
    if (!taken.add(cityId, actionId)) continue;
    const { day, precision } = maybeDay(random);
    const withdrawnOn = day !== null && random.chance(0.03) ? dayAfter(random, day) : null;
    rows.push([id, `signature-${id}`, cityId, actionId, day, withdrawnOn, precision]);
  }
  const columns = 'id slug city_id collective_action_id signed_on withdrawn_on date_precision';
  await filling.copy('signature', columns, rows);
}

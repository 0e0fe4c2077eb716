import type { Random } from '../../src/insights/algorithms/random';

/** A change of one record: what it is from then on, and the statements that make it so. Cities are given by their slugs. */
export interface Write {
  type: string;
  subject: 'Collaboration' | 'Adoption' | 'Membership' | 'City' | 'Network';
  slug: string;
  /** All that graphs are made of: goes with the event, so that the log tells how each record was at each position. */
  state: RecordState;
  statements: readonly string[];
}

export interface RecordState {
  id: number;
  cities?: readonly string[];
  /** Dates. */
  from?: string | null;
  until?: string | null;
  network?: number;
  /** Of collaborations the kind, of adoptions the status. */
  kind?: string;
  population?: number;
  initiative?: number;
}

export const CITY_COUNT = 40;
export const NETWORKS = [1, 2, 3, 4, 5, 6];

/** How the cities are called that are there at first, and those that come. */
export const citySlug = (id: number): string => `city-${(id * 7919) % 1000}-${id}`;

const text = (value: string | null | undefined): string => (value == null ? 'NULL' : `'${value}'`);
const number = (value: number | undefined): string => (value ? String(value) : 'NULL');

/** Writes at random: of each record many, so that it is changed again and again, by several writers too. */
export function randomWrite(random: Random, nextCity: () => number): Write {
  const upTo = (count: number): number => Math.floor(random() * count);
  const oneOf = <T>(values: readonly T[]): T => values[upTo(values.length)]!;
  const cityIds = (count: number): number[] => {
    const chosen = new Set<number>();
    while (chosen.size < count) chosen.add(1 + upTo(CITY_COUNT));
    return [...chosen].sort((a, b) => a - b);
  };
  const year = (first: number): string | null => (random() < 0.3 ? null : `${first + upTo(10)}-01-01`);

  const writes: Record<string, () => Write> = {
    collaboration() {
      const id = 1 + upTo(60);
      const members = cityIds(2 + upTo(4));
      const from = year(2000);
      const state = {
        id,
        cities: members.map(citySlug),
        from,
        until: from && year(2010),
        network: oneOf([0, ...NETWORKS]),
        kind: oneOf(['TWINNING', 'MENTORING']),
      };
      return {
        type: 'COLLABORATION_RECORDED',
        subject: 'Collaboration',
        slug: `collaboration-${id}`,
        state,
        statements: [
          `INSERT INTO collaboration (id, slug, kind, network_id, started_on, ended_on, date_precision)
            VALUES (${id}, 'collaboration-${id}', '${state.kind}', ${number(state.network)}, ${text(from)}, ${text(state.until)},
              ${from ? `'DAY'` : 'NULL'})
            ON CONFLICT (id) DO UPDATE SET kind = EXCLUDED.kind, network_id = EXCLUDED.network_id, started_on = EXCLUDED.started_on,
              ended_on = EXCLUDED.ended_on, date_precision = EXCLUDED.date_precision`,
          `DELETE FROM collaboration_participant WHERE collaboration_id = ${id}`,
          ...members.map((city) => `INSERT INTO collaboration_participant VALUES (${id}, ${city})`),
        ],
      };
    },
    adoption() {
      // The adopter goes by the record; there is one adoption of a solution by a city.
      const id = 1 + upTo(CITY_COUNT);
      const [source] = cityIds(2).filter((city) => city !== id);
      const state = {
        id,
        cities: [citySlug(source!), citySlug(id)],
        from: year(2000),
        network: oneOf([0, ...NETWORKS]),
        kind: oneOf(['IMPLEMENTED', 'IMPLEMENTED', 'STOPPED']),
      };
      return {
        type: 'ADOPTION_RECORDED',
        subject: 'Adoption',
        slug: `adoption-${id}`,
        state,
        statements: [
          `INSERT INTO adoption (id, slug, solution_id, city_id, learned_from_id, kind, status, adopted_on, date_precision, via_id, confirmed)
            VALUES (${id}, 'adoption-${id}', 1, ${id}, ${source!}, 'REPLICATED', '${state.kind}', ${text(state.from)},
              ${state.from ? `'DAY'` : 'NULL'}, ${number(state.network)}, true)
            ON CONFLICT (id) DO UPDATE SET learned_from_id = EXCLUDED.learned_from_id, status = EXCLUDED.status,
              adopted_on = EXCLUDED.adopted_on, date_precision = EXCLUDED.date_precision, via_id = EXCLUDED.via_id`,
        ],
      };
    },
    membership() {
      const [network, city] = [oneOf(NETWORKS), 1 + upTo(CITY_COUNT)];
      const id = 100 * network + city;
      const from = year(2000);
      const state = { id, cities: [citySlug(city)], network, from, until: from && year(2010) };
      return {
        type: 'MEMBERSHIP_SET',
        subject: 'Membership',
        slug: `membership-${id}`,
        state,
        statements: [
          `INSERT INTO membership (id, slug, city_id, network_id, role, started_on, ended_on)
            VALUES (${id}, 'membership-${id}', ${city}, ${network}, 'MEMBER', ${text(from)}, ${text(state.until)})
            ON CONFLICT (id) DO UPDATE SET started_on = EXCLUDED.started_on, ended_on = EXCLUDED.ended_on`,
        ],
      };
    },
    population() {
      const id = 1 + upTo(CITY_COUNT);
      const state = { id, population: 1 + upTo(1_000_000) };
      const statements = [`UPDATE city SET population = ${state.population} WHERE id = ${id}`];
      return { type: 'CITY_CHANGED', subject: 'City', slug: citySlug(id), state, statements };
    },
    initiative() {
      const state = { id: oneOf(NETWORKS), initiative: upTo(3) };
      const statements = [`UPDATE network SET initiative_id = ${number(state.initiative)} WHERE id = ${state.id}`];
      return { type: 'NETWORK_CHANGED', subject: 'Network', slug: `network-${state.id}`, state, statements };
    },
    city() {
      const id = nextCity();
      const state = { id, population: 1 };
      const statements = [
        `INSERT INTO city (id, slug, name, country_id, population) VALUES (${id}, '${citySlug(id)}', 'New', 1, 1)`,
      ];
      return { type: 'CITY_CHANGED', subject: 'City', slug: citySlug(id), state, statements };
    },
  };
  const draw = random();
  const kinds = ['collaboration', 'adoption', 'membership', 'population', 'initiative'];
  return writes[draw < 0.005 ? 'city' : kinds[Math.floor(draw ** 2 * kinds.length)]!]!();
}

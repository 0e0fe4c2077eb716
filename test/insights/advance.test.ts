import fc from 'fast-check';
import { UNDATED } from '../../src/insights/graph/graph';
import { advanceGraph, deriveGraph } from '../../src/insights/store/derive-graph';
import { replaceEvents, type TableEvent } from '../../src/insights/store/event-table';
import { GRAPH_LAYERS, type GraphFilter } from '../../src/insights/store/filter';
import { replaceMemberships, type TableMembership } from '../../src/insights/store/membership-table';
import { tablesFrom } from './tables';

const CITIES = 9;
const NETWORKS = [1, 2, 3];
const slugs = Array.from({ length: CITIES }, (_, number) => `city-${number}`);
const initiatives = new Map(NETWORKS.map((network) => [network, network % 2]));

const city = fc.nat({ max: CITIES - 1 });
const day = fc.oneof(fc.constant(UNDATED), fc.integer({ min: 0, max: 20 }));
const network = fc.constantFrom(...NETWORKS);

const events = (members: fc.Arbitrary<number[]>): fc.Arbitrary<TableEvent[]> =>
  fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 12 }),
      members,
      day,
      until: fc.integer({ min: 21, max: 40 }),
      network: fc.constantFrom(0, ...NETWORKS),
      label: fc.nat({ max: 2 }),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  );
const collaborations = events(fc.uniqueArray(city, { minLength: 2, maxLength: 4 }));
const adoptions = events(fc.uniqueArray(city, { minLength: 2, maxLength: 2 }));
// At most one for each city in each network.
const memberships: fc.Arbitrary<TableMembership[]> = fc
  .uniqueArray(fc.record({ network, city, from: day, until: fc.integer({ min: 5, max: 40 }) }), {
    selector: (membership) => `${membership.network} ${membership.city}`,
    maxLength: 15,
  })
  .map((rows) => rows.map((row) => ({ ...row, id: row.network * CITIES + row.city })));

const filter: fc.Arbitrary<GraphFilter> = fc.record(
  {
    layers: fc.uniqueArray(fc.constantFrom(...GRAPH_LAYERS), { minLength: 1 }),
    kinds: fc.constant(['TWINNING', 'STUDY_VISIT'] as const),
    since: fc.integer({ min: 0, max: 30 }),
    networks: fc.uniqueArray(network),
    initiatives: fc.constant([1]),
    cities: fc.uniqueArray(city.map((number) => number + 100)),
    hiddenSolutions: fc.constant([1]),
  },
  { requiredKeys: ['layers'] },
);

const records = fc.record({ collaborations, adoptions, memberships });
const idsOf = (...rows: readonly (readonly { id: number }[])[]): number[] => rows.flat().map(({ id }) => id);

test('a graph that is advanced by what has changed is what a rebuild from all records gives', () =>
  fc.assert(
    fc.property(records, records, filter, (one, other, asked) => {
      const before = tablesFrom({ slugs, initiatives, ...one });
      const after = tablesFrom({ slugs, initiatives, ...other });
      const changed = {
        COLLABORATION: replaceEvents(
          before.collaborations,
          idsOf(one.collaborations, other.collaborations),
          other.collaborations,
        ),
        ADOPTION: replaceEvents(before.adoptions, idsOf(one.adoptions, other.adoptions), other.adoptions),
        CO_MEMBERSHIP: replaceMemberships(
          before.memberships,
          idsOf(one.memberships, other.memberships),
          other.memberships,
        ),
      };
      expect(changed.COLLABORATION.table).toEqual(after.collaborations);
      expect(changed.ADOPTION.table).toEqual(after.adoptions);
      expect(changed.CO_MEMBERSHIP.table).toEqual(after.memberships);
      const cities = new Map(
        GRAPH_LAYERS.map((layer) => [layer, Int32Array.from(changed[layer].cities).sort()] as const),
      );
      expect(advanceGraph(deriveGraph(before, asked), after, asked, { cities })).toEqual(deriveGraph(after, asked));
    }),
  ));

test('chunks that no change concerns are shared with the version before', () => {
  const event = (id: number): TableEvent => ({ id, members: [0, 1], day: id, until: 99, network: 0, label: 0 });
  const before = replaceEvents(
    [],
    [],
    Array.from({ length: 70_000 }, (_, i) => event(i)),
  ).table;
  expect(before.length).toBe(3);
  const { table } = replaceEvents(before, [70_001, 40_000], [event(70_001), { ...event(40_000), members: [2, 3] }]);
  expect(table[0]).toBe(before[0]);
  expect([...table[1]!.members.subarray(2 * (40_000 - 32_768)).subarray(0, 2)]).toEqual([2, 3]);
  expect(table[2]!.ids.at(-1)).toBe(70_001);
});

test('a graph of too many pairs is refused before it is made, with an estimate', () => {
  const members = Array.from({ length: 11_000 }, (_, number) => number);
  const tables = tablesFrom({
    slugs: members.map((number) => `city-${number}`),
    collaborations: [{ id: 1, members, day: 1, until: 2, network: 0, label: 0 }],
  });
  expect(() => deriveGraph(tables, { layers: ['COLLABORATION'] })).toThrow(
    'Expected a graph of at most 50,000,000 pairs of cities, but the filter makes about 60,000,000: narrow the filter by',
  );
  expect(deriveGraph(tables, { layers: ['COLLABORATION'], cities: [100, 101] }).graph.ids).toHaveLength(2);
});

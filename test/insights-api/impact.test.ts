import { useWorld } from '../support/world';

const world = useWorld();

test.each([
  ['what is counted', 'impact(filter: { influenced: true }) { actionCount }', 'INVALID_FILTER', /filter\.influenced/],
  [
    'a breakdown by the same',
    'impact { breakdown(by: SECTOR) { impact { breakdown(by: SECTOR) { value } } } }',
    'INVALID_GRAPH_QUESTION',
    /another dimension/,
  ],
])('refuses %s', async (_, field, code, message) => {
  const [error] = await world.fail(`{ ${field} }`);
  expect(error).toMatchObject({ message: expect.stringMatching(message), extensions: { code } });
});

test('groups of sectors sum up to the whole', async () => {
  const { impact } = await world.ask(`{ impact { actionCount influencedActionCount
    breakdown(by: SECTOR) { impact { actionCount influencedActionCount } } } }`);
  const sum = (field: string): number =>
    impact.breakdown.reduce(
      (total: number, group: { impact: Record<string, number> }) => total + group.impact[field]!,
      0,
    );
  expect([sum('actionCount'), sum('influencedActionCount')]).toEqual([
    impact.actionCount,
    impact.influencedActionCount,
  ]);
});

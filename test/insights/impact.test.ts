import fc from 'fast-check';
import { impact, type CityReports } from '../../src/insights/impact';

const city = (actionCount: number, answeredCount: number, influencedCount: number): CityReports => ({
  actionCount,
  answeredCount,
  influencedCount,
});

test('shares are of what was answered, bounds of all', () =>
  expect(impact([city(4, 2, 1), city(2, 2, 0), city(2, 0, 0)])).toEqual({
    actionCount: 8,
    answeredActionCount: 4,
    influencedActionCount: 1,
    influencedActionShare: 1 / 4,
    influencedActionShareBounds: [1 / 8, 5 / 8],
    cityCount: 3,
    answeredCityCount: 2,
    influencedCityCount: 1,
    influencedCityShare: 1 / 2,
    influencedCityShareBounds: [1 / 3, 2 / 3],
  }));

test('nothing reported, nothing to share', () => {
  const { influencedActionShare, influencedActionShareBounds, influencedCityShareBounds } = impact([]);
  expect([influencedActionShare, influencedActionShareBounds, influencedCityShareBounds]).toEqual([null, null, null]);
});

test('nothing answered: anything is possible', () => {
  const { influencedActionShare, influencedActionShareBounds, influencedCityShare } = impact([city(3, 0, 0)]);
  expect([influencedActionShare, influencedActionShareBounds, influencedCityShare]).toEqual([null, [0, 1], null]);
});

test('whatever the unanswered would have said, the share lies within the bounds', () => {
  const reports = fc
    .tuple(fc.nat(5), fc.nat(5), fc.nat(5), fc.nat(5))
    .filter((counts) => counts.some((count) => count > 0));
  fc.assert(
    fc.property(fc.array(reports, { minLength: 1 }), (cities) => {
      const told = impact(cities.map(([yes, no, a, b]) => city(yes + no + a + b, yes + no, yes)));
      const truth = impact(cities.map(([yes, no, a, b]) => city(yes + no + a + b, yes + no + a + b, yes + a)));
      for (const figure of ['Action', 'City'] as const) {
        const [low, high] = told[`influenced${figure}ShareBounds`]!;
        expect(truth[`influenced${figure}Share`]).toBeGreaterThanOrEqual(low);
        expect(truth[`influenced${figure}Share`]).toBeLessThanOrEqual(high);
      }
    }),
  );
});

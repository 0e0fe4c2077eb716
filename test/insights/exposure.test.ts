import fc from 'fast-check';
import { type AdoptionHistory, exposure } from '../../src/insights/exposure';
import { syntheticHistory } from './histories';

const FOREVER = 1e9;

test('a known effect is found', () => {
  const { rateRatio, interval95 } = exposure(syntheticHistory(3, 1));
  expect(rateRatio).toBeGreaterThan(2.5);
  expect(rateRatio).toBeLessThan(3.5);
  expect(interval95![0]).toBeLessThan(3);
  expect(interval95![1]).toBeGreaterThan(3);
  expect(interval95![0]).toBeGreaterThan(1);
});

test('no effect is none', () => {
  const { rateRatio, interval95 } = exposure(syntheticHistory(1, 2));
  expect(rateRatio).toBeGreaterThan(0.8);
  expect(rateRatio).toBeLessThan(1.25);
  expect(interval95![0]).toBeLessThan(1);
  expect(interval95![1]).toBeGreaterThan(1);
});

const member = (city: number, network: number, from = 0, until = FOREVER) => ({ city, network, from, until });

test('counts city–solution–years at risk, exposed and not', () => {
  // 1 originates; 2 shares a network with it and adopts in 2002; 3 shares one with 2; 4 is on its own and adopts in 2003.
  const memberships = [member(1, 1), member(2, 1), member(2, 2), member(3, 2), member(4, 3), member(5, 1)];
  const adoptions = [
    { city: 2, year: 2002 },
    { city: 4, year: 2003 },
  ];
  const result = exposure({
    memberships,
    solutions: [{ origin: 1, firstYear: 2000, adoptions, undated: [5] }],
    lastYear: 2003,
    undatedCount: 7,
  });
  // 2 is exposed in 2001 and 2002, 3 in 2003; 3 is not in 2001 and 2002, 4 never. 5 adopted it nobody knows when.
  expect(result).toEqual({
    exposed: { adoptionCount: 1, opportunityCount: 3 },
    unexposed: { adoptionCount: 1, opportunityCount: 5 },
    rateRatio: null,
    interval95: null,
    undatedCount: 7,
  });
});

test('who has left a network before the first of January is not exposed', () => {
  const memberships = [member(1, 1), member(2, 1, 0, Date.UTC(2001, 0, 1) / 86_400_000)];
  const { exposed, unexposed } = exposure({
    memberships,
    solutions: [{ origin: 1, firstYear: 2000, adoptions: [], undated: [] }],
    lastYear: 2001,
    undatedCount: 0,
  });
  expect([exposed.opportunityCount, unexposed.opportunityCount]).toEqual([0, 1]);
});

test('what is drawn is seeded: the same history has the same interval', () =>
  expect(exposure(syntheticHistory(2, 3))).toEqual(exposure(syntheticHistory(2, 3))));

describe('by the letter of the definition', () => {
  const city = fc.nat({ max: 5 });
  const year = fc.integer({ min: 2000, max: 2006 });
  const day = (of: number) => Date.UTC(of, 0, 1) / 86_400_000;
  // On either side of the first of January.
  const date = fc.tuple(year, fc.constantFrom(-1, 0, 1, 180)).map(([of, shift]) => day(of) + shift);
  const membership = fc
    .tuple(city, fc.nat({ max: 2 }), date, fc.oneof(date, fc.constant(FOREVER)))
    .filter(([, , from, until]) => from < until)
    .map(([of, network, from, until]) => member(of, network, from, until));
  const solution = fc
    .tuple(city, fc.uniqueArray(fc.tuple(city, fc.option(year)), { selector: ([of]) => of, maxLength: 6 }))
    .map(([origin, adopted]) => {
      const others = adopted.filter(([of]) => of !== origin);
      const adoptions = others.flatMap(([of, at]) => (at === null ? [] : [{ city: of, year: at }]));
      const undated = others.flatMap(([of, at]) => (at === null ? [of] : []));
      return { origin, firstYear: Math.min(2002, ...adoptions.map((each) => each.year)), adoptions, undated };
    });
  const history = fc.record({
    memberships: fc.array(membership, { maxLength: 12 }),
    solutions: fc.array(solution, { maxLength: 6 }),
    lastYear: fc.constant(2006),
    undatedCount: fc.constant(0),
  });

  /** One stratum after another, each city asked for itself. */
  function* strata({ memberships, solutions, lastYear }: AdoptionHistory) {
    const cities = [...new Set(memberships.map((each) => each.city))];
    for (const { origin, firstYear, adoptions, undated } of solutions)
      for (let at = firstYear + 1; at <= lastYear; at++) {
        const adoptedIn = (of: number) => adoptions.find((each) => each.city === of)?.year;
        const hadItBefore = (of: number) => of === origin || adoptedIn(of)! < at;
        const isMember = ({ from, until }: { from: number; until: number }) => from <= day(at) && day(at) < until;
        const present = memberships.filter(isMember);
        const isExposed = (of: number) =>
          present.some(
            (own) =>
              own.city === of && present.some((other) => other.network === own.network && hadItBefore(other.city)),
          );
        const atRisk = cities.filter((of) => !hadItBefore(of) && !undated.includes(of));
        const exposed = atRisk.filter(isExposed);
        const unexposed = atRisk.filter((of) => !isExposed(of));
        const adopted = (group: number[]) => group.filter((of) => adoptedIn(of) === at).length;
        yield { n1: exposed.length, d1: adopted(exposed), n0: unexposed.length, d0: adopted(unexposed) };
      }
  }

  test('cities at risk, exposed and not, and their adoptions', () =>
    fc.assert(
      fc.property(history, (some) => {
        const all = [...strata(some)];
        const sum = (key: 'n1' | 'd1' | 'n0' | 'd0') => all.reduce((total, stratum) => total + stratum[key], 0);
        expect(exposure(some)).toMatchObject({
          exposed: { adoptionCount: sum('d1'), opportunityCount: sum('n1') },
          unexposed: { adoptionCount: sum('d0'), opportunityCount: sum('n0') },
        });
      }),
      { numRuns: 500 },
    ));

  // Rothman, Greenland and Lash, Modern Epidemiology (2008), chapter 15: Σ d1 n0 / n over Σ d0 n1 / n.
  test.each([1, 2, 3])('the ratio of Mantel and Haenszel, with an effect of %d', (effect) => {
    const some = syntheticHistory(effect, 10 + effect);
    let [numerator, denominator] = [0, 0];
    for (const { n1, d1, n0, d0 } of strata(some)) {
      if (n1 + n0 === 0) continue;
      numerator += (d1 * n0) / (n1 + n0);
      denominator += (d0 * n1) / (n1 + n0);
    }
    expect(exposure(some).rateRatio).toBeCloseTo(numerator / denominator, 12);
  });
});

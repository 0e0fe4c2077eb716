import { seededRandom } from '../../src/insights/algorithms/random';
import { type AdoptionHistory, exposure } from '../../src/insights/exposure';

const FOREVER = 1e9;
const YEARS = { first: 2000, last: 2012 };

/**
 * Solutions spread among 200 cities of which each is in one of ten networks: each year a city takes one up with a
 * probability, `effect` times as high where it shares its network with one that has it.
 */
function history(effect: number, seed: number): AdoptionHistory {
  const random = seededRandom(seed);
  const cities = Array.from({ length: 200 }, (_, city) => city);
  const networkOf = (city: number): number => city % 10;
  const memberships = cities.map((city) => ({ city, network: networkOf(city), from: 0, until: FOREVER }));
  const solutions = Array.from({ length: 60 }, () => {
    const origin = Math.floor(random() * cities.length);
    const adoptions: { city: number; year: number }[] = [];
    for (let year = YEARS.first + 1; year <= YEARS.last; year++) {
      const having = [origin, ...adoptions.map(({ city }) => city)];
      const reached = new Set(having.map(networkOf));
      for (const city of cities) {
        if (having.includes(city)) continue;
        if (random() < 0.004 * (reached.has(networkOf(city)) ? effect : 1)) adoptions.push({ city, year });
      }
    }
    return { origin, firstYear: YEARS.first, adoptions, undated: [] };
  });
  return { memberships, solutions, lastYear: YEARS.last, undatedCount: 0 };
}

test('a known effect is found', () => {
  const { rateRatio, interval95 } = exposure(history(3, 1));
  expect(rateRatio).toBeGreaterThan(2.5);
  expect(rateRatio).toBeLessThan(3.5);
  expect(interval95![0]).toBeLessThan(3);
  expect(interval95![1]).toBeGreaterThan(3);
  expect(interval95![0]).toBeGreaterThan(1);
});

test('no effect is none', () => {
  const { rateRatio, interval95 } = exposure(history(1, 2));
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

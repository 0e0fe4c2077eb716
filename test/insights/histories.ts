import { seededRandom } from '../../src/insights/algorithms/random';
import type { AdoptionHistory } from '../../src/insights/exposure';

const FOREVER = 1e9;

export const YEARS = { first: 2000, last: 2012 };

/**
 * Solutions spread among 200 cities of which each is in one of ten networks: each year a city takes one up with a
 * probability, `effect` times as high where it shares its network with one that has it.
 */
export function syntheticHistory(effect: number, seed: number): AdoptionHistory {
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

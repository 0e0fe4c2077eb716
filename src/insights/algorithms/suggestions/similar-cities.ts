import { ENDED, type Memberships } from '../../projection/pair-members';
import type { Scored } from './top-list';
import { TopList } from './top-list';

/** What is known of cities, by their number. */
export interface CityFacts {
  readonly regions: Int32Array;
  readonly populations: Int32Array;
  readonly memberships: Memberships;
}

/**
 * The cities that are most like a city, whomever they work with, best first, ties by id: the mean of three shares, each 0
 * where something is unknown: whether the region is the same; the smaller population over the larger one; and of the
 * networks of either on a day those of both (Jaccard). For cities without a link too, of whom a graph says nothing.
 * @param own Its number.
 * @param day In days since 1970-01-01.
 * @param isExcluded Which cities are left out.
 * @returns Numbers of cities as nodes.
 */
export function similarCities(
  { regions, populations, memberships }: CityFacts,
  own: number,
  day: number,
  first: number,
  isExcluded: (city: number) => boolean,
): Scored[] {
  const { shared, counts } = networkCounts(memberships, own, day);
  const best = new TopList(first);
  const ownCount = counts.get(own) ?? 0;
  for (let other = 0; other < regions.length; other++) {
    if (other === own || isExcluded(other)) continue;
    const sameRegion = regions[own]! >= 0 && regions[own] === regions[other] ? 1 : 0;
    const [less, more] = [populations[own]!, populations[other]!].sort((a, b) => a - b) as [number, number];
    const population = less > 0 ? less / more : 0;
    const both = shared.get(other) ?? 0;
    const jaccard = both === 0 ? 0 : both / (ownCount + counts.get(other)! - both);
    const score = (sameRegion + population + jaccard) / 3;
    if (score > 0) best.add(other, score);
  }
  return best.items;
}

/** Of how many networks each city is a member on a day, and of how many together with one of them. */
function networkCounts({ networks, offsets, members, from, until }: Memberships, city: number, day: number) {
  const shared = new Map<number, number>();
  const counts = new Map<number, number>();
  const add = (map: Map<number, number>, key: number): void => void map.set(key, (map.get(key) ?? 0) + 1);
  for (let network = 0; network < networks.length; network++) {
    const present = new Set<number>();
    for (let i = offsets[network]!; i < offsets[network + 1]!; i++)
      if (from[i]! <= day && day < until[i]! && until[i] !== ENDED) present.add(members[i]!);
    for (const member of present) {
      add(counts, member);
      if (present.has(city)) add(shared, member);
    }
  }
  return { shared, counts };
}

import { seededRandom } from './algorithms/random';

/** Who was a member of what, when, and how solutions spread: years are numbers, rows without a date are left out already. */
export interface AdoptionHistory {
  /** With a known first day; in days since 1970-01-01, the day after the last may lie beyond all years. */
  memberships: readonly { city: number; network: number; from: number; until: number }[];
  solutions: readonly SpreadOfSolution[];
  /** The last year that is looked at. */
  lastYear: number;
  /** How many memberships, adoptions and solutions were left out for want of a date. */
  undatedCount: number;
}

export interface SpreadOfSolution {
  /** The city that originated it; never at risk. */
  origin: number;
  /** Of its first record. Cities are at risk from the year after. */
  firstYear: number;
  adoptions: readonly { city: number; year: number }[];
  /** Cities that adopted it nobody knows when: not at risk. */
  undated: readonly number[];
}

/** Adoptions among city–solution–years at risk. */
export interface RiskGroup {
  adoptionCount: number;
  opportunityCount: number;
}

export interface ExposureResult {
  exposed: RiskGroup;
  unexposed: RiskGroup;
  /** Mantel and Haenszel's, stratified by solution and year; null with fewer than ten adoptions in either group. */
  rateRatio: number | null;
  /** The 2.5th and 97.5th percentile of it over samples of the solutions, drawn with replacement. */
  interval95: [number, number] | null;
  /** That of the history. */
  undatedCount: number;
}

export const BOOTSTRAP_SAMPLES = 2000;
const SEED = 42;
const LEAST_ADOPTIONS = 10;

/** What one solution adds: its counts, and the two sums of the Mantel–Haenszel ratio. */
interface Contribution {
  exposed: RiskGroup;
  unexposed: RiskGroup;
  numerator: number;
  denominator: number;
}

/**
 * Whether cities adopted a solution more often in years on whose first day they shared a network with a city that had
 * originated or adopted it in an earlier year.
 */
export function exposure({ memberships, solutions, lastYear, undatedCount }: AdoptionHistory): ExposureResult {
  const cities = new Set(memberships.map(({ city }) => city));
  const membersOn = membersByYear(memberships);
  const parts = solutions.map((solution) => contributionOf(solution, cities, membersOn, lastYear));
  const total = (group: 'exposed' | 'unexposed', count: keyof RiskGroup): number =>
    parts.reduce((sum, part) => sum + part[group][count], 0);
  const groupOf = (group: 'exposed' | 'unexposed'): RiskGroup => ({
    adoptionCount: total(group, 'adoptionCount'),
    opportunityCount: total(group, 'opportunityCount'),
  });
  const [exposed, unexposed] = [groupOf('exposed'), groupOf('unexposed')];
  const isEnough = Math.min(exposed.adoptionCount, unexposed.adoptionCount) >= LEAST_ADOPTIONS;
  const ratio = isEnough ? ratioOf(parts) : Infinity;
  const hasRatio = Number.isFinite(ratio);
  return {
    exposed,
    unexposed,
    rateRatio: hasRatio ? ratio : null,
    interval95: hasRatio ? bootstrap(parts) : null,
    undatedCount,
  };
}

type MembersOn = (year: number) => ReadonlyMap<number, readonly number[]>;

const firstDayOf = (year: number): number => Date.UTC(year, 0, 1) / 86_400_000;

/** The members of each network on the first day of a year. */
function membersByYear(memberships: AdoptionHistory['memberships']): MembersOn {
  const known = new Map<number, Map<number, number[]>>();
  return (year) => {
    const remembered = known.get(year);
    if (remembered) return remembered;
    const day = firstDayOf(year);
    const members = new Map<number, number[]>();
    for (const { city, network, from, until } of memberships) {
      if (day < from || day >= until) continue;
      const ofNetwork = members.get(network);
      if (ofNetwork) ofNetwork.push(city);
      else members.set(network, [city]);
    }
    known.set(year, members);
    return members;
  };
}

function contributionOf(
  { origin, firstYear, adoptions, undated }: SpreadOfSolution,
  cities: ReadonlySet<number>,
  membersOn: MembersOn,
  lastYear: number,
): Contribution {
  const part: Contribution = {
    exposed: { adoptionCount: 0, opportunityCount: 0 },
    unexposed: { adoptionCount: 0, opportunityCount: 0 },
    numerator: 0,
    denominator: 0,
  };
  const yearOf = new Map(adoptions.map(({ city, year }) => [city, year]));
  const isUnknown = new Set(undated);
  for (let year = firstYear + 1; year <= lastYear; year++) {
    const hasIt = (city: number): boolean => city === origin || (yearOf.get(city) ?? Infinity) < year;
    const exposedCities = new Set<number>();
    for (const members of membersOn(year).values())
      if (members.some(hasIt)) for (const member of members) exposedCities.add(member);
    const [exposed, unexposed] = [part.exposed, part.unexposed].map((group) => ({ ...group }));
    for (const city of cities) {
      if (hasIt(city) || isUnknown.has(city)) continue;
      const group = exposedCities.has(city) ? part.exposed : part.unexposed;
      group.opportunityCount++;
      if (yearOf.get(city) === year) group.adoptionCount++;
    }
    const grown = (now: RiskGroup, before: RiskGroup, count: keyof RiskGroup): number => now[count] - before[count];
    const exposedAtRisk = grown(part.exposed, exposed!, 'opportunityCount');
    const unexposedAtRisk = grown(part.unexposed, unexposed!, 'opportunityCount');
    const atRisk = exposedAtRisk + unexposedAtRisk;
    if (atRisk === 0) continue;
    part.numerator += (grown(part.exposed, exposed!, 'adoptionCount') * unexposedAtRisk) / atRisk;
    part.denominator += (grown(part.unexposed, unexposed!, 'adoptionCount') * exposedAtRisk) / atRisk;
  }
  return part;
}

function ratioOf(parts: readonly Contribution[]): number {
  let numerator = 0;
  let denominator = 0;
  for (const part of parts) {
    numerator += part.numerator;
    denominator += part.denominator;
  }
  return denominator === 0 ? Infinity : numerator / denominator;
}

/** Solutions are drawn, not years or cities: what happens to one solution hangs together. */
function bootstrap(parts: readonly Contribution[]): [number, number] | null {
  const random = seededRandom(SEED);
  const ratios = Float64Array.from({ length: BOOTSTRAP_SAMPLES }, () =>
    ratioOf(parts.map(() => parts[Math.floor(random() * parts.length)]!)),
  ).sort();
  const at = (share: number): number => ratios[Math.round(share * (BOOTSTRAP_SAMPLES - 1))]!;
  const interval: [number, number] = [at(0.025), at(0.975)];
  return interval.every(Number.isFinite) ? interval : null;
}

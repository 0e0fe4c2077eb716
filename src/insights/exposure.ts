import { seededRandom } from './algorithms/random';
import { Bits } from './graph/bits';
import { MembersByYear, type DatedMembership, type MembersOfYear } from './members-by-year';

/** Who was a member of what, when, and how solutions spread: years are numbers, rows without a date are left out already. */
export interface AdoptionHistory {
  memberships: readonly DatedMembership[];
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
  const members = new MembersByYear(memberships);
  const parts = solutions.map((solution) => new Spread(members).of(solution, lastYear));
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

/** The history of one solution, year by year. Cities have the numbers that they have among members; others are never at risk. */
class Spread {
  private readonly exposed: RiskGroup = { adoptionCount: 0, opportunityCount: 0 };
  private readonly unexposed: RiskGroup = { adoptionCount: 0, opportunityCount: 0 };
  private numerator = 0;
  private denominator = 0;
  /** Who originated the solution, or adopted it in an earlier year. */
  private readonly holders = new Set<number>();
  /** They, and who adopted it nobody knows when. */
  private readonly notAtRisk = new Set<number>();
  /** Who shares a network with a holder. */
  private readonly reached: Bits;

  constructor(private readonly members: MembersByYear) {
    this.reached = new Bits(members.cityCount);
  }

  of({ origin, firstYear, adoptions, undated }: SpreadOfSolution, lastYear: number): Contribution {
    const yearOf = new Map(adoptions.map(({ city, year }) => [city, year]));
    yearOf.set(origin, -Infinity);
    const adopters = [...yearOf].sort(([, a], [, b]) => a - b);
    for (const city of this.numbersOf(undated)) this.notAtRisk.add(city);
    let next = 0;
    const adoptersUntil = (year: number): number[] => {
      const from = next;
      while (next < adopters.length && adopters[next]![1] <= year) next++;
      return this.numbersOf(adopters.slice(from, next).map(([city]) => city));
    };
    this.hold(adoptersUntil(firstYear));
    for (let year = firstYear + 1; year <= lastYear; year++) {
      const adopting = adoptersUntil(year);
      this.addYear(this.members.on(year), adopting);
      this.hold(adopting);
    }
    const { exposed, unexposed, numerator, denominator } = this;
    return { exposed, unexposed, numerator, denominator };
  }

  private addYear({ networksOf, members }: MembersOfYear, adopting: readonly number[]): void {
    const { reached, notAtRisk } = this;
    reached.clear();
    const networks = new Set([...this.holders].flatMap((city) => networksOf[city]!));
    for (const network of networks) reached.addAll(members[network]!);
    let exposedAtRisk = reached.count;
    for (const city of notAtRisk) if (reached.has(city)) exposedAtRisk--;
    const atRisk = this.members.cityCount - notAtRisk.size;
    if (atRisk === 0) return;
    const unexposedAtRisk = atRisk - exposedAtRisk;
    const adopted = adopting.filter((city) => !notAtRisk.has(city));
    const exposedCount = adopted.filter((city) => reached.has(city)).length;
    const unexposedCount = adopted.length - exposedCount;
    addTo(this.exposed, exposedCount, exposedAtRisk);
    addTo(this.unexposed, unexposedCount, unexposedAtRisk);
    this.numerator += (exposedCount * unexposedAtRisk) / atRisk;
    this.denominator += (unexposedCount * exposedAtRisk) / atRisk;
  }

  private hold(cities: readonly number[]): void {
    for (const city of cities) {
      this.holders.add(city);
      this.notAtRisk.add(city);
    }
  }

  private numbersOf(cities: readonly number[]): number[] {
    return cities.map((city) => this.members.numberOf(city)).filter((number) => number !== undefined);
  }
}

function addTo(group: RiskGroup, adoptionCount: number, opportunityCount: number): void {
  group.adoptionCount += adoptionCount;
  group.opportunityCount += opportunityCount;
}

function ratioOf(parts: readonly Contribution[], chosen = (i: number): number => i): number {
  let numerator = 0;
  let denominator = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[chosen(i)]!;
    numerator += part.numerator;
    denominator += part.denominator;
  }
  return denominator === 0 ? Infinity : numerator / denominator;
}

/** Solutions are drawn, not years or cities: what happens to one solution hangs together. */
function bootstrap(parts: readonly Contribution[]): [number, number] | null {
  const random = seededRandom(SEED);
  const ratios = Float64Array.from({ length: BOOTSTRAP_SAMPLES }, () =>
    ratioOf(parts, () => Math.floor(random() * parts.length)),
  ).sort();
  const at = (share: number): number => ratios[Math.round(share * (BOOTSTRAP_SAMPLES - 1))]!;
  const interval: [number, number] = [at(0.025), at(0.975)];
  return interval.every(Number.isFinite) ? interval : null;
}

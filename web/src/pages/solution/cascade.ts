/** What a cascade is drawn from: who took it up, from whom where that is known, and when. */
export interface Link {
  from: { id: string } | null;
  to: { id: string; name: string };
  adoption: { id: string; adoptedOn: string | null };
}

/** A city that took the solution up, and those that learnt it from there. */
export interface Branch<T extends Link> {
  step: T;
  branches: Branch<T>[];
}

export interface Tree<T extends Link> {
  /** Those that learnt it from its own city. */
  branches: Branch<T>[];
  /** Those that have not said from whom they learnt it, or name a city that is not in the cascade, with all that follows from them. */
  unattached: Branch<T>[];
}

/** The steps as a tree from the origin on, in the order in which they come: the earliest first. */
export function treeOf<T extends Link>(origin: string | undefined, steps: readonly T[]): Tree<T> {
  const adopters = new Set(steps.map(({ to }) => to.id));
  const below = (from: string, above: ReadonlySet<string>): Branch<T>[] =>
    steps.filter((step) => step.from?.id === from && !above.has(step.to.id)).map((step) => branchOf(step, above));
  // A circle of cities that say they learnt it from one another must not be followed for ever.
  const branchOf = (step: T, above: ReadonlySet<string>): Branch<T> => ({
    step,
    branches: below(step.to.id, new Set([...above, step.to.id])),
  });
  const isRoot = ({ from }: T) => from === null || (from.id !== origin && !adopters.has(from.id));
  const branches = origin === undefined ? [] : below(origin, new Set([origin]));
  const unattached = steps.filter(isRoot).map((step) => branchOf(step, new Set([step.to.id])));
  return { branches, unattached };
}

/** The year of a date; null where there is none. */
export const yearOf = (date: string | null): number | null => (date === null ? null : Number(date.slice(0, 4)));

/** How many were added in each year from the first to the last, years without any among them; undated ones are left out. */
export function byYear(steps: readonly Link[]): { year: number; count: number }[] {
  const years = steps.map(({ adoption }) => yearOf(adoption.adoptedOn)).filter((year) => year !== null);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => ({
    year: first + i,
    count: years.filter((year) => year === first + i).length,
  }));
}

/** The steps up to a year; undated ones belong to no year. */
export const until = <T extends Link>(steps: readonly T[], year: number | null): T[] =>
  year === null ? [...steps] : steps.filter(({ adoption }) => (yearOf(adoption.adoptedOn) ?? Infinity) <= year);

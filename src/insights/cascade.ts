/** That a city took a solution up. */
export interface CascadeRecord {
  city: number;
  /** The city that it was learnt from, as declared; null where unknown. */
  learnedFrom: number | null;
  /** Whether it was stopped since: others may have learnt from it before. */
  isStopped: boolean;
}

/** How a solution travelled, by declared sources alone. */
export interface Cascade {
  /** Of each record, how many steps lie between the origin and it; null where it is not known whom it was learnt from. */
  depths: readonly (number | null)[];
  /** How many adoptions that go on there are at depth 1, at depth 2 and so on, as far as there are any. */
  byGeneration: readonly number[];
  /** Adoptions that go on, and those that were stopped. */
  size: number;
  stoppedCount: number;
}

/**
 * Follows each adoption back to the solution's city. A chain that does not end there has no depth: nothing is inferred.
 * @param origin The solution's city.
 * @param records At most one for each city.
 */
export function cascade(origin: number, records: readonly CascadeRecord[]): Cascade {
  const byCity = new Map(records.map((record) => [record.city, record]));
  const depths = records.map((record) => depthOf(record, origin, byCity));
  const byGeneration: number[] = [];
  let size = 0;
  records.forEach(({ isStopped }, i) => {
    if (isStopped) return;
    size++;
    const depth = depths[i] ?? null;
    if (depth === null) return;
    while (byGeneration.length < depth) byGeneration.push(0);
    byGeneration[depth - 1]!++;
  });
  return { depths, byGeneration, size, stoppedCount: records.length - size };
}

function depthOf(record: CascadeRecord, origin: number, byCity: ReadonlyMap<number, CascadeRecord>): number | null {
  let depth = 1;
  let { learnedFrom } = record;
  while (learnedFrom !== origin) {
    const source: CascadeRecord | undefined = learnedFrom === null ? undefined : byCity.get(learnedFrom);
    // Longer than all records is a circle.
    if (!source || depth > byCity.size) return null;
    ({ learnedFrom } = source);
    depth++;
  }
  return depth;
}

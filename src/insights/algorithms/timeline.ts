import { firstPlaceAbove, type Graph, linkNumber, nodeCount, UNDATED } from '../graph/graph';

export type TimelineStep = 'MONTH' | 'YEAR';

/** What had become of the graph by the end of a month or a year. */
export interface TimelinePoint {
  /** The first day of the month or year, in days since 1970-01-01. */
  day: number;
  /** The links whose first record falls into it. */
  newLinks: number;
  /** The links with a first record until its end. */
  totalLinks: number;
  /** The nodes that these have. */
  nodeCount: number;
}

/**
 * The growth of the graph, a point for each month or year from the first to the last that brought a link. Links without
 * a date are left out.
 */
export function timeline(graph: Graph, step: TimelineStep): TimelinePoint[] {
  const newLinks = countByStep(graph.links.firstDays, step);
  const newNodes = countByStep(firstDaysOfNodes(graph), step);
  const steps = [...newLinks.keys()];
  // Steps may be many: not spread into arguments.
  const first = steps.reduce((a, b) => Math.min(a, b), Infinity);
  const last = steps.reduce((a, b) => Math.max(a, b), -Infinity);
  const points: TimelinePoint[] = [];
  let totalLinks = 0;
  let totalNodes = 0;
  for (let at = first; at <= last; at++) {
    const count = newLinks.get(at) ?? 0;
    totalLinks += count;
    totalNodes += newNodes.get(at) ?? 0;
    points.push({ day: firstDayOf(at, step), newLinks: count, totalLinks, nodeCount: totalNodes });
  }
  return points;
}

/** The number of links without any dated record. */
export function undatedLinkCount({ links }: Graph): number {
  let count = 0;
  for (const day of links.firstDays) if (day === UNDATED) count++;
  return count;
}

function firstDaysOfNodes(graph: Graph): Int32Array {
  const days = new Int32Array(nodeCount(graph)).fill(UNDATED);
  const note = (node: number, day: number): void => {
    if (days[node] === UNDATED || day < days[node]!) days[node] = day;
  };
  for (let lower = 0; lower < days.length; lower++) {
    for (let place = firstPlaceAbove(graph, lower); place < graph.offsets[lower + 1]!; place++) {
      const day = graph.links.firstDays[linkNumber(graph, lower, place)]!;
      if (day === UNDATED) continue;
      note(lower, day);
      note(graph.neighbours[place]!, day);
    }
  }
  return days;
}

/** How many days fall into each month or year, by its number since the year 0. */
function countByStep(days: Int32Array, step: TimelineStep): Map<number, number> {
  const countByDay = new Map<number, number>();
  for (const day of days) if (day !== UNDATED) countByDay.set(day, (countByDay.get(day) ?? 0) + 1);
  const counts = new Map<number, number>();
  for (const [day, count] of countByDay) {
    const at = stepOf(day, step);
    counts.set(at, (counts.get(at) ?? 0) + count);
  }
  return counts;
}

const DAY = 86_400_000;

function stepOf(day: number, step: TimelineStep): number {
  const date = new Date(day * DAY);
  return step === 'YEAR' ? date.getUTCFullYear() : date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function firstDayOf(at: number, step: TimelineStep): number {
  const [year, month] = step === 'YEAR' ? [at, 0] : [Math.floor(at / 12), at % 12];
  // Date.UTC takes the years 0 to 99 for those of the twentieth century.
  return new Date(0).setUTCFullYear(year, month, 1) / DAY;
}

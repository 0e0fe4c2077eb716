import { graphOf } from './build';
import { emptyTable } from './collapse';
import type { Graph, LinkTable } from './graph';
import { linksOf } from './links';

/**
 * The graph with some of its links changed: what comes out is what a rebuild from all records gives.
 * @param changes Each link whose records have changed, as it is now; one without records goes.
 */
export const mergeLinks = (graph: Graph, changes: LinkTable): Graph => graphOf(mergeTables(linksOf(graph), changes));

/** One table out of two, where both have a link that of the changes. */
function mergeTables(links: LinkTable, changes: LinkTable): LinkTable {
  const merged = emptyTable(links.sources.length + changes.sources.length);
  let size = 0;
  const append = (table: LinkTable, start: number, end: number): void => {
    copyRows(table, start, end, merged, size);
    size += end - start;
  };
  let rest = 0;
  for (let change = 0; change < changes.sources.length; change++) {
    const next = firstNotBefore(links, changes.sources[change]!, changes.targets[change]!, rest);
    append(links, rest, next);
    if (changes.recordCounts[change]! > 0) append(changes, change, change + 1);
    const isReplaced =
      links.sources[next] === changes.sources[change] && links.targets[next] === changes.targets[change];
    rest = isReplaced ? next + 1 : next;
  }
  append(links, rest, links.sources.length);
  return size === merged.sources.length ? merged : cut(merged, size);
}

/** The position of the first link, from `start` on, that does not come before this pair. */
function firstNotBefore({ sources, targets }: LinkTable, source: number, target: number, start: number): number {
  let low = start;
  let high = sources.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const isBefore = sources[middle]! < source || (sources[middle] === source && targets[middle]! < target);
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

const columns = (table: LinkTable) =>
  [
    table.sources,
    table.targets,
    table.weights,
    table.recordCounts,
    table.directions,
    table.firstDays,
    table.lastDays,
  ] as const;

function copyRows(from: LinkTable, start: number, end: number, to: LinkTable, at: number): void {
  const targets = columns(to);
  columns(from).forEach((column, i) => targets[i]!.set(column.subarray(start, end), at));
}

function cut(table: LinkTable, size: number): LinkTable {
  const result = emptyTable(size);
  copyRows(table, 0, size, result, 0);
  return result;
}

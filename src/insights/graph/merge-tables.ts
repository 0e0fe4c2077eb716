import { emptyTable } from './collapse';
import type { LinkTable } from './graph';

/**
 * A table with all links among some nodes replaced.
 * @param ids Of these nodes.
 * @param links The links among them that there are now.
 */
export function replaceRowsAmong(table: LinkTable, ids: Int32Array, links: LinkTable): LinkTable {
  const isAmong = new Set(ids);
  const isKept = (_: unknown, i: number): boolean => !isAmong.has(table.sources[i]!) || !isAmong.has(table.targets[i]!);
  const kept = emptyTable(table.sources.filter(isKept).length);
  columns(table).forEach((column, i) => columns(kept)[i]!.set(column.filter(isKept)));
  return mergeTables(kept, links);
}

/** One table out of two, where both have a link that of the changes; what has no records there goes. */
export function mergeTables(links: LinkTable, changes: LinkTable): LinkTable {
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

import { collapse, type LinkRecords } from './collapse';
import type { LinkTable } from './graph';
import { replaceRowsAmong } from './merge-tables';

/** The links of directed records one way, each by itself: those from the lower id to the higher, and those from the higher to the lower. */
export interface Arcs {
  readonly upwards: LinkTable;
  readonly downwards: LinkTable;
}

export const arcsOf = (records: LinkRecords): Arcs => ({
  upwards: collapse(chosen(records, (source, target) => source < target)),
  downwards: collapse(chosen(records, (source, target) => source > target)),
});

function chosen(records: LinkRecords, isChosen: (source: number, target: number) => boolean): LinkRecords {
  const { sources, targets, weights, days } = records;
  const isKept = (_: number, i: number): boolean => isChosen(sources[i]!, targets[i]!);
  return {
    sources: sources.filter(isKept),
    targets: targets.filter(isKept),
    weights: weights?.filter(isKept),
    days: days?.filter(isKept),
    isDirected: true,
  };
}

/** All links among some nodes replaced. @param ids Of these nodes, ascending. */
export const replaceArcsAmong = (arcs: Arcs, ids: Int32Array, among: Arcs): Arcs => ({
  upwards: replaceRowsAmong(arcs.upwards, ids, among.upwards),
  downwards: replaceRowsAmong(arcs.downwards, ids, among.downwards),
});

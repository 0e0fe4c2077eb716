import fs from 'node:fs';
import { choosePivots } from '../../src/insights/algorithms/pivots';
import { seededRandom } from '../../src/insights/algorithms/random';
import type { LinkRecords } from '../../src/insights/graph/collapse';

/** A file of links as 32-bit integers of this machine: all sources, then all targets, then those of the links that a merge adds. */
export interface GraphFile {
  name: string;
  nodeCount: number;
  linkCount: number;
  /** The nodes that betweenness is estimated from. */
  pivots: number[];
  /** What communities are asked for with, since they are a matter of chance: the first time counts. */
  seeds: number[];
}

/** How many links a merge adds, and how many it removes. */
export const CHANGES = 500;

const PIVOTS = 50;

/**
 * Writes a random graph, the same each time, with a few hubs and many nodes of few links, as cities have: one end of
 * each link is any node, each node at least once; the other a node that an earlier link has, or, one time out of four, any node.
 */
export function writeRandomGraph(
  name: string,
  [nodeCount, linkCount]: readonly [nodeCount: number, linkCount: number],
  seeds: number[] = [42],
): GraphFile {
  const random = seededRandom(1);
  const size = linkCount + CHANGES;
  const sources = new Int32Array(size);
  const targets = new Int32Array(size);
  const seen = new Set<number>();
  const anyNode = (): number => Math.floor(random() * nodeCount);
  for (let link = 0; link < size;) {
    const source = link < nodeCount ? link : anyNode();
    const known = random() < 0.5 ? sources : targets;
    const target = link === 0 || random() < 0.25 ? anyNode() : known[Math.floor(random() * link)]!;
    const pair = Math.min(source, target) * nodeCount + Math.max(source, target);
    if (source === target || seen.has(pair)) continue;
    seen.add(pair);
    sources[link] = source;
    targets[link++] = target;
  }
  const ends = new Int32Array(2 * size);
  ends.set(sources.subarray(0, linkCount));
  ends.set(targets.subarray(0, linkCount), linkCount);
  ends.set(sources.subarray(linkCount), 2 * linkCount);
  ends.set(targets.subarray(linkCount), 2 * linkCount + CHANGES);
  fs.writeFileSync(name, ends);
  const pivots = Array.from(choosePivots(nodeCount, { exactLimit: 0, pivotCount: PIVOTS }).nodes);
  return { name, nodeCount, linkCount, pivots, seeds };
}

/** What a file has: the links, with weights from 1/4 to 1, and what a merge adds and removes. */
export interface RandomGraph {
  records: Required<Omit<LinkRecords, 'days' | 'isDirected'>>;
  added: Ends;
  removed: Ends;
}

type Ends = Pick<LinkRecords, 'sources' | 'targets'>;

export function readRandomGraph({ name, linkCount }: GraphFile): RandomGraph {
  const ends = new Int32Array(new Uint8Array(fs.readFileSync(name)).buffer);
  const part = (number: number, size: number, start: number): Int32Array =>
    ends.subarray(start + number * size, start + (number + 1) * size);
  const [sources, targets] = [part(0, linkCount, 0), part(1, linkCount, 0)];
  const everySo = (column: Int32Array): Int32Array =>
    Int32Array.from({ length: CHANGES }, (_, i) => column[i * Math.floor(linkCount / CHANGES)]!);
  return {
    records: {
      sources,
      targets,
      weights: Float64Array.from(sources, (source, i) => 1 / (1 + ((source + targets[i]!) % 4))),
    },
    added: { sources: part(0, CHANGES, 2 * linkCount), targets: part(1, CHANGES, 2 * linkCount) },
    removed: { sources: everySo(sources), targets: everySo(targets) },
  };
}

import fs from 'node:fs';
import { seededRandom } from '../../src/insights/algorithms/random';
import type { LinkRecords } from '../../src/insights/graph/collapse';

/** A file of links: all sources, then all targets, as 32-bit integers of this machine. */
export interface GraphFile {
  name: string;
  nodeCount: number;
  linkCount: number;
}

/**
 * Writes a random graph, the same each time, with a few hubs and many nodes of few links, as cities have: one end of
 * each link is any node, the other a node that an earlier link has, or, one time out of four, any node.
 */
export function writeRandomGraph(
  name: string,
  [nodeCount, linkCount]: readonly [nodeCount: number, linkCount: number],
): GraphFile {
  const random = seededRandom(1);
  const ends = new Int32Array(2 * linkCount);
  const sources = ends.subarray(0, linkCount);
  const targets = ends.subarray(linkCount);
  const seen = new Set<number>();
  const anyNode = (): number => Math.floor(random() * nodeCount);
  for (let link = 0; link < linkCount;) {
    const source = anyNode();
    const target = link === 0 || random() < 0.25 ? anyNode() : ends[endOf(random, link, linkCount)]!;
    const pair = Math.min(source, target) * nodeCount + Math.max(source, target);
    if (source === target || seen.has(pair)) continue;
    seen.add(pair);
    sources[link] = source;
    targets[link++] = target;
  }
  fs.writeFileSync(name, ends);
  return { name, nodeCount, linkCount };
}

/** The position of a random end of the first links. */
const endOf = (random: () => number, links: number, linkCount: number): number =>
  Math.floor(random() * links) + (random() < 0.5 ? linkCount : 0);

/** The links of a file, with weights from 1/4 to 1. */
export function readRandomGraph({ name, linkCount }: GraphFile): Required<Omit<LinkRecords, 'days' | 'isDirected'>> {
  const ends = new Int32Array(new Uint8Array(fs.readFileSync(name)).buffer);
  const sources = ends.subarray(0, linkCount);
  const targets = ends.subarray(linkCount);
  return {
    sources,
    targets,
    weights: Float64Array.from(sources, (source, i) => 1 / (1 + ((source + targets[i]!) % 4))),
  };
}

/** The file that a contender's process was called with. */
export const fileOfProcess = (): GraphFile => JSON.parse(process.argv[2]!) as GraphFile;

import { gather, scatter } from '../../graph/gather';
import { type Graph, nodeCount } from '../../graph/graph';
import { canonicalPartition, type Partition, singletons } from '../partition';
import { type Random, seededRandom, shuffled } from '../random';
import { aggregate, groundLevel, type Level } from './level';
import { moveNodes } from './move-nodes';
import { refine } from './refine';

export interface LeidenOptions {
  /** Above 1 makes more and smaller communities; 1 by default. */
  resolution?: number;
  /** Of the order in which nodes are visited; 42 by default. */
  seed?: number;
  /** Whether links count by their weight; true by default. */
  weighted?: boolean;
  /** How often the whole is done, each time from what came out before; 3 by default, where leidenalg and igraph have 2. */
  iterations?: number;
}

/**
 * Communities of high modularity, each connected within: the Leiden algorithm (Traag, Waltman and van Eck 2019). The
 * same graph, options and seed give the same communities on every machine; the largest comes first.
 */
export function leiden(
  graph: Graph,
  { resolution = 1, seed = 42, weighted = true, iterations = 3 }: LeidenOptions = {},
): Partition {
  const random = seededRandom(seed);
  const ground = groundLevel(graph, weighted);
  let communities = singletons(nodeCount(graph));
  for (let i = 0; i < iterations; i++) communities = improve(ground, communities, resolution, random);
  return canonicalPartition(communities);
}

/** Moves nodes, then subsets of nodes, then subsets of these, until no community is left to be merged. */
function improve(ground: Level, start: Uint32Array, resolution: number, random: Random): Uint32Array {
  let level = ground;
  let communities = numbered(start).labels;
  // The node of the current level that each node of the graph is part of.
  let nodes = singletons(start.length);
  for (;;) {
    const size = level.strengths.length;
    moveNodes(level, communities, resolution, shuffled(size, random));
    const { labels, count } = numbered(communities);
    const refined = numbered(refine(level, labels, resolution, shuffled(size, random)));
    if (refined.count === size || count === size) return gather(labels, nodes);
    nodes = gather(refined.labels, nodes);
    communities = new Uint32Array(refined.count);
    scatter(labels, refined.labels, communities);
    level = aggregate(level, refined.labels, refined.count);
  }
}

/** The same groups, numbered from 0 in the order of their first node. */
function numbered(labels: Uint32Array): { labels: Uint32Array<ArrayBuffer>; count: number } {
  const numberOf = new Int32Array(labels.length).fill(-1);
  const result = new Uint32Array(labels.length);
  let count = 0;
  for (let node = 0; node < labels.length; node++) {
    const label = labels[node]!;
    if (numberOf[label]! < 0) numberOf[label] = count++;
    result[node] = numberOf[label]!;
  }
  return { labels: result, count };
}

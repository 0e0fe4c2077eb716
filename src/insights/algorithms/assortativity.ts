import { type Graph, nodeCount } from '../graph/graph';
import { degrees } from './degree';

export interface Assortativity {
  /** From −1 to 1; null where it is not defined: no links, or all ends alike. */
  coefficient: number | null;
  /** How many nodes were left out with their links, because their value is not known. */
  unknownCount: number;
}

/**
 * Whether nodes link to others of like degree: Pearson's correlation of the degrees at both ends of the links (Newman
 * 2002). networkx.degree_assortativity_coefficient.
 */
export const degreeAssortativity = (graph: Graph): Assortativity => numericAssortativity(graph, degrees(graph));

/**
 * Whether nodes link to others with like values: Pearson's correlation of the values at both ends of the links, each
 * link taken both ways (Newman 2003). networkx.numeric_assortativity_coefficient.
 * @param values Of each node; NaN where it is unknown.
 */
export function numericAssortativity(graph: Graph, values: ArrayLike<number>): Assortativity {
  const isUnknown = (node: number): boolean => Number.isNaN(values[node]);
  let count = 0;
  let sum = 0;
  forEachEnd(graph, isUnknown, (node) => {
    count++;
    sum += values[node]!;
  });
  const mean = sum / count;
  let variance = 0;
  let covariance = 0;
  forEachEnd(graph, isUnknown, (node, neighbour) => {
    const deviation = values[node]! - mean;
    variance += deviation * deviation;
    covariance += deviation * (values[neighbour]! - mean);
  });
  // What the rounding of the mean leaves over is no variance.
  const isConstant = !(variance > count * mean * mean * 1e-24);
  return { coefficient: isConstant ? null : covariance / variance, unknownCount: countNodes(graph, isUnknown) };
}

/**
 * Whether nodes link to others of their own category: (Σ e_ii − Σ a_i²) / (1 − Σ a_i²), where e_ii is the share of
 * link ends within category i, and a_i that of all link ends in it (Newman 2003).
 * networkx.attribute_assortativity_coefficient.
 * @param categories Of each node; negative where it is unknown.
 */
export function categoricalAssortativity(graph: Graph, categories: Int32Array): Assortativity {
  const isUnknown = (node: number): boolean => categories[node]! < 0;
  const endsIn = new Map<number, number>();
  let count = 0;
  let within = 0;
  forEachEnd(graph, isUnknown, (node, neighbour) => {
    const category = categories[node]!;
    endsIn.set(category, (endsIn.get(category) ?? 0) + 1);
    count++;
    if (categories[neighbour] === category) within++;
  });
  let expected = 0;
  for (const ends of endsIn.values()) expected += (ends / count) ** 2;
  const coefficient = endsIn.size < 2 ? null : (within / count - expected) / (1 - expected);
  return { coefficient, unknownCount: countNodes(graph, isUnknown) };
}

/** Visits both ends of every link between known nodes. */
function forEachEnd(
  { ids, offsets, neighbours }: Graph,
  isUnknown: (node: number) => boolean,
  visit: (node: number, neighbour: number) => void,
): void {
  for (let node = 0; node < ids.length; node++) {
    if (isUnknown(node)) continue;
    for (let place = offsets[node]!; place < offsets[node + 1]!; place++)
      if (!isUnknown(neighbours[place]!)) visit(node, neighbours[place]!);
  }
}

function countNodes(graph: Graph, condition: (node: number) => boolean): number {
  let count = 0;
  for (let node = 0; node < nodeCount(graph); node++) if (condition(node)) count++;
  return count;
}

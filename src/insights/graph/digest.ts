import { createHash } from 'node:crypto';
import { significant } from './significant';
import { type Graph, nodeCount } from './graph';

// Characters that are hashed at once.
const CHUNK = 65_536;

/**
 * SHA-256, in hexadecimal, of the graph's nodes, links and weights, to verify a citation with. What is hashed is text in
 * UTF-8 that anyone can make of an export: the line "nodes", each node's name on a line, the line "links", and on a
 * line for each link its ends' names and its weight (as JavaScript prints it, of 12 significant digits), parted by tabs.
 * The end whose name sorts first comes first; lines are ordered by the first name, then the second, names by UTF-16
 * code units.
 * @param nameOf A name for each id, different for each and without tabs and line breaks.
 */
export function digest(graph: Graph, nameOf: (id: number) => string): string {
  const names = Array.from(graph.ids, nameOf);
  const byName = Uint32Array.from(names.keys()).sort((a, b) => (names[a]! < names[b]! ? -1 : 1));
  const hash = createHash('sha256');
  let chunk = '';
  for (const line of lines(graph, names, byName)) {
    chunk += `${line}\n`;
    if (chunk.length < CHUNK) continue;
    hash.update(chunk);
    chunk = '';
  }
  return hash.update(chunk).digest('hex');
}

function* lines(graph: Graph, names: readonly string[], byName: Uint32Array): Generator<string> {
  const { offsets, neighbours, weights } = graph;
  const rank = new Uint32Array(nodeCount(graph));
  byName.forEach((node, i) => (rank[node] = i));
  yield 'nodes';
  for (const node of byName) yield names[node]!;
  yield 'links';
  for (const node of byName) {
    const places: number[] = [];
    for (let place = offsets[node]!; place < offsets[node + 1]!; place++)
      if (rank[neighbours[place]!]! > rank[node]!) places.push(place);
    places.sort((a, b) => rank[neighbours[a]!]! - rank[neighbours[b]!]!);
    for (const place of places) yield `${names[node]!}\t${names[neighbours[place]!]!}\t${significant(weights[place]!)}`;
  }
}

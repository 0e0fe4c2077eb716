import { degreeOf, type Graph } from '../../graph/graph';
import { listPaths, type Path } from './path';

/**
 * The shortest paths between two nodes by the number of links, at most `limit` of them, in the order of their nodes;
 * none where they are in different components. networkx.all_shortest_paths; with a limit of 1, the same path always.
 * Searched from both ends at once (Pohl 1971), which in a graph of a million links sees but a few thousand of them.
 */
export function shortestPaths(graph: Graph, source: number, target: number, limit = 1): Path[] {
  const forwards = new Ball(graph, source);
  const backwards = new Ball(graph, target);
  let meeting = source === target ? [source] : [];
  while (meeting.length === 0) {
    const [smaller, other] = forwards.work <= backwards.work ? [forwards, backwards] : [backwards, forwards];
    if (smaller.shell.length === 0) return [];
    smaller.grow();
    meeting = smaller.shell.filter((node) => other.distances.has(node));
  }
  const cost = forwards.radius + backwards.radius;
  const onPath = forwards.nodesTowards(meeting);
  const nextNodes = (node: number): number[] => {
    const distance = onPath.has(node) ? forwards.distances.get(node)! : cost - backwards.distances.get(node)!;
    return neighboursOf(graph, node).filter((neighbour) =>
      distance < forwards.radius
        ? onPath.has(neighbour) && forwards.distances.get(neighbour) === distance + 1
        : backwards.distances.get(neighbour) === cost - distance - 1,
    );
  };
  return listPaths(source, target, nextNodes, limit).map((nodes) => ({ nodes, cost }));
}

const neighboursOf = ({ offsets, neighbours }: Graph, node: number): number[] =>
  Array.from(neighbours.subarray(offsets[node], offsets[node + 1]));

/** All nodes within a radius of a centre, growing link by link. */
class Ball {
  readonly distances: Map<number, number>;
  /** The nodes at the radius. */
  shell: number[];
  /** How many links there are to follow from the shell. */
  work: number;
  radius = 0;

  constructor(
    private readonly graph: Graph,
    centre: number,
  ) {
    this.distances = new Map([[centre, 0]]);
    this.shell = [centre];
    this.work = degreeOf(graph, centre);
  }

  grow(): void {
    const { offsets, neighbours } = this.graph;
    const before = this.shell;
    this.shell = [];
    this.work = 0;
    this.radius++;
    for (const node of before) {
      for (let place = offsets[node]!; place < offsets[node + 1]!; place++) {
        const neighbour = neighbours[place]!;
        if (this.distances.has(neighbour)) continue;
        this.distances.set(neighbour, this.radius);
        this.shell.push(neighbour);
        this.work += degreeOf(this.graph, neighbour);
      }
    }
  }

  /** The nodes on shortest paths from the centre to these, which lie at the radius. */
  nodesTowards(ends: readonly number[]): Set<number> {
    const { offsets, neighbours } = this.graph;
    const found = new Set(ends);
    for (const node of found) {
      const nearer = this.distances.get(node)! - 1;
      for (let place = offsets[node]!; place < offsets[node + 1]!; place++)
        if (this.distances.get(neighbours[place]!) === nearer) found.add(neighbours[place]!);
    }
    return found;
  }
}

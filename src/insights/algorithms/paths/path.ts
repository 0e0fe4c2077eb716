/** A path through a graph. */
export interface Path {
  /** The nodes from end to end; one where both ends are the same. */
  nodes: number[];
  /** The number of links, or the sum of their lengths where links have lengths. */
  cost: number;
}

/**
 * Where shortest paths to a target lead: of each node on one, the neighbours that come next on a shortest path,
 * ascending.
 */
export type NextNodes = (node: number) => readonly number[];

/** The first shortest paths, at most `limit`, in the order of their nodes: at the first that differs, the lower one first. */
export function listPaths(source: number, target: number, nextNodes: NextNodes, limit: number): number[][] {
  const paths: number[][] = [];
  const path = [source];
  // For each node of the path, what may still follow it.
  const choices: number[][] = [[...nextNodes(source)].reverse()];
  if (source === target) return limit > 0 ? [path] : [];
  while (choices.length > 0 && paths.length < limit) {
    const next = choices.at(-1)!.pop();
    if (next === undefined) {
      choices.pop();
      path.pop();
    } else if (next === target) {
      paths.push([...path, target]);
    } else {
      path.push(next);
      choices.push([...nextNodes(next)].reverse());
    }
  }
  return paths;
}

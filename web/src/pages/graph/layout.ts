import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

/** A graph to be arranged: nodes by their number, as little as the layout needs to know. */
export interface LayoutInput {
  /** The community of each node. */
  communities: Uint32Array;
  /** Source, target, source, target …; each pair of nodes once. */
  pairs: Uint32Array;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Where each node stands: x, y, x, y … ForceAtlas2 (Jacomy and others 2014), from a beginning that leaves nothing to chance: the
 * same graph is always arranged in the same way.
 */
export function arrange({ communities, pairs }: LayoutInput): Float32Array {
  const order = communities.length;
  const graph = new Graph({ type: 'undirected' });
  communities.forEach((community, node) => graph.addNode(node, beginning(node, community, order)));
  for (let i = 0; i < pairs.length; i += 2) graph.addEdge(pairs[i], pairs[i + 1]);
  const placed = forceAtlas2(graph, {
    iterations: order < 300 ? 800 : order < 1500 ? 400 : 100,
    getEdgeWeight: null,
    settings: {
      linLogMode: true,
      strongGravityMode: true,
      gravity: 0.02,
      scalingRatio: 1,
      slowDown: 1 + Math.log(order + 1),
      barnesHutOptimize: order > 800,
    },
  });
  const positions = new Float32Array(order * 2);
  for (let node = 0; node < order; node++) {
    const { x, y } = placed[node]!;
    positions.set([x, y], node * 2);
  }
  return positions;
}

/** On a spiral in which communities lie beside one another, and no two nodes at the same place. */
function beginning(node: number, community: number, order: number): { x: number; y: number } {
  const spread = Math.sqrt(order);
  const centre = spread * Math.sqrt(community);
  const distance = 0.5 * Math.sqrt(node + 1);
  return {
    x: centre * Math.cos(community * GOLDEN_ANGLE) + distance * Math.cos(node * GOLDEN_ANGLE),
    y: centre * Math.sin(community * GOLDEN_ANGLE) + distance * Math.sin(node * GOLDEN_ANGLE),
  };
}

import { type Level, sumsOf, Tally } from './level';

// A gain must be above this share of all weight: rounding is no reason to move.
const SIGNIFICANT_GAIN = 1e-12;

/**
 * Moves nodes one by one into the neighbouring community where modularity gains most, until no move gains. Nodes are
 * visited in the order given, and again when a neighbour has moved away: fast local moving (Traag and others 2019).
 * @param communities The community of each node, by numbers below the number of nodes; changed in place.
 * @param order Of all nodes, at random; changed.
 */
export function moveNodes(level: Level, communities: Uint32Array, resolution: number, order: Uint32Array): void {
  const { offsets, neighbours, weights, strengths, total } = level;
  const strengthOf = sumsOf(strengths, communities, strengths.length);
  const scale = resolution / total;
  const threshold = SIGNIFICANT_GAIN * total;
  const linked = new Tally(strengths.length);
  const queue = new Queue(order);

  for (let node = queue.take(); node !== undefined; node = queue.take()) {
    const own = communities[node]!;
    const end = offsets[node + 1]!;
    for (let place = offsets[node]!; place < end; place++)
      linked.add(communities[neighbours[place]!]!, weights[place]!);
    strengthOf[own]! -= strengths[node]!;
    const expected = scale * strengths[node]!;
    let best = own;
    let bestGain = linked.sums[own]! - expected * strengthOf[own]! + threshold;
    for (let i = 0; i < linked.count; i++) {
      const community = linked.keys[i]!;
      const gain = linked.sums[community]! - expected * strengthOf[community]!;
      if (gain <= bestGain) continue;
      best = community;
      bestGain = gain;
    }
    strengthOf[best]! += strengths[node]!;
    linked.clear();
    if (best === own) continue;
    communities[node] = best;
    for (let place = offsets[node]!; place < end; place++)
      if (communities[neighbours[place]!] !== best) queue.add(neighbours[place]!);
  }
}

/** First in, first out; each node at most once at a time. */
class Queue {
  private readonly isWaiting: Uint8Array;
  private head = 0;
  private length: number;

  constructor(private readonly nodes: Uint32Array) {
    this.isWaiting = new Uint8Array(nodes.length).fill(1);
    this.length = nodes.length;
  }

  add(node: number): void {
    if (this.isWaiting[node]) return;
    this.isWaiting[node] = 1;
    const end = this.head + this.length++;
    this.nodes[end < this.nodes.length ? end : end - this.nodes.length] = node;
  }

  take(): number | undefined {
    if (this.length === 0) return undefined;
    const node = this.nodes[this.head]!;
    this.head = this.head + 1 === this.nodes.length ? 0 : this.head + 1;
    this.length--;
    this.isWaiting[node] = 0;
    return node;
  }
}

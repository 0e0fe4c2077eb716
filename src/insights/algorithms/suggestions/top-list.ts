import { significant } from '../../graph/significant';

export interface Scored {
  node: number;
  score: number;
}

/** Keeps the items of highest score, best first; of equal scores, to 12 significant digits, the lower node first. */
export class TopList {
  readonly items: Scored[] = [];

  constructor(private readonly size: number) {}

  add(node: number, exactScore: number): void {
    const { items } = this;
    const last = items[this.size - 1];
    // Rounding is costly: what is clearly lower need not be.
    if (last && exactScore < last.score * (1 - 1e-11)) return;
    const item = { node, score: significant(exactScore) };
    const isBefore = (other: Scored) => item.score > other.score || (item.score === other.score && node < other.node);
    let position = items.length;
    while (position > 0 && isBefore(items[position - 1]!)) position--;
    items.splice(position, 0, item);
    if (items.length > this.size) items.pop();
  }
}

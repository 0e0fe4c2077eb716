/** Gives out the item of lowest priority first: a binary heap. An item may be in it more than once. */
export class PriorityQueue {
  private readonly items: number[] = [];
  private readonly priorities: number[] = [];

  add(item: number, priority: number): void {
    let hole = this.items.length;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (this.priorities[parent]! <= priority) break;
      this.move(parent, hole);
      hole = parent;
    }
    this.put(hole, item, priority);
  }

  take(): number | undefined {
    const first = this.items[0];
    const item = this.items.pop();
    const priority = this.priorities.pop();
    if (item === undefined || priority === undefined || this.items.length === 0) return first;
    let hole = 0;
    for (let child = 1; child < this.items.length; child = 2 * hole + 1) {
      if (child + 1 < this.items.length && this.priorities[child + 1]! < this.priorities[child]!) child++;
      if (this.priorities[child]! >= priority) break;
      this.move(child, hole);
      hole = child;
    }
    this.put(hole, item, priority);
    return first;
  }

  private move(from: number, to: number): void {
    this.put(to, this.items[from]!, this.priorities[from]!);
  }

  private put(at: number, item: number, priority: number): void {
    this.items[at] = item;
    this.priorities[at] = priority;
  }
}

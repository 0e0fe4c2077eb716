/** Numbers that look random and are the same for the same seed, on every machine (the generator is called sfc32). */
export class Random {
  private readonly state: Uint32Array;

  constructor(seed: string) {
    this.state = Uint32Array.of(0x9e3779b9, 0x243f6a88, 0xb7e15162, 1);
    for (const character of seed) {
      this.state[0]! ^= character.codePointAt(0)!;
      this.next();
    }
    for (let i = 0; i < 12; i++) this.next();
  }

  /** From 0 to below 1. */
  next(): number {
    const s = this.state;
    const t = (s[0]! + s[1]! + s[3]!) >>> 0;
    s[3]!++;
    s[0] = s[1]! ^ (s[1]! >>> 9);
    s[1] = s[2]! + (s[2]! << 3);
    s[2] = ((s[2]! << 21) | (s[2]! >>> 11)) + t;
    return t / 2 ** 32;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

/**
 * Picks indexes of a list with Zipf's law: the one at rank r comes up 1 / r^exponent as often as the first. A few have very much,
 * most have little, as in all that cities do.
 */
export class Zipf {
  private readonly cumulative: Float64Array;

  constructor(
    private readonly random: Random,
    size: number,
    exponent: number,
  ) {
    this.cumulative = new Float64Array(size);
    let sum = 0;
    for (let i = 0; i < size; i++) this.cumulative[i] = sum += (i + 1) ** -exponent;
  }

  next(): number {
    const wanted = this.random.next() * this.cumulative.at(-1)!;
    let [low, high] = [0, this.cumulative.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.cumulative[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The list with its order disturbed: what is far ahead stays ahead more or less. */
export function jumbled<T>(random: Random, list: readonly T[]): T[] {
  const keyed = list.map((item, i): [number, T] => [(i + 1) * Math.exp(2 * random.next() - 1), item]);
  return keyed.sort(([a], [b]) => a - b).map(([, item]) => item);
}

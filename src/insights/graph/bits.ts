/** A set of numbers from 0 to below a size, a bit each: what is in several of them is found 32 at a time. */
export class Bits {
  private readonly words: Uint32Array;

  constructor(size: number) {
    this.words = new Uint32Array(Math.ceil(size / 32));
  }

  add(i: number): void {
    this.words[i >>> 5]! |= 1 << (i & 31);
  }

  has(i: number): boolean {
    return (this.words[i >>> 5]! & (1 << (i & 31))) !== 0;
  }

  addAll({ words }: Bits): void {
    for (let w = 0; w < words.length; w++) this.words[w]! |= words[w]!;
  }

  clear(): void {
    this.words.fill(0);
  }

  get count(): number {
    let count = 0;
    for (const word of this.words) count += onesOf(word);
    return count;
  }
}

/** Bits that are set, added up in pairs, fours, bytes (Warren, Hacker's Delight, 5-1). */
function onesOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

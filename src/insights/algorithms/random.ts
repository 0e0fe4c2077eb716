/** Gives numbers from 0 to below 1. */
export type Random = () => number;

/**
 * The same numbers for the same seed on every machine: mulberry32 (Tommy Ettinger), 32 bits of state and integers
 * alone. Good enough to draw samples and to shuffle; not for secrets.
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The numbers 0 to size − 1 in a random order (Fisher and Yates); only the first `count` of them where it is given. */
export function shuffled(size: number, random: Random, count = size): Uint32Array {
  const numbers = new Uint32Array(size);
  for (let i = 0; i < size; i++) numbers[i] = i;
  for (let i = 0; i < count; i++) {
    const other = i + Math.floor(random() * (size - i));
    const drawn = numbers[other]!;
    numbers[other] = numbers[i]!;
    numbers[i] = drawn;
  }
  return count === size ? numbers : numbers.slice(0, count);
}

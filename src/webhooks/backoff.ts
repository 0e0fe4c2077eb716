const FIRST = 5_000;
const LONGEST = 3_600_000;

/**
 * How long to wait after a failure, in milliseconds: twice as long each time, from 5 seconds up to an hour, less a random part of up
 * to a half, so that receivers that were down are not met by everything at once.
 * @param failures how many there have been, 1 at least
 */
export function delayAfter(failures: number): number {
  const longest = Math.min(FIRST * 2 ** (failures - 1), LONGEST);
  return Math.round(longest * (0.5 + Math.random() / 2));
}

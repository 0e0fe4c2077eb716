import { MAX_LINKS } from '../engine';

/** What to do about a graph that is too large for a question. */
export const HOW_TO_NARROW = 'narrow the filter by cities, kinds, networks or time';

/** A question about a graph would take more than is given to it. */
export class QuestionTooLarge extends Error {}

/**
 * Refuses a graph before it is made.
 * @param pairs How many pairs of cities its records stand for.
 * @throws QuestionTooLarge
 */
export function requireFeasible(pairs: number): void {
  if (pairs <= MAX_LINKS) return;
  const count = (value: number): string => value.toLocaleString('en');
  throw new QuestionTooLarge(
    `Expected a graph of at most ${count(MAX_LINKS)} pairs of cities, but the filter makes about ` +
      `${count(Number(pairs.toPrecision(2)))}: ${HOW_TO_NARROW}.`,
  );
}

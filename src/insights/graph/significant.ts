/**
 * A figure to 12 significant digits: as far as it is the same on every machine, and whichever way a sum was added up.
 * What is compared, ranked or hashed is rounded like this first.
 */
export const significant = (value: number): number => Number(value.toPrecision(12));

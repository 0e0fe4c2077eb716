import type { Random } from './random';

const FIRST_YEAR = 2005;
/** The day that the generated data were "collected": nothing is later. */
const LAST = Date.UTC(2026, 9, 31);
const DAY = 86_400_000;

const print = (time: number): string => new Date(time).toISOString().slice(0, 10);

const between = (random: Random, from: number, until: number): number => from + random.next() * (until - from);

/** A day and how exactly it is known, or neither. Later years have more, since records were kept better. */
export function maybeDay(random: Random): { day: string | null; precision: string | null } {
  if (random.chance(0.15)) return { day: null, precision: null };
  const from = Date.UTC(FIRST_YEAR, 0, 1);
  const day = print(from + Math.sqrt(random.next()) * (LAST - from));
  const precision = random.pick(['YEAR', 'YEAR', 'MONTH', 'DAY', 'DAY', 'DAY']);
  return { day: rounded(day, precision), precision };
}

const rounded = (day: string, precision: string): string =>
  precision === 'YEAR' ? `${day.slice(0, 4)}-01-01` : precision === 'MONTH' ? `${day.slice(0, 7)}-01` : day;

/** A day from the given one to the last one; null where less than a month is left. */
export function dayAfter(random: Random, day: string): string | null {
  const from = Date.parse(day) + 30 * DAY;
  return from < LAST ? print(between(random, from, LAST)) : null;
}

/** A moment as PostgreSQL reads it, with microseconds. */
export function moment(random: Random): string {
  const time = Math.floor(between(random, Date.UTC(2010, 0, 1), LAST));
  const microseconds = String(random.below(1000)).padStart(3, '0');
  return `${new Date(time).toISOString().slice(0, -1)}${microseconds}Z`;
}

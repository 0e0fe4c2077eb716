/** When something was so. An end that is null goes on, or is not known; a beginning that is null is not known. */
export interface Span {
  start: string | null;
  end: string | null;
}

/** A period as parts of the axis, from 0 to 1. */
export interface Bar {
  from: number;
  to: number;
  /** Whether it begins before anything that is known. */
  isOpenStart: boolean;
  /** Whether it goes on to today, or its end is not known. */
  isOpenEnd: boolean;
}

export interface Scale {
  /** The years that are written below the axis. */
  ticks: { year: number; at: number }[];
  bar: (span: Span) => Bar;
}

const DAY = 86_400_000;
const yearStart = (year: number): number => Date.UTC(year, 0, 1);
const MAX_TICKS = 7;

/** An axis from the year of the earliest date that is known up to today; null where no date is known. */
export function scaleOf(spans: readonly Span[], today: string): Scale | null {
  const known = spans.flatMap(({ start, end }) => [start, end]).filter((date) => date !== null);
  if (known.length === 0) return null;
  const first = Number(known.reduce((a, b) => (a < b ? a : b)).slice(0, 4));
  const [begin, end] = [yearStart(first), Math.max(Date.parse(today) + DAY, ...known.map((date) => Date.parse(date)))];
  const at = (date: string): number => (Date.parse(date) - begin) / (end - begin);
  const last = new Date(end).getUTCFullYear();
  const step = Math.max(1, Math.ceil((last - first + 1) / MAX_TICKS));
  const ticks = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
  return {
    ticks: ticks.map((year) => ({ year, at: (yearStart(year) - begin) / (end - begin) })),
    bar: ({ start, end: until }) => ({
      from: start === null ? 0 : at(start),
      to: until === null ? 1 : at(until),
      isOpenStart: start === null,
      isOpenEnd: until === null,
    }),
  };
}

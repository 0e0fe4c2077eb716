import type { Pen } from './pen';
import type { SheetFacts } from './read';
import type { SheetText } from './sheet';

const year = (day: string | null): string => day?.slice(0, 4) ?? '';

/** When a network began and ended, what it was called, and what came before and after it. */
export function lineageOf({ network, predecessors }: SheetFacts, { say, format, text }: Pen): SheetText[] {
  const { startedOn, endedOn, datePrecision: precision, formerNames, originalLocale, successor } = network;
  const written = (day: string) => ({ text: format.date(day, precision), precision });
  const lines: SheetText[] = [];
  if (startedOn !== null && endedOn !== null) lines.push({ text: say.lasted(written(startedOn), written(endedOn)) });
  else if (startedOn !== null) lines.push({ text: say.since(written(startedOn)) });
  else if (endedOn !== null) lines.push({ text: say.until(written(endedOn)) });
  if (formerNames.length > 0) {
    // The oldest first, as one tells it.
    const names = formerNames.toReversed().map(({ name, from, until }) => {
      const years = [year(from), year(until)].join('–');
      return `${name}${say.aside(years === '–' ? [] : [years])}`;
    });
    const { mark } = text('', originalLocale);
    lines.push({ text: `${say.formerly(format.list(names))}${say.aside(mark === undefined ? [] : [mark])}` });
  }
  if (predecessors.length > 0) lines.push({ text: say.tookPlaceOf(format.list(predecessors)) });
  if (successor) lines.push({ text: say.succeededBy(successor.name) });
  return lines;
}

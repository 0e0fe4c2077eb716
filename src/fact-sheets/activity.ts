import type { ActionAnswer, Cited } from './answer';
import type { Pen } from './pen';
import type { SheetFacts } from './read';
import type { SheetActivity, SheetText } from './sheet';

/** So many of each kind at most: what comes in great numbers does not hide the rest. */
const SHOWN_OF_EACH = 3;

interface Happening {
  day: string;
  precision: Parameters<Pen['format']['date']>[1];
  kind: string;
  title: SheetText;
  cities: string[];
  source: Cited | null;
}

/** What the network and its members did last: collaborations under it, actions reported, solutions published; the latest first. */
export function composeActivity(facts: SheetFacts, pen: Pen): SheetActivity[] {
  const kinds = [collaborations(facts, pen), actions(facts, pen), solutions(facts, pen)];
  const happenings = kinds.flatMap((kind) => kind.slice(0, SHOWN_OF_EACH));
  const { format, citations } = pen;
  return happenings
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .map(({ day, precision, kind, title, cities, source }) => ({
      date: format.date(day, precision),
      ...{ kind, title },
      cities: format.list(cities),
      sources: citations.of(source),
    }));
}

function collaborations({ network }: SheetFacts, { locale, say, format, text }: Pen): Happening[] {
  return (network.collaborations?.nodes ?? []).flatMap((collaboration) => {
    if (!collaboration?.startedOn) return []; // What has no date is not recent.
    const { title, contentLocale, participants, startedOn: day, datePrecision: precision, source } = collaboration;
    const kind = say.collaborations[collaboration.kind];
    const names = (participants?.nodes ?? []).flatMap((city) => (city ? [city.name] : []));
    const further = (participants?.totalCount ?? 0) - names.length;
    const cities = further > 0 ? [...names, say.furtherCities(further, format.number(further))] : names;
    const named = title === null ? { text: kind } : text(title, contentLocale ?? locale);
    return [{ day, precision, kind, title: named, cities, source }];
  });
}

/** An action counts by its latest report. */
function actions(facts: SheetFacts, { say, text }: Pen): Happening[] {
  const reports = (facts.actions?.nodes ?? []).filter((action): action is ActionAnswer => action !== null);
  const revised = new Set(reports.flatMap(({ revisionOf }) => (revisionOf ? [revisionOf.id] : [])));
  return reports
    .filter(({ id }) => !revised.has(id))
    .map(({ title, contentLocale, reportedOn: day, datePrecision: precision, city, source }) => ({
      ...{ day, precision, source },
      kind: say.actionReported,
      title: text(title, contentLocale),
      cities: city ? [city.name] : [],
    }));
}

function solutions(facts: SheetFacts, { say, text }: Pen): Happening[] {
  return (facts.latest?.nodes ?? []).flatMap((solution) => {
    if (!solution?.publishedAt) return [];
    const { title, contentLocale, publishedAt, city, source } = solution;
    const day = publishedAt.slice(0, 10);
    const cities = city ? [city.name] : [];
    return [
      { ...{ day, cities, source }, precision: null, kind: say.solutionShared, title: text(title, contentLocale) },
    ];
  });
}

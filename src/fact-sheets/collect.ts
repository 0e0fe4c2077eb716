import type { SheetOrigin } from './compose';
import { placesOf } from './members';
import { createPen } from './pen';
import type { SheetFacts } from './read';
import type { Sheet, SheetCollection } from './sheet';
import { worldMap } from './world-map';

/** Puts the sheets of all networks into one document. */
export function collectSheets(
  all: readonly { facts: SheetFacts; sheet: Sheet }[],
  { locale, day, position, isRestricted }: Omit<SheetOrigin, 'base'>,
): SheetCollection {
  const { say, format, paragraph } = createPen(locale);
  // A city is one city, whatever the number of networks that it is in.
  const members = all.flatMap(({ facts }) => facts.members).filter(({ node }) => node !== null);
  const cities = [...new Map(members.map((member) => [member.node!.slug, member])).values()];
  const countries = new Set(cities.map(({ node }) => node!.country.code)).size;
  const places = placesOf(cities).map((place) => ({ ...place, isLead: false }));
  const figure = (count: number, label: (count: number) => string) => ({
    ...{ value: format.number(count), label: label(count), note: '' },
  });
  return {
    locale,
    title: say.allTitle,
    heading: say.allHeading,
    subtitle: say.allSubtitle(all.length),
    contents: say.contents,
    figures: [
      figure(all.length, say.networksFigure),
      figure(cities.length, say.membersFigure),
      figure(countries, say.countriesFigure),
    ],
    map: {
      svg: worldMap(places),
      alt: say.mapAll(format.number(cities.length)),
      caption: say.mapCaptionAll(format.number(places.length), format.number(cities.length)),
    },
    asOf: say.asOf(format.date(day), format.number(position)),
    notes: paragraph([say.unknown, say.fallback, say.mapCredit, ...(isRestricted ? [say.restricted] : [])]),
    sheets: all.map(({ sheet }) => sheet),
  };
}

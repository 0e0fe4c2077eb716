import { regionLabel, sectorLabel } from '../subgraphs/solutions';
import { composeActivity } from './activity';
import type { MemberAnswer, SolutionAnswer } from './answer';
import { figuresOf } from './figures';
import { Format } from './format';
import { lineageOf } from './lineage';
import { networkPagePath, SHEET_LOCALES, sheetPath, sheetTitle, type SheetLocale } from '../subgraphs/networks';
import { leadsOf, placesOf, regionsOf } from './members';
import type { SheetFacts } from './read';
import type { Sheet, SheetSolution, WorldMap } from './sheet';
import type { Messages } from './texts';
import { createPen, type Pen } from './pen';
import { worldMap } from './world-map';

/** What a sheet says of itself. */
export interface SheetOrigin {
  locale: SheetLocale;
  /** The day that it is about, and the position of the event log, whose changes it has. */
  day: string;
  position: number;
  /** Whether it was made for somebody who may see more than the public. */
  isRestricted: boolean;
  /** The server’s address, without a slash at its end. */
  base: string;
}

/** Writes the sheet of a network in the reader’s language. */
export function composeSheet(facts: SheetFacts, origin: SheetOrigin): Sheet {
  const { network, members } = facts;
  const pen = createPen(origin.locale);
  const { say, format, citations } = pen;
  const regions = regionsOf(members, pen, (region) => regionLabel(region, [origin.locale]));
  const inRegions = format.list(regions.map(({ name, count }) => `${name} ${count}`));
  return {
    locale: origin.locale,
    slug: network.slug,
    title: sheetTitle(origin.locale, network.name),
    labels: labelsOf(say),
    // In the order of the sheet, for sources are numbered as they are cited.
    sources: citations.of(network.source, network.initiative?.source),
    area: network.initiative?.name ?? null,
    name: pen.text(network.name, network.contentLocale),
    lineage: lineageOf(facts, pen),
    summary: network.summary === null ? { text: say.noSummary } : pen.text(network.summary, network.contentLocale),
    leads: leadsOf(members, pen),
    noLeads: say.noLeads,
    figures: figuresOf(facts, pen),
    map: mapOf(members, pen, inRegions),
    regions,
    noMembers: say.noMembers,
    solutions: (facts.adopted?.nodes ?? []).flatMap((solution) => (solution ? [solutionOf(solution, pen)] : [])),
    noSolutions: say.noSolutions,
    activity: composeActivity(facts, pen),
    noActivity: say.noActivity,
    related: relatedOf(facts, pen),
    sourceList: citations.list,
    noSources: say.noSources,
    asOf: say.asOf(format.date(origin.day), format.number(origin.position)),
    notes: pen.paragraph([
      say.counted,
      say.unknown,
      say.fallback,
      say.mapCredit,
      ...(origin.isRestricted ? [say.restricted] : []),
    ]),
    address: origin.base + sheetPath(network.slug, origin.locale, 'html'),
    live: origin.base + networkPagePath(network.slug, origin.locale),
    others: othersOf(network.slug, origin, say),
  };
}

function mapOf(members: readonly MemberAnswer[], { say, format, paragraph }: Pen, inRegions: string): WorldMap {
  const places = placesOf(members);
  const svg = worldMap(places);
  if (members.length === 0) return { svg, alt: say.noMembers, caption: say.noMembers };
  const count = format.number(members.length);
  const placed = say.mapCaption(format.number(places.length), count);
  const hasLeads = places.some(({ isLead }) => isLead);
  const caption = hasLeads ? paragraph([placed, say.leadsRinged]) : placed;
  return { svg, alt: say.mapOf(count, inRegions), caption };
}

const labelsOf = (say: Messages): Sheet['labels'] => ({
  factSheet: say.factSheet,
  leads: say.leads,
  members: say.members,
  colon: say.colon,
  comma: say.comma,
  furtherMembers: say.furtherMembers('{count}'),
  map: say.map,
  figures: say.figures,
  solutions: say.solutions,
  activity: say.activity,
  related: say.related,
  sources: say.sources,
  about: say.about,
  livePage: say.livePage,
  others: say.otherLanguages,
});

/** So many adoptions are told one by one. */
const SHOWN_ADOPTIONS = 8;

function solutionOf(solution: SolutionAnswer, { locale, say, format, citations, text }: Pen): SheetSolution {
  const { title, summary, contentLocale, city, sector, source, adoptions } = solution;
  const known = (adoptions?.nodes ?? []).flatMap((adoption) =>
    adoption?.city ? [{ ...adoption, by: adoption.city }] : [],
  );
  // From whom it was learnt says most.
  const shown = known.toSorted((a, b) => Number(!a.learnedFrom) - Number(!b.learnedFrom)).slice(0, SHOWN_ADOPTIONS);
  const count = adoptions?.totalCount ?? 0;
  const further = count - shown.length;
  const list = shown.map(({ by, learnedFrom, adoptedOn, datePrecision }) => {
    const learnt = learnedFrom ? [say.learnedFrom(learnedFrom.name)] : [];
    const dated = adoptedOn === null ? [] : [format.date(adoptedOn, datePrecision)];
    return `${by.name}${say.aside([...learnt, ...dated])}`;
  });
  if (further > 0) list.push(say.furtherCities(further, format.number(further)));
  const sectorName = sectorLabel(sector, [locale]);
  return {
    title: text(title, contentLocale),
    from: city ? `${say.inCountry(city.name, city.country.name)} · ${sectorName}` : sectorName,
    summary: text(summary, contentLocale),
    adoptions: count === 0 ? say.noAdoptions : say.adoptions(count, format.number(count), format.list(list)),
    sources: citations.of(source, ...shown.filter(({ learnedFrom }) => learnedFrom).map(({ source }) => source)),
  };
}

function relatedOf({ network }: SheetFacts, { say, format }: Pen): string[] {
  const { overlaps, initiative, slug } = network;
  const sharing = overlaps.map(({ network: { name }, sharedCityCount }) =>
    say.sharedMembers(name, sharedCityCount, format.number(sharedCityCount)),
  );
  const beside = (initiative?.networks.nodes ?? []).flatMap((other) =>
    other && other.slug !== slug ? [other.name] : [],
  );
  const related = [
    ...(sharing.length > 0 ? [say.sharesMembers(format.list(sharing))] : []),
    ...(initiative && beside.length > 0 ? [say.sameArea(initiative.name, format.list(beside))] : []),
  ];
  return related.length > 0 ? related : [say.noRelated];
}

function othersOf(slug: string, { locale, base }: SheetOrigin, say: Messages): Sheet['others'] {
  const languages = SHEET_LOCALES.filter((other) => other !== locale).map((other) => ({
    label: new Format(other).language(other),
    lang: other,
    url: base + sheetPath(slug, other, 'html'),
  }));
  return [{ label: say.pdf, lang: locale, url: base + sheetPath(slug, locale, 'pdf') }, ...languages];
}

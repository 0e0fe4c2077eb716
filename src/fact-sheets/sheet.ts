import type { SheetLocale } from '../subgraphs/networks';

/** A text; with `lang` it is in another language than the sheet, and `mark` tells the reader in which. */
export interface SheetText {
  text: string;
  lang?: string;
  mark?: string;
}

export interface Figure {
  value: string;
  label: string;
  note: string;
}

export interface SheetMember {
  name: string;
  /** What it is beside a member, as an aside. */
  role: string | null;
}

export interface MemberCountry {
  name: string;
  members: SheetMember[];
}

export interface MemberRegion {
  name: string;
  count: string;
  countries: MemberCountry[];
}

export interface WorldMap {
  /** The drawing, as a document of its own. */
  svg: string;
  alt: string;
  caption: string;
}

/** What has a source: places in the list of sources. */
interface WithSources {
  sources: number[];
}

export interface SheetSolution extends WithSources {
  title: SheetText;
  /** City and sector. */
  from: string;
  summary: SheetText;
  adoptions: string;
}

export interface SheetActivity extends WithSources {
  date: string;
  kind: string;
  title: SheetText;
  cities: string;
}

export interface SheetSource {
  name: string;
  url: string | null;
  /** The host of the address, to be read on paper. */
  host: string | null;
  retrieved: string | null;
}

export interface SheetLink {
  label: string;
  /** The language of the label, and of what it leads to. */
  lang: SheetLocale;
  url: string;
}

/** The words that do not depend on what a sheet tells. */
export interface SheetLabels {
  factSheet: string;
  leads: string;
  members: string;
  /** Stands between what is named and what is said of it. */
  colon: string;
  /** Stands between names in a row. */
  comma: string;
  /** Has `{count}` where the number of members belongs that a page has no room for. */
  furtherMembers: string;
  map: string;
  figures: string;
  solutions: string;
  activity: string;
  related: string;
  sources: string;
  about: string;
  livePage: string;
  others: string;
}

/** All that a sheet says, in the reader's language and in the order of its pages. What it is printed on adds nothing to it. */
export interface Sheet extends WithSources {
  locale: SheetLocale;
  slug: string;
  title: string;
  labels: SheetLabels;
  area: string | null;
  name: SheetText;
  /** When it began and ended, and the names that it had. */
  lineage: SheetText[];
  summary: SheetText;
  leads: string | null;
  noLeads: string;
  figures: Figure[];
  map: WorldMap;
  regions: MemberRegion[];
  /** Said in place of members where there are none. */
  noMembers: string;
  solutions: SheetSolution[];
  noSolutions: string;
  activity: SheetActivity[];
  noActivity: string;
  related: string[];
  sourceList: SheetSource[];
  noSources: string;
  asOf: string;
  notes: string;
  /** Where the sheet itself is, for browsers. */
  address: string;
  /** Where the network’s page is, which changes as the network does. */
  live: string;
  /** The same sheet in other languages and forms. */
  others: SheetLink[];
}

/** The sheets of all networks in one document, and what is said ahead of them. */
export interface SheetCollection {
  locale: SheetLocale;
  title: string;
  /** The title in two parts, one above the other. */
  heading: readonly [string, string];
  subtitle: string;
  contents: string;
  figures: Figure[];
  map: WorldMap;
  asOf: string;
  notes: string;
  sheets: Sheet[];
}

import type { DatePrecision } from '../../graphql/date-precision';
import type { CollaborationKind } from '../../subgraphs/collaborations';
import type { MembershipRole } from '../../subgraphs/networks';

/** A date in words, and how exactly it is known: some languages need to know. */
export interface WrittenDate {
  text: string;
  precision: DatePrecision | null;
}

/** Everything that sheets say in one language. Numbers come as they are written, and as they are where a plural depends on them. */
export interface Messages {
  factSheet: string;
  allTitle: string;
  /** The title in two parts, one above the other. */
  allHeading: readonly [string, string];
  allSubtitle: (networks: number) => string;
  contents: string;

  since: (from: WrittenDate) => string;
  until: (until: WrittenDate) => string;
  lasted: (from: WrittenDate, until: WrittenDate) => string;
  formerly: (names: string) => string;
  tookPlaceOf: (networks: string) => string;
  succeededBy: (network: string) => string;
  noSummary: string;

  leads: string;
  noLeads: string;
  roles: Record<MembershipRole, string>;
  members: string;
  noMembers: string;
  unknownRegion: string;
  furtherMembers: (count: string) => string;
  inCountry: (city: string, country: string) => string;

  map: string;
  mapOf: (members: string, regions: string) => string;
  mapCaption: (placed: string, members: string) => string;
  leadsRinged: string;
  mapAll: (cities: string) => string;
  mapCaptionAll: (placed: string, cities: string) => string;

  figures: string;
  networksFigure: (count: number) => string;
  membersFigure: (count: number) => string;
  countriesFigure: (count: number) => string;
  solutionsFigure: (count: number) => string;
  solutionsNote: (sharedHere: string) => string;
  adoptionsFigure: (count: number) => string;
  adoptionsNote: string;
  learningFigure: (count: number) => string;
  learningNote: string;
  influenceFigure: (count: number) => string;
  influenceNote: (answered: string, actions: string, share: string) => string;
  influenceUnknown: (actions: string) => string;
  noActions: string;

  solutions: string;
  noSolutions: string;
  adoptions: (count: number, written: string, list: string) => string;
  learnedFrom: (city: string) => string;
  furtherCities: (count: number, written: string) => string;
  noAdoptions: string;

  activity: string;
  noActivity: string;
  solutionShared: string;
  actionReported: string;
  collaborations: Record<CollaborationKind, string>;
  /** Stands between what is named and what is said of it. */
  colon: string;
  /** Stands between names in a row. */
  comma: string;
  /** Joins the aside of a remark: `2013, from Bogotá`. */
  aside: (parts: readonly string[]) => string;

  related: string;
  sharedMembers: (network: string, count: number, written: string) => string;
  sharesMembers: (list: string) => string;
  sameArea: (area: string, list: string) => string;
  noRelated: string;

  sources: string;
  noSources: string;
  retrieved: (day: string) => string;

  about: string;
  asOf: (day: string, position: string) => string;
  livePage: string;
  otherLanguages: string;
  pdf: string;
  counted: string;
  unknown: string;
  fallback: string;
  mapCredit: string;
  restricted: string;
  /** Marks a text in another language than the sheet’s. */
  inLanguage: (language: string) => string;
}

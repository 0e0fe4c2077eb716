import type { DatePrecision } from '../graphql/date-precision';
import type { Region } from '../subgraphs/cities';
import type { CollaborationKind } from '../subgraphs/collaborations';
import type { MembershipRole } from '../subgraphs/networks';
import type { Sector } from '../subgraphs/solutions';

// What the documents of query.ts are answered with. Objects of other parts of the platform are null while these are down.

export interface Named {
  name: string;
}

export interface Cited {
  name: string;
  url: string | null;
  retrievedOn: string | null;
}

interface Dated {
  datePrecision: DatePrecision | null;
}

export interface AdoptionAnswer extends Dated {
  adoptedOn: string | null;
  city: Named | null;
  learnedFrom: Named | null;
  source: Cited | null;
}

export interface SolutionAnswer {
  title: string;
  summary: string;
  contentLocale: string;
  sector: Sector;
  city: (Named & { country: Named }) | null;
  source: Cited | null;
  adoptions: { totalCount: number; nodes: (AdoptionAnswer | null)[] } | null;
}

export interface CollaborationAnswer extends Dated {
  kind: CollaborationKind;
  title: string | null;
  contentLocale: string | null;
  startedOn: string | null;
  participants: { totalCount: number; nodes: (Named | null)[] } | null;
  source: Cited | null;
}

export interface ActionAnswer extends Dated {
  id: string;
  title: string;
  contentLocale: string;
  reportedOn: string;
  revisionOf: { id: string } | null;
  city: Named | null;
  source: Cited | null;
}

export interface LatestSolution {
  title: string;
  contentLocale: string;
  publishedAt: string | null;
  city: Named | null;
  source: Cited | null;
}

export interface NetworkAnswer extends Dated {
  slug: string;
  name: string;
  contentLocale: string;
  originalLocale: string;
  summary: string | null;
  startedOn: string | null;
  endedOn: string | null;
  formerNames: { name: string; from: string | null; until: string | null }[];
  successor: Named | null;
  initiative: (Named & { source: Cited | null; networks: { nodes: ({ slug: string; name: string } | null)[] } }) | null;
  overlaps: { sharedCityCount: number; network: Named }[];
  sharedHere: { totalCount: number } | null;
  collaborations: { nodes: (CollaborationAnswer | null)[] } | null;
  source: Cited | null;
}

export interface SheetAnswer {
  network: NetworkAnswer | null;
  adopted: { nodes: (SolutionAnswer | null)[] } | null;
  latest: { nodes: (LatestSolution | null)[] } | null;
  actions: { nodes: (ActionAnswer | null)[] } | null;
  impact: { actionCount: number; answeredActionCount: number; influencedActionCount: number } | null;
}

export interface MemberAnswer {
  role: MembershipRole;
  node: {
    slug: string;
    name: string;
    region: Region | null;
    country: { code: string; name: string };
    location: { latitude: number; longitude: number } | null;
    adoptions: { totalCount: number } | null;
  } | null;
}

export interface Page<T> {
  nodes: T[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** A network in the list of all. */
export interface ListedNetwork {
  slug: string;
  name: string;
  successor: { slug: string } | null;
}

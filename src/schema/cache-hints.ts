/** For how long what is selected may be kept, as Apollo's `@cacheControl` says it. */
export interface CacheHint {
  /** In seconds. Left out: what no hint is known of may not be kept at all; see `inherits`. */
  maxAge?: number;
  /** PRIVATE where the answer is for the eyes of one caller. Default: PUBLIC. */
  scope?: 'PUBLIC' | 'PRIVATE';
  /** Whether it may be kept for as long as what it belongs to. Default: false. */
  inherits?: boolean;
}

/** Countries and sources: they change with an import, now and then. */
const REFERENCE: CacheHint = { maxAge: 3600 };

/** What there is of cities, networks and initiatives: a dashboard that is a minute old is not wrong. */
const PLACE: CacheHint = { maxAge: 60 };

/** What cities do: whoever hears of it wants to see it. */
const RECORD: CacheHint = { maxAge: 10 };

const INHERITED: CacheHint = { inherits: true };

/**
 * Hints for caches on the way to a client, by the name of the type that a field gives. What is in none of these lists may not be kept:
 * `Viewer` and `Webhook` belong to one caller, and `feedCursor` is of the moment. A test names types that nobody has thought of.
 */
export const cacheHints: Readonly<Record<string, CacheHint>> = {
  ...hinted(REFERENCE, 'Country Source _Service'),
  ...hinted(PLACE, 'City Network Initiative CollectiveAction'),
  ...hinted(PLACE, 'CityConnection NetworkConnection InitiativeConnection CollectiveActionConnection'),
  ...hinted(PLACE, 'CollaborationGraph CityGraphMetrics AdoptionCascade PeerSuggestion'),
  ...hinted(RECORD, 'Solution Adoption Action Collaboration Membership Signature'),
  ...hinted(RECORD, 'SolutionConnection AdoptionConnection ActionConnection CollaborationConnection'),
  ...hinted(RECORD, 'MembershipConnection SignatureConnection NetworkMemberConnection PeerConnection SearchConnection'),
  ...hinted(RECORD, 'Node SearchResult _Entity Impact Exposure'),
  // A solution's history is for its city alone.
  SolutionRevision: { ...RECORD, scope: 'PRIVATE' },
  ...hinted(INHERITED, 'CityEdge NetworkEdge InitiativeEdge CollectiveActionEdge SolutionEdge AdoptionEdge ActionEdge'),
  ...hinted(INHERITED, 'CollaborationEdge MembershipEdge SignatureEdge NetworkMemberEdge PeerEdge SearchEdge PageInfo'),
  ...hinted(INHERITED, 'GeoPoint ExternalId FormerName FactSheet FacetCount SolutionChange NetworkOverlap'),
  ...hinted(INHERITED, 'ImpactGroup InfluenceCount ExposureGroup AdoptionStep TimelinePoint Partition Community'),
  ...hinted(INHERITED, 'Ranking RankedCity Subgraph GraphNode GraphLink GraphPath'),
};

/** What belongs to one caller, and what changes without an event: never kept. */
export const NEVER_KEPT = ['Viewer', 'WebhookConnection', 'WebhookEdge', 'Webhook', 'WebhookDelivery'].concat(
  'WebhookDeliveryConnection',
  'WebhookDeliveryEdge',
  'GraphResult',
);

function hinted(hint: CacheHint, types: string): Record<string, CacheHint> {
  return Object.fromEntries(types.split(' ').map((type) => [type, hint]));
}

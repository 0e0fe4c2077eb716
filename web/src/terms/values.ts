/** The values of the schema's enums that people choose from, in the schema's order. */
export const VALUES = {
  ActionStatus: ['COMPLETED', 'IN_PROGRESS', 'PLANNED', 'STOPPED'],
  AdoptionKind: ['ACCELERATED', 'IMPROVED', 'REPLICATED'],
  AdoptionStatus: ['CONSIDERING', 'IMPLEMENTED', 'IN_PROGRESS', 'STOPPED'],
  MembershipRole: ['CO_LEAD', 'LEAD', 'MEMBER', 'OBSERVER'],
  PeerInfluence: ['BETTER', 'FASTER', 'NEW'],
  Region: [
    'AFRICA',
    'CENTRAL_EAST_ASIA',
    'EAST_SOUTHEAST_ASIA_OCEANIA',
    'EUROPE',
    'LATIN_AMERICA',
    'NORTH_AMERICA',
    'SOUTH_WEST_ASIA',
  ],
  Sector: [
    'ADAPTATION',
    'AIR_QUALITY',
    'BUILDINGS',
    'CROSS_SECTORAL',
    'ENERGY_SUPPLY',
    'FINANCE',
    'FOOD',
    'LAND_USE',
    'TRANSPORT',
    'WASTE',
    'WATER',
  ],
  Visibility: ['MEMBERS', 'PUBLIC'],
} as const;

export type ValueOf<Enum extends keyof typeof VALUES> = (typeof VALUES)[Enum][number];

/** The value that a text of an address or a form names; undefined for any other text. */
export const valueOf = <Enum extends keyof typeof VALUES>(of: Enum, text: string | null): ValueOf<Enum> | undefined =>
  (VALUES[of] as readonly ValueOf<Enum>[]).find((value) => value === text);

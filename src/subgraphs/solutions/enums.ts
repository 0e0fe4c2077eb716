import { registerEnumType } from 'type-graphql';

export enum Sector {
  ADAPTATION = 'ADAPTATION',
  AIR_QUALITY = 'AIR_QUALITY',
  BUILDINGS = 'BUILDINGS',
  ENERGY_SUPPLY = 'ENERGY_SUPPLY',
  FINANCE = 'FINANCE',
  FOOD = 'FOOD',
  LAND_USE = 'LAND_USE',
  TRANSPORT = 'TRANSPORT',
  WASTE = 'WASTE',
  WATER = 'WATER',
  CROSS_SECTORAL = 'CROSS_SECTORAL',
}
registerEnumType(Sector, {
  name: 'Sector',
  description: 'The field of city life that a solution or an action is about.',
  valuesConfig: {
    ADAPTATION: { description: 'Living with heat, floods, drought and a rising sea.' },
    AIR_QUALITY: { description: 'Cleaner air.' },
    BUILDINGS: { description: 'New and existing buildings.' },
    ENERGY_SUPPLY: { description: 'Electricity, heat and cooling, and where they come from.' },
    FINANCE: { description: 'Paying for climate action.' },
    FOOD: { description: 'What a city eats, and how it gets there.' },
    LAND_USE: { description: 'Planning, public space and green.' },
    TRANSPORT: { description: 'Moving people and goods.' },
    WASTE: { description: 'Less waste, and what becomes of it.' },
    WATER: { description: 'Drinking water, waste water, rivers.' },
    CROSS_SECTORAL: { description: 'Several of these at once, or how a city governs itself.' },
  },
});

export enum Visibility {
  PUBLIC = 'PUBLIC',
  MEMBERS = 'MEMBERS',
}
registerEnumType(Visibility, {
  name: 'Visibility',
  description: 'Who may see a solution.',
  valuesConfig: {
    PUBLIC: { description: 'Everybody.' },
    MEMBERS: { description: 'The city itself, and cities that are members of one of the solution’s networks.' },
  },
});

export enum SolutionStatus {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(SolutionStatus, {
  name: 'SolutionStatus',
  description: 'Where a solution stands.',
  valuesConfig: {
    DRAFT: { description: 'Being written; only its city sees it.' },
    PUBLISHED: { description: 'Shared.' },
    WITHDRAWN: {
      description: 'Taken back by its city. Still found by id and through adoptions, but no longer in lists.',
    },
  },
});

export enum AdoptionKind {
  REPLICATED = 'REPLICATED',
  IMPROVED = 'IMPROVED',
  ACCELERATED = 'ACCELERATED',
}
registerEnumType(AdoptionKind, {
  name: 'AdoptionKind',
  description: 'How a city took a solution up: networks help cities replicate, improve and accelerate.',
  valuesConfig: {
    REPLICATED: { description: 'Did the same.' },
    IMPROVED: { description: 'Made something better of it.' },
    ACCELERATED: { description: 'Did faster what it was going to do.' },
  },
});

export enum AdoptionStatus {
  CONSIDERING = 'CONSIDERING',
  IN_PROGRESS = 'IN_PROGRESS',
  IMPLEMENTED = 'IMPLEMENTED',
  STOPPED = 'STOPPED',
}
registerEnumType(AdoptionStatus, {
  name: 'AdoptionStatus',
  description: 'How far an adoption has come.',
  valuesConfig: {
    CONSIDERING: { description: 'Under study: not decided.' },
    IN_PROGRESS: { description: 'Decided and under way.' },
    IMPLEMENTED: { description: 'In place.' },
    STOPPED: { description: 'Given up, or ended.' },
  },
});

export enum ActionStatus {
  PLANNED = 'PLANNED',
  IN_PROGRESS = 'IN_PROGRESS',
  COMPLETED = 'COMPLETED',
  STOPPED = 'STOPPED',
}
registerEnumType(ActionStatus, {
  name: 'ActionStatus',
  description: 'How far an action had come when it was reported.',
  valuesConfig: {
    PLANNED: { description: 'Decided, not begun.' },
    IN_PROGRESS: { description: 'Under way.' },
    COMPLETED: { description: 'Done.' },
    STOPPED: { description: 'Given up.' },
  },
});

export enum PeerInfluence {
  NEW = 'NEW',
  BETTER = 'BETTER',
  FASTER = 'FASTER',
}
registerEnumType(PeerInfluence, {
  name: 'PeerInfluence',
  description: 'What collaboration with other cities made of an action.',
  valuesConfig: {
    NEW: { description: 'Without it, the city would not have acted.' },
    BETTER: { description: 'It did better because of it.' },
    FASTER: { description: 'It did it sooner because of it.' },
  },
});

export enum SolutionFacet {
  SECTOR = 'SECTOR',
  REGION = 'REGION',
  COUNTRY = 'COUNTRY',
  NETWORK = 'NETWORK',
  INITIATIVE = 'INITIATIVE',
  YEAR = 'YEAR',
}
registerEnumType(SolutionFacet, {
  name: 'SolutionFacet',
  description: 'What solutions are counted by.',
  valuesConfig: {
    SECTOR: { description: 'The sector: `TRANSPORT`.' },
    REGION: { description: 'The region of the city: `AFRICA`.' },
    COUNTRY: { description: 'The country of the city: `CO`.' },
    NETWORK: { description: 'Each network that the solution was shared in, by slug. A solution may count in several.' },
    INITIATIVE: { description: 'The initiative area of such a network, by slug. A solution counts once in each.' },
    YEAR: {
      description: 'The year in which the city put it in place, where that is known, else the year of its publication.',
    },
  },
});

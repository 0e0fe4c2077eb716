import { toGlobalId } from '../../src/graphql/global-id';

/** A list of the API. */
export interface ListCase {
  name: string;
  /** Type and slug of the object that it belongs to; root lists belong to none. */
  parent?: readonly [type: string, slug: string];
  field: string;
  /** Arguments beside those of the page. */
  args: string;
  /** Whether `last` and `before` are offered. */
  isTwoWay: boolean;
}

type Parent = ListCase['parent'];

const CITY = ['NAME', 'POPULATION', 'NETWORK_COUNT', 'SOLUTION_COUNT'];
const NETWORK = ['NAME', 'MEMBER_COUNT', 'STARTED_ON'];
const SOLUTION = ['PUBLISHED_AT', 'TITLE', 'ADOPTION_COUNT'];

const list = (isTwoWay: boolean, field: string, parent: Parent, args: string): ListCase => {
  const place = parent ? `${parent[0]}.${field}` : field;
  return { name: `${place}${args && ` (${args})`}`, parent, field, args, isTwoWay };
};

const twoWay = (field: string, parent?: Parent): ListCase => list(true, field, parent, '');
const forwards = (field: string, parent?: Parent, args = ''): ListCase => list(false, field, parent, args);

/** The same list in each of its orders and directions. */
const ordered = (fields: string[], field: string, parent?: Parent): ListCase[] => [
  twoWay(field, parent),
  ...fields.flatMap((order) =>
    ['ASC', 'DESC'].map((direction) =>
      list(true, field, parent, `orderBy: { field: ${order}, direction: ${direction} }`),
    ),
  ),
];

/** Every list of the API in every order, as a world with a crowd has them. */
export const lists: ListCase[] = [
  ...ordered(CITY, 'cities'),
  ...ordered(NETWORK, 'networks'),
  ...ordered(SOLUTION, 'solutions'),
  twoWay('actions'),
  twoWay('collaborations'),
  forwards('initiatives'),
  forwards('collectiveActions'),
  forwards('search', undefined, 'text: "crowd"'),
  twoWay('cities', ['Country', 'KE']),
  twoWay('networks', ['City', 'crowd-12']),
  twoWay('memberships', ['City', 'crowd-12']),
  ...ordered(SOLUTION, 'solutions', ['City', 'crowd-2']),
  twoWay('adoptions', ['City', 'crowd-1']),
  twoWay('actions', ['City', 'crowd-1']),
  twoWay('collaborations', ['City', 'crowd-4']),
  forwards('peers', ['City', 'crowd-4']),
  forwards('signatures', ['City', 'crowd-1']),
  ...ordered(NETWORK, 'networks', ['Initiative', 'energy']),
  forwards('solutions', ['Initiative', 'energy']),
  forwards('solutions', ['Initiative', 'energy'], 'orderBy: { field: TITLE }'),
  ...ordered(CITY, 'members', ['Network', 'crowd-1']),
  ...ordered(SOLUTION, 'solutions', ['Network', 'crowd-2']),
  forwards('collaborations', ['Network', 'crowd-1']),
  forwards('networks', ['Solution', 'cool-roofs-new-york']),
  twoWay('adoptions', ['Solution', 'crowd-1']),
  forwards('participants', ['Collaboration', 'crowd-2']),
  forwards('signatures', ['CollectiveAction', 'crowd-1']),
  forwards('cities', ['Community', '0']),
];

/** Where there are objects that are no nodes: what stands around a field of theirs. */
const PLACES: Readonly<Record<string, (field: string) => string>> = {
  Community: (field) => `graph { communities { communities { ${field} } } }`,
};

/** A document for pages of the list: with ids and cursors, and its total. */
export function documentOf({ parent, field, args, isTwoWay }: ListCase): string {
  const page = `first: $first, after: $after${isTwoWay ? ', last: $last, before: $before' : ''}`;
  const connection = `list: ${field}(${page}${args && `, ${args}`}) {
    edges { cursor node { ... on Node { id } } } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
  const variables = `$first: Int, $after: String${isTwoWay ? ', $last: Int, $before: String' : ''}`;
  if (!parent) return `query (${variables}) { ${connection} }`;
  const [type, slug] = parent;
  const place = PLACES[type];
  if (place) return `query (${variables}) { ${place(connection)} }`;
  return `query (${variables}) { parent: node(id: "${toGlobalId(type, slug)}") { ... on ${type} { ${connection} } } }`;
}

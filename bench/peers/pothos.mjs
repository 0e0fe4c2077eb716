import { createServer } from 'node:http';
import SchemaBuilder from '@pothos/core';
import DataLoader from 'dataloader';
import { createYoga } from 'graphql-yoga';
import { fromGlobalId, toGlobalId } from '../../dist/src/graphql/global-id.js';
import { report } from './host.mjs';
import * as reads from './reads.mjs';

// GraphQL Yoga with a schema of Pothos. Every field with parents has a DataLoader of its own for each request, as both document it.

const builder = new SchemaBuilder({});
for (const name of ['DateTime', 'LocalDate']) builder.scalarType(name, { serialize: (text) => text });

const sectors = ['ADAPTATION', 'AIR_QUALITY', 'BUILDINGS', 'ENERGY_SUPPLY', 'FINANCE', 'FOOD', 'LAND_USE', 'TRANSPORT', 'WASTE', 'WATER', 'CROSS_SECTORAL']; // prettier-ignore
const Sector = builder.enumType('Sector', { values: sectors });
const OrderField = builder.enumType('OrderField', { values: ['MEMBER_COUNT', 'POPULATION'] });
const Order = builder.inputType('Order', { fields: (t) => ({ field: t.field({ type: OrderField, required: true }) }) });
const SectorFilter = builder.inputType('SectorFilter', { fields: (t) => ({ eq: t.field({ type: Sector, required: true }) }) }); // prettier-ignore
const SolutionFilter = builder.inputType('SolutionFilter', {
  fields: (t) => ({ sector: t.field({ type: SectorFilter, required: true }) }),
});

/** The loader of a field for the rest of the request. */
function loader({ loaders }, key, read) {
  let made = loaders.get(key);
  if (!made) loaders.set(key, (made = new DataLoader(read, { maxBatchSize: Infinity })));
  return made;
}

const nullable = true;
const types = Object.fromEntries(
  ['City', 'Country', 'Network', 'Initiative', 'Membership', 'Solution', 'Adoption', 'Collaboration', 'GeoPoint', 'PageInfo', 'PeerEdge'].map(
    (name) => [name, builder.objectRef(name)],
  ),
); // prettier-ignore

builder.objectType(types.PageInfo, {
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage'),
    endCursor: t.exposeString('endCursor', { nullable }),
  }),
});
const connections = new Map();
function connectionOf(type, name = `${type.name}Connection`) {
  let made = connections.get(name);
  if (!made) {
    made = builder.objectRef(name);
    made.implement({
      fields: (t) => ({
        nodes: t.field({ type: [type], resolve: ({ nodes }) => nodes }),
        pageInfo: t.field({ type: types.PageInfo, nullable, resolve: ({ pageInfo }) => pageInfo }),
      }),
    });
    connections.set(name, made);
  }
  return made;
}

const page = (t) => ({ first: t.arg.int({ required: true }), after: t.arg.string(), orderBy: t.arg({ type: Order }) });

/** A field with the first of a parent's rows. */
const list = (t, type, read) =>
  t.field({
    type: connectionOf(type),
    args: page(t),
    resolve: async ({ id }, { first }, context) => ({
      nodes: await loader(context, `${read.key} ${first}`, (ids) => read(ids, first)).load(id),
    }),
  });

/** A field with what a column of its parent refers to. */
const one = (t, type, read, key, isNullable = false) =>
  t.field({
    type,
    nullable: isNullable,
    resolve: (row, _, context) => (row[key] === null ? null : loader(context, read, read).load(row[key])),
  });

const id = (t, type) => t.id({ resolve: ({ slug }) => toGlobalId(type, slug) });
const exposed = (t, ...names) => Object.fromEntries(names.map((name) => [name, t.exposeString(name, { nullable })]));
const day = (t, name) => t.field({ type: 'LocalDate', nullable, resolve: (row) => row[name] });

for (const [key, read] of Object.entries(reads)) read.key = key;

builder.objectType(types.GeoPoint, {
  fields: (t) => ({ latitude: t.exposeFloat('latitude'), longitude: t.exposeFloat('longitude') }),
});
builder.objectType(types.Country, { fields: (t) => exposed(t, 'code', 'name') });
builder.objectType(types.City, {
  fields: (t) => ({
    id: id(t, 'City'),
    ...exposed(t, 'slug', 'name', 'region', 'wikidataId', 'geonamesId', 'unlocode'),
    population: t.exposeInt('population', { nullable }),
    location: t.field({ type: types.GeoPoint, nullable, resolve: (city) => (city.latitude === null ? null : city) }),
    country: one(t, types.Country, reads.countries, 'countryId'),
    networks: list(t, types.Network, reads.networksOfCity),
    memberships: list(t, types.Membership, reads.memberships),
    solutions: list(t, types.Solution, reads.solutionsOfCity),
    collaborations: list(t, types.Collaboration, reads.collaborations),
    peers: t.field({
      type: peerConnection,
      args: page(t),
      resolve: async (city, { first }, context) => ({
        edges: await loader(context, `peers ${first}`, (ids) => reads.peers(ids, first)).load(city.id),
      }),
    }),
  }),
});
const peerConnection = builder.objectRef('PeerConnection');
peerConnection.implement({
  fields: (t) => ({ edges: t.field({ type: [types.PeerEdge], resolve: ({ edges }) => edges }) }),
});
builder.objectType(types.PeerEdge, {
  fields: (t) => ({
    strength: t.exposeFloat('strength'),
    collaborationCount: t.exposeInt('collaborationCount'),
    lastOn: day(t, 'lastOn'),
    node: t.field({ type: types.City, resolve: (row) => row }),
  }),
});
builder.objectType(types.Network, {
  fields: (t) => ({
    id: id(t, 'Network'),
    ...exposed(t, 'name'),
    startedOn: day(t, 'startedOn'),
    initiative: one(t, types.Initiative, reads.initiatives, 'initiativeId', nullable),
    members: list(t, types.City, reads.members),
  }),
});
builder.objectType(types.Initiative, { fields: (t) => ({ id: id(t, 'Initiative'), ...exposed(t, 'name') }) });
builder.objectType(types.Membership, {
  fields: (t) => ({
    id: id(t, 'Membership'),
    ...exposed(t, 'role'),
    startedOn: day(t, 'startedOn'),
    endedOn: day(t, 'endedOn'),
  }),
});

const text = (t, name) =>
  t.string({
    args: { locale: t.arg.string() },
    resolve: async (row, { locale }, context) => {
      if (locale == null) return row[name];
      const read = (solutions) => reads.translations(solutions, locale);
      return (await loader(context, `translations ${locale}`, read).load(row))[name];
    },
  });
builder.objectType(types.Solution, {
  fields: (t) => ({
    id: id(t, 'Solution'),
    title: text(t, 'title'),
    summary: text(t, 'summary'),
    contentLocale: text(t, 'locale'),
    sector: t.field({ type: Sector, resolve: ({ sector }) => sector }),
    publishedAt: t.field({ type: 'DateTime', nullable, resolve: (row) => row.publishedAt }),
    city: one(t, types.City, reads.cities, 'cityId'),
    networks: list(t, types.Network, reads.networksOfSolution),
    adoptions: list(t, types.Adoption, reads.adoptions),
  }),
});
builder.objectType(types.Adoption, {
  fields: (t) => ({
    id: id(t, 'Adoption'),
    ...exposed(t, 'kind', 'status'),
    adoptedOn: day(t, 'adoptedOn'),
    city: one(t, types.City, reads.cities, 'cityId'),
  }),
});
builder.objectType(types.Collaboration, {
  fields: (t) => ({
    id: id(t, 'Collaboration'),
    ...exposed(t, 'kind', 'title'),
    startedOn: day(t, 'startedOn'),
    participants: list(t, types.City, reads.participants),
  }),
});

const root = (t, type, resolve, args = {}) =>
  t.field({ type: connectionOf(type), args: { ...page(t), ...args }, resolve: (_, given) => resolve(given) });
builder.queryType({
  fields: (t) => ({
    city: t.field({
      type: types.City,
      nullable,
      args: { id: t.arg.id(), slug: t.arg.string() },
      resolve: (_, args) => reads.city(args.slug ?? fromGlobalId(args.id, 'City').slug),
    }),
    cities: root(t, types.City, ({ first, after }) => reads.allCities(first, after)),
    networks: root(t, types.Network, ({ first, after }) => reads.networks(first, after)),
    solutions: root(t, types.Solution, ({ filter, first, after }) => reads.solutions(filter.sector.eq, first, after), {
      filter: t.arg({ type: SolutionFilter, required: true }),
    }),
  }),
});

const yoga = createYoga({
  schema: builder.toSchema(),
  context: () => ({ loaders: new Map() }),
  graphiql: false,
  logging: false,
});
const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => report(`http://127.0.0.1:${server.address().port}`));

import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { fromGlobalId, toGlobalId } from '../../dist/src/graphql/global-id.js';
import { report } from './host.mjs';
import * as reads from './reads.mjs';

// Mercurius as its documentation recommends it for production: compiled queries (jit), and a loader for every field with parents.

const schema = readFileSync(new URL('../contenders/tutorial/schema.graphql', import.meta.url), 'utf8');

const id = (type) => ({ slug }) => toGlobalId(type, slug); // prettier-ignore

// Mercurius keeps what a loader has given for each object, under the whole object as JSON: reading it again costs less.
const opts = { cache: false };

/** A loader of lists: the parents of a field are read together. */
const lists = (read, wrap = (nodes) => ({ nodes })) => ({
  opts,
  loader: async (queries) => (await read(queries.map(({ obj }) => obj.id), queries[0].params.first)).map(wrap),
}); // prettier-ignore

/** A loader of what a column of each parent refers to. */
const one = (read, key) => ({
  opts,
  loader: (queries) => read(queries.map(({ obj }) => obj[key])),
});

/** A loader of a text, in the original language where no other is asked for. */
const text = (field) => ({
  opts,
  loader: async (queries) => {
    const [{ params }] = queries;
    const solutions = queries.map(({ obj }) => obj);
    const texts = params.locale == null ? solutions : await reads.translations(solutions, params.locale);
    return texts.map((each) => each[field]);
  },
});

const resolvers = {
  Query: {
    city: (_, args) => reads.city(args.slug ?? fromGlobalId(args.id, 'City').slug),
    cities: (_, { first, after }) => reads.allCities(first, after),
    networks: (_, { first, after }) => reads.networks(first, after),
    solutions: (_, { filter, first, after }) => reads.solutions(filter.sector.eq, first, after),
  },
  City: {
    id: id('City'),
    location: ({ latitude, longitude }) => (latitude === null ? null : { latitude, longitude }),
  },
  Network: { id: id('Network') },
  Initiative: { id: id('Initiative') },
  Membership: { id: id('Membership') },
  Solution: { id: id('Solution') },
  Adoption: { id: id('Adoption') },
  Collaboration: { id: id('Collaboration') },
};

const loaders = {
  City: {
    country: one(reads.countries, 'countryId'),
    networks: lists(reads.networksOfCity),
    memberships: lists(reads.memberships),
    solutions: lists(reads.solutionsOfCity),
    collaborations: lists(reads.collaborations),
    peers: lists(reads.peers, (rows) => ({ edges: rows.map((row) => ({ ...row, node: row })) })),
  },
  Network: {
    initiative: one(reads.initiatives, 'initiativeId'),
    members: lists(reads.members),
  },
  Solution: {
    title: text('title'),
    summary: text('summary'),
    contentLocale: text('locale'),
    city: one(reads.cities, 'cityId'),
    networks: lists(reads.networksOfSolution),
    adoptions: lists(reads.adoptions),
  },
  Adoption: { city: one(reads.cities, 'cityId') },
  Collaboration: { participants: lists(reads.participants) },
};

const app = Fastify();
app.register(mercurius, { schema, resolvers, loaders, jit: 1 });
report(await app.listen({ port: 0, host: '127.0.0.1' }));

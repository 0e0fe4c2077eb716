// A partner's subgraph. It keeps readings of air quality by the Wikidata ids of cities, and adds them to the graph's cities.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, parse } from 'graphql';
import { createYoga } from 'graphql-yoga';

const GUIDELINE = 5;

const read = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');

/** The readings of each city by its Wikidata id, the earliest first. */
const byCity = new Map();
for (const line of read('readings.csv').trim().split('\n').slice(1)) {
  const [wikidataId, year, pm25, no2] = line.split(',');
  const readings = byCity.get(wikidataId) ?? byCity.set(wikidataId, []).get(wikidataId);
  readings.push({ year: Number(year), pm25: Number(pm25), no2: no2 === '' ? null : Number(no2) });
}
for (const readings of byCity.values()) readings.sort((a, b) => a.year - b.year);

const latestOf = (wikidataId) => byCity.get(wikidataId).at(-1);

const resolvers = {
  Query: {
    cleanestCities: (_root, { first }) => {
      if (first < 1 || first > 50) throw new GraphQLError(`Expected "first" to be from 1 to 50, but got ${first}.`);
      const cleanestFirst = [...byCity.keys()].sort((a, b) => latestOf(a).pm25 - latestOf(b).pm25);
      return cleanestFirst.slice(0, first).map((wikidataId) => ({ wikidataId }));
    },
  },
  City: {
    // The gateway names a city, and this is all that we know of it. One that we do not measure is a city all the same.
    __resolveReference: ({ wikidataId }) => ({ wikidataId }),
    airQuality: ({ wikidataId }) => byCity.get(wikidataId) ?? null,
  },
  AirQuality: {
    latest: (readings) => readings.at(-1),
    readings: (readings, { since }) => readings.filter(({ year }) => year >= (since ?? year)),
  },
  AirQualityReading: { isWithinGuideline: ({ pm25 }) => pm25 <= GUIDELINE },
};

const schema = buildSubgraphSchema([{ typeDefs: parse(read('schema.graphql')), resolvers }]);
const yoga = createYoga({ schema, landingPage: false, logging: 'warn' });

/**
 * Serves the subgraph on this machine.
 * @param port 0 for any free one
 * @returns its address, and what ends it
 */
export async function serve(port) {
  const server = createServer(yoga);
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/graphql`, stop: () => server.close() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve(Number(process.env.PORT ?? 4010));
  console.log(`Air quality is served at ${url}`);
}

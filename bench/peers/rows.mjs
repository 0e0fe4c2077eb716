import { Buffer } from 'node:buffer';
import { createServer } from 'node:http';
import { fromGlobalId, toGlobalId } from '../../dist/src/graphql/global-id.js';
import { report } from './host.mjs';
import * as reads from './reads.mjs';

// The second floor: no GraphQL, one statement for each level, flat rows, and the answer put together by hand.

const id = (type, { slug }) => toGlobalId(type, slug);
const idsOf = (rows) => rows.map((row) => row.id);
const nodes = (rows) => ({ nodes: rows });
/** Rows by their ids, each read once. */
const byId = async (read, ids) => new Map((await read([...new Set(ids)])).filter(Boolean).map((row) => [row.id, row]));
const location = ({ latitude, longitude }) => (latitude === null ? null : { latitude, longitude });

async function dashboard({ after }) {
  const { nodes: networks, pageInfo } = await reads.networks(20, after);
  const members = await reads.members(idsOf(networks), 10);
  const cities = [...new Set(idsOf(members.flat()))];
  const solutions = new Map((await reads.solutionsOfCity(cities, 3)).map((own, i) => [cities[i], own]));
  const solutionOf = (row) => ({ id: id('Solution', row), title: row.title, sector: row.sector, publishedAt: row.publishedAt }); // prettier-ignore
  const cityOf = (row) => ({
    id: id('City', row),
    name: row.name,
    population: row.population,
    solutions: nodes(solutions.get(row.id).map(solutionOf)),
  });
  const networkOf = (row, i) => ({
    id: id('Network', row),
    name: row.name,
    startedOn: row.startedOn,
    members: nodes(members[i].map(cityOf)),
  });
  return { networks: { nodes: networks.map(networkOf), pageInfo } };
}

async function cityProfile({ slug }) {
  const city = await reads.city(slug);
  const one = async (read, first) => (await read([city.id], first))[0];
  const [[country], networks, memberships, [solutions, adoptions, adopters], [collaborations, participants], peers] =
    await Promise.all([
      reads.countries([city.countryId]),
      one(reads.networksOfCity, 10),
      one(reads.memberships, 10),
      one(reads.solutionsOfCity, 5).then(async (solutions) => {
        const adoptions = await reads.adoptions(idsOf(solutions), 3);
        const adopters = adoptions.flat().map(({ cityId }) => cityId);
        return [solutions, adoptions, await byId(reads.cities, adopters)];
      }),
      one(reads.collaborations, 10).then(async (rows) => [rows, await reads.participants(idsOf(rows), 5)]),
      one(reads.peers, 10),
    ]);
  const named = (type) => (row) => ({ id: id(type, row), name: row.name });
  const { name, population, region } = city;
  return {
    city: {
      ...{ id: id('City', city), name, population, region, location: location(city) },
      country: { code: country.code, name: country.name },
      networks: nodes(networks.map(named('Network'))),
      memberships: nodes(memberships.map((row) => ({ id: id('Membership', row), role: row.role, startedOn: row.startedOn, endedOn: row.endedOn }))), // prettier-ignore
      solutions: nodes(
        solutions.map((row, i) => ({
          ...{ id: id('Solution', row), title: row.title, summary: row.summary, sector: row.sector },
          publishedAt: row.publishedAt,
          adoptions: nodes(
            adoptions[i].map((adoption) => ({
              ...{ id: id('Adoption', adoption), kind: adoption.kind, status: adoption.status },
              adoptedOn: adoption.adoptedOn,
              city: named('City')(adopters.get(adoption.cityId)),
            })),
          ),
        })),
      ),
      collaborations: nodes(
        collaborations.map((row, i) => ({
          ...{ id: id('Collaboration', row), kind: row.kind, title: row.title, startedOn: row.startedOn },
          participants: nodes(participants[i].map(named('City'))),
        })),
      ),
      peers: {
        edges: peers.map((row) => ({
          ...{ strength: row.strength, collaborationCount: row.collaborationCount, lastOn: row.lastOn },
          node: named('City')(row),
        })),
      },
    },
  };
}

async function feed({ sector, after }) {
  const { nodes: solutions, pageInfo } = await reads.solutions(sector, 50, after);
  const [texts, networks, cities] = await Promise.all([
    reads.translations(solutions, 'es'),
    reads.networksOfSolution(idsOf(solutions), 3),
    byId(reads.cities, solutions.map(({ cityId }) => cityId)),
  ]); // prettier-ignore
  const [countries, initiatives] = await Promise.all([
    byId(reads.countries, [...cities.values()].map(({ countryId }) => countryId)),
    byId(reads.initiatives, networks.flat().map(({ initiativeId }) => initiativeId)),
  ]); // prettier-ignore
  const initiativeOf = (row) => (row ? { id: id('Initiative', row), name: row.name } : null);
  const cityOf = (row) => {
    const { code, name } = countries.get(row.countryId);
    return { id: id('City', row), name: row.name, country: { code, name } };
  };
  const solutionOf = (row, i) => ({
    ...{ id: id('Solution', row), title: texts[i].title, summary: texts[i].summary, contentLocale: texts[i].locale },
    ...{ sector: row.sector, publishedAt: row.publishedAt, city: cityOf(cities.get(row.cityId)) },
    networks: nodes(
      networks[i].map((network) => ({
        ...{ id: id('Network', network), name: network.name },
        initiative: initiativeOf(initiatives.get(network.initiativeId)),
      })),
    ),
  });
  return { solutions: { nodes: solutions.map(solutionOf), pageInfo } };
}

async function cityById(variables) {
  const city = await reads.city(fromGlobalId(variables.id, 'City').slug);
  const { slug, name, region, population, wikidataId } = city;
  return { city: { id: variables.id, slug, name, region, population, wikidataId, location: location(city) } };
}

async function wide({ after }) {
  const { nodes: cities, pageInfo } = await reads.allCities(100, after);
  const countries = await byId(reads.countries, cities.map(({ countryId }) => countryId)); // prettier-ignore
  const cityOf = (row) => {
    const { code, name } = countries.get(row.countryId);
    const { slug, region, population, wikidataId, geonamesId, unlocode } = row;
    const own = { id: id('City', row), slug, name: row.name, region, population, wikidataId, geonamesId, unlocode };
    return { ...own, location: location(row), country: { code, name } };
  };
  return { cities: { nodes: cities.map(cityOf), pageInfo } };
}

const operations = { Dashboard: dashboard, CityProfile: cityProfile, Feed: feed, CityById: cityById, Wide: wide };

async function answer(request, response) {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  const { operationName, variables } = JSON.parse(body);
  const json = Buffer.from(JSON.stringify({ data: await operations[operationName](variables) }));
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': json.length });
  response.end(json);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error);
    response.writeHead(500).end();
  });
});
server.listen(0, '127.0.0.1', () => report(`http://127.0.0.1:${server.address().port}`));

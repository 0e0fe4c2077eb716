import fs from 'node:fs';
import { signLocalToken } from '../../src/access/local-issuer';
import { createDataFolder } from '../support/folders';
import { HttpWorld } from '../support/http';
import { Replicated } from '../support/replicated';
import { RawSocket } from '../support/sockets';
import { useWorld, World, type Json } from '../support/world';
import { cityId, documentOf, networkId, type MutationName } from '../writing/desk';
import { Observed } from './observed';

// The graph in memory beside a replica that stands still, in processes that nobody tells what has changed: docs/replicas.md.

jest.setTimeout(120_000);

const folder = createDataFolder();
const replicated = new Replicated();
beforeAll(() => replicated.start());
const world = useWorld({ replicated, followsLog: true });
const http = new HttpWorld(world, () => ({ INTERURBAN_DATA_DIR: folder }));
const others: HttpWorld[] = [];
let admin: Record<string, string>;

beforeAll(async () => {
  await http.listen();
  const claims = { subject: 'x', roles: ['admin'], networks: [], expiresIn: 3600 };
  admin = { authorization: `Bearer ${await signLocalToken(folder, claims)}` };
});
afterAll(async () => {
  for (const other of others) {
    await other.close();
    await other.world.close();
  }
  await http.close();
});
afterAll(async () => {
  await replicated.stop();
  fs.rmSync(folder, { recursive: true });
});

/** A process that reads from the replica, and has heard of what was written so far. The replica stands still from now on. */
async function another(): Promise<HttpWorld> {
  await replicated.pauseReplay(false);
  await replicated.caughtUp();
  const other = new HttpWorld(new World({ replicated, beside: world, replicaMaxLag: 3_600_000 }));
  others.push(other);
  await other.world.open();
  await other.listen();
  const observed = new Observed(other.world);
  observed.begin();
  let isUsed = false;
  for (let i = 0; !isUsed; i++) {
    const asked = () => other.post({ query: `{ country(code: "EC") { name } } # ${i}` });
    isUsed = (await observed.during('country', asked)).replica > 0;
  }
  await replicated.pauseReplay(true);
  return other;
}

/** Writes, and gives what the answer shows and its position. */
async function write(name: MutationName, input: object): Promise<{ record: Json; position: number }> {
  const { json } = await http.post({ query: documentOf(name), variables: { input } }, admin);
  expect(json.data.written.userErrors).toEqual([]);
  return { record: json.data.written.record, position: json.extensions.position };
}

const PAIRS = [
  ['mombasa', 'suva'],
  ['mombasa', 'quito'],
  ['suva', 'quito'],
  ['mombasa', 'accra'],
  ['mombasa', 'auckland'],
] as const;
let used = 0;

/** Cities that nothing has linked yet begin to work together. */
async function collaborate(): Promise<{ pair: readonly [string, string]; position: number }> {
  const pair = PAIRS[used++]!;
  const input = { kind: 'WORKSHOP', participantIds: pair.map(cityId) };
  return { pair, position: (await write('recordCollaboration', input)).position };
}

const HOPS = (from: string, to: string) => `{ graph { path(from: "${cityId(from)}", to: "${cityId(to)}") { hops } } }`;

const hops = ({ data }: Json): number | null => data.graph.path?.hops ?? null;

test('the first graph of a process has what a client was given a position for, and so have those after', async () => {
  const other = await another();
  for (let i = 0; i < 2; i++) {
    const { pair, position } = await collaborate();
    const { json } = await other.post({ query: HOPS(...pair) }, { 'interurban-position': String(position) });
    expect(hops(json)).toBe(1);
  }
});

test('so has an export', async () => {
  const other = await another();
  const edges = async (headers: Record<string, string>): Promise<unknown[]> =>
    (await other.fetch('/exports/graph.json', { headers })).json.edges as unknown[];
  const before = await edges({});
  const { position } = await collaborate();
  expect(await edges({})).toHaveLength(before.length);
  expect(await edges({ 'interurban-position': String(position) })).toHaveLength(before.length + 1);
});

test('without the position it shows what was before; with it, over every transport, what is', async () => {
  const other = await another();
  expect((await other.post({ query: '{ graph { version } }' })).status).toBe(200);
  const { pair, position } = await collaborate();
  const query = HOPS(...pair);
  expect(hops((await other.post({ query })).json)).not.toBe(1);
  const socket = await RawSocket.connect(other.url);
  socket.send({ id: '1', type: 'subscribe', payload: { query, extensions: { position } } });
  expect(hops((await socket.next('1')).payload)).toBe(1);
  socket.close();
  // It has been read: nobody needs to send it any more.
  expect(hops((await other.post({ query })).json)).toBe(1);
});

test('a mutation shows the graph with what it has written', async () => {
  await http.post({ query: '{ graph { version } }' });
  const [pair] = PAIRS.slice(-1);
  const query = `mutation ($ids: [ID!]!) { recordCollaboration(input: { kind: WORKSHOP, participantIds: $ids }) {
    collaboration { participants { nodes { slug graphMetrics { degree } } } } } }`;
  const before = await http.post({ query: '{ city(slug: "mombasa") { graphMetrics { degree } } }' });
  const { json } = await http.post({ query, variables: { ids: pair!.map(cityId) } }, admin);
  const shown = json.data.recordCollaboration.collaboration.participants.nodes;
  const [mombasa] = shown.filter(({ slug }: Json) => slug === 'mombasa');
  expect(mombasa.graphMetrics.degree).toBe(Number(before.json.data.city.graphMetrics?.degree ?? 0) + 1);
});

describe('who may see a link is asked of what is as new as the graph', () => {
  const ADOPTIONS = 'graph(filter: { layers: [ADOPTION] }) { subgraph { links { source target } } }';
  const linksOf = ({ data }: Json): string[] =>
    data.graph.subgraph.links.map(({ source, target }: Json) => `${source} ${target}`);
  const expected = `${cityId('copenhagen')} ${cityId('accra')}`;

  test.each([
    ['the graph alone', `{ ${ADOPTIONS} }`],
    [
      'the graph beside what is read from a replica',
      `{ ${ADOPTIONS} networks { nodes { name } } city(slug: "quito") { name } }`,
    ],
  ])('%s', async (_, query) => {
    const other = await another();
    const about = { title: 'For members', summary: 'A.', sector: 'WATER', locale: 'en' };
    const shared = { cityId: cityId('copenhagen'), visibility: 'MEMBERS', networkIds: [networkId('cool-cities')] };
    const { record: solution } = await write('shareSolution', { ...about, ...shared });
    const { position } = await write('recordAdoption', {
      ...{ solutionId: solution.id, cityId: cityId('accra'), learnedFromCityId: cityId('copenhagen') },
      ...{ kind: 'REPLICATED', status: 'IMPLEMENTED' },
    });
    expect(linksOf((await http.post({ query, extensions: { position } }, admin)).json)).toContain(expected);
    // The replica knows of no such solution; the graph, which is read now, has its adoption.
    const { json } = await other.post({ query });
    expect(json.errors).toBeUndefined();
    expect(linksOf(json)).not.toContain(expected);
  });
});

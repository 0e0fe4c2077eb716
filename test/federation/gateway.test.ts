import { GROUPINGS } from '../../src/schema/groupings';
import { toGlobalId } from '../../src/graphql/global-id';
import { useFederatedWorld, type Fetch } from '../support/federated-world';
import { StreamReader } from '../support/event-streams';

const federated = useFederatedWorld(GROUPINGS.sliced);
beforeEach(() => federated.fetches.splice(0));

const representations = ({ variables }: Fetch): unknown[] => (variables['representations'] ?? []) as unknown[];
const perSubgraph = (): string[] => federated.fetches.map(({ subgraph }) => subgraph).sort();

describe('one request for each fetch of the plan, whatever the number of objects', () => {
  test('members of a network, and what three slices know of them', async () => {
    const { json } = await federated.post({
      query: `{ network(slug: "cool-cities") { members(first: 50) { nodes { name solutions { totalCount }
        peers { totalCount } } } } }`,
    });
    const { nodes } = json.data.network.members;
    expect(nodes.length).toBeGreaterThan(3);
    expect(perSubgraph()).toEqual(['cities', 'collaborations', 'networks', 'solutions']);
    const entities = federated.fetches.filter(({ query }) => query.includes('_entities'));
    expect(entities.map(({ subgraph }) => subgraph).sort()).toEqual(['cities', 'collaborations', 'solutions']);
    for (const fetch of entities) expect(representations(fetch)).toHaveLength(nodes.length);
  });

  test('the same city on several ways is asked for once', async () => {
    await federated.post({ query: '{ actions(first: 20) { nodes { title city { name } } } }' });
    expect(perSubgraph()).toEqual(['cities', 'solutions']);
    const asked = representations(federated.fetches.find(({ subgraph }) => subgraph === 'cities')!);
    expect(new Set(asked.map((one) => JSON.stringify(one))).size).toBe(asked.length);
  });

  test('nodes of several slices: one request to each', async () => {
    const ids = [
      ...['bogota', 'tokyo', 'nairobi'].map((slug) => toGlobalId('City', slug)),
      ...['cool-cities', 'bus-lanes'].map((slug) => toGlobalId('Network', slug)),
    ];
    const { json } = await federated.post({
      query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on City { name } ... on Network { name } } }',
      variables: { ids },
    });
    expect(json.data.nodes.every((node: { name?: string }) => node.name)).toBe(true);
    expect(perSubgraph()).toEqual(['cities', 'networks', 'platform']);
  });
});

test('who asks and in which language goes on to every subgraph', async () => {
  await federated.post(
    { query: '{ city(slug: "bogota") { name networks { nodes { name } } } }' },
    { 'accept-language': 'es' },
  );
  expect(perSubgraph()).toEqual(['cities', 'networks']);
  for (const { headers } of federated.fetches) expect(headers['accept-language']).toBe('es');
  const { json } = await federated.post({ query: '{ city(slug: "bogota") { name } }' }, { authorization: 'Bearer x' });
  expect(json.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED', serviceName: 'cities' } }]);
});

test('a subgraph that is down leaves the rest of the answer, and an error that names it, until it is back', async () => {
  const query = `{ network(slug: "cool-cities") { name members(first: 2) { nodes { slug networks { totalCount }
    solutions { totalCount } } } } solutions { totalCount } }`;
  const ask = async () => (await federated.post({ query })).json;
  const whole = await ask();
  expect(whole.errors).toBeUndefined();

  const solutions = federated.slices.get('solutions')!;
  const { port } = new URL(solutions.url);
  await solutions.close();
  const { data, errors } = await ask();
  const { solutions: lost, ...rest } = structuredClone(whole.data);
  for (const node of rest.network.members.nodes) node.solutions = null;
  expect(lost).toBeDefined();
  expect(data).toEqual({ ...rest, solutions: null });
  expect(errors.length).toBeGreaterThan(0);
  for (const { extensions } of errors)
    expect(extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'solutions' });

  await solutions.listen(Number(port));
  expect(await ask()).toEqual(whole);
});

describe('subscriptions', () => {
  const subscribe = (query: string) => StreamReader.open(federated.gateway.url, { query });
  const announce = async (type: string, subject: string, slug: string) => {
    await federated.world.sql('SELECT announce($1, $2, $3)', [type, subject, slug]);
    federated.world.services.log.wake();
  };

  test('changes, with what other slices know of them; and what was missed, after a cursor', async () => {
    const document = (after: string) =>
      `subscription { changes(types: [CITY_CHANGED]${after}) { cursor type node { id ... on City { name peers { totalCount } } } } }`;
    const { json } = await federated.post({ query: '{ feedCursor }' });
    const from = `, after: "${json.data.feedCursor}"`;
    const first = await subscribe(document(from));
    await announce('CITY_CHANGED', 'City', 'bogota');
    const { data } = (await first.next()).data;
    expect(data.changes).toMatchObject({
      type: 'CITY_CHANGED',
      node: { name: 'Bogotá', peers: { totalCount: expect.any(Number) } },
    });
    first.close();

    await announce('CITY_CHANGED', 'City', 'tokyo');
    const second = await subscribe(document(`, after: "${data.changes.cursor}"`));
    expect((await second.next()).data.data.changes.node.name).toBe('Tokyo');
    second.close();
  });
});

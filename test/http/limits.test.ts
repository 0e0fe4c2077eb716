import { StreamReader } from '../support/event-streams';
import { useLiveWorld } from '../support/live-world';
import { RawSocket } from '../support/sockets';

// docs/limits.md.
const world = useLiveWorld(undefined, { settings: { COST_LIMIT: '100', COST_BUDGET: '250' } });

const query = '{ cities(first: 100) { nodes { slug } } }';
const small = '{ cities(first: 2) { nodes { slug } } }';

test('what costs too much is refused over every transport, with its cost and the parts that cost most', async () => {
  const code = 'COST_LIMIT_EXCEEDED';
  const extensions = { code, cost: 104, fieldCost: 2, typeCost: 102, limit: 100 };
  const error = {
    extensions: { ...extensions, contributors: [{ path: 'cities.nodes', cost: 101 }, { path: 'cities' }] },
  };
  expect(await world.http.post({ query })).toMatchObject({ status: 400, json: { errors: [error] } });
  const stream = await StreamReader.open(world.graphql, { query });
  expect((await stream.next()).data).toMatchObject({ errors: [error] });
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('1', query);
  expect(await socket.next('1')).toMatchObject({ type: 'error', payload: [error] });
  socket.close();
});

test('the cost is told on request: before, and after', async () => {
  const estimate = await world.http.post({ query: small, extensions: { cost: 'estimate' } });
  expect(estimate.json).toMatchObject({
    data: null,
    extensions: { cost: { cost: 6, budget: { limit: 250, left: 250 } } },
  });
  const { json } = await world.http.post({ query: small, extensions: { cost: true } });
  expect(json.data.cities.nodes).toHaveLength(2);
  expect(json.extensions.cost).toMatchObject({ cost: 6, actual: 6, limit: 100 });
});

test('who has spent the budget of a minute is told when to come back', async () => {
  const most = '{ cities(first: 90) { nodes { slug } } }';
  const answers = [await world.http.post({ query: most }), await world.http.post({ query: most })];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const { status, headers, json } = await world.http.post({ query: most });
  expect({ status, code: json.errors[0].extensions.code }).toEqual({ status: 429, code: 'COST_BUDGET_EXCEEDED' });
  expect(Number(headers.get('retry-after'))).toBe(json.errors[0].extensions.retryAfter);
  expect(json.errors[0].extensions.retryAfter).toBeGreaterThan(0);
});

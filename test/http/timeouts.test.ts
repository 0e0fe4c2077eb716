import { useHttpWorld } from '../support/http';
import { RawSocket } from '../support/sockets';
import { holdLock } from '../writing/waiting';

// Statements that take too long: a lock that somebody else holds keeps them.

const http = useHttpWorld(undefined, { statementTimeout: 1_000 });
const { world } = http;

/** What is asked of tables that are locked meanwhile, and which statements were run for it. */
async function whileLocked<T>(tables: string, ask: () => Promise<T>): Promise<{ answer: T; statements: string[] }> {
  const lock = await holdLock(world, `LOCK TABLE ${tables} IN ACCESS EXCLUSIVE MODE`);
  const before = world.statements.length;
  const answer = await ask();
  const statements = world.statements.slice(before);
  await lock.release();
  return { answer, statements };
}

const timeout = (path: string) => ({
  message: expect.stringMatching(`^${path} took longer than the server allows one statement. Ask for`) as string,
  path: [path],
  extensions: { code: 'TIMEOUT' },
});

// One statement reads the cities with their networks, and writes the answer, unless something is amiss.
const NESTED = '{ cities(first: 3) { nodes { name networks { nodes { name } } } } }';

test('a statement that took too long is not run again, in parts or by resolvers', async () => {
  const { answer, statements } = await whileLocked('network', () => http.post({ query: NESTED }));
  expect(answer.json).toMatchObject({ data: { cities: null }, errors: [timeout('cities')] });
  expect(statements).toHaveLength(1);
  expect((await http.post({ query: NESTED })).json.data.cities.nodes).toHaveLength(3);
});

test('nor over WebSocket', async () => {
  const socket = await RawSocket.connect(http.url);
  const { answer, statements } = await whileLocked('network', () => {
    socket.subscribe('1', NESTED);
    return socket.next('1');
  });
  expect(answer.payload).toMatchObject({ data: { cities: null }, errors: [timeout('cities')] });
  expect(statements).toHaveLength(1);
  socket.close();
});

test('the other fields of the answer are there, and run once too', async () => {
  const query = `{ city(slug: "quito") { name } slow: cities(first: 3) { nodes { networks { nodes { name } } } }
    solution(slug: "none") { title } }`;
  const { answer, statements } = await whileLocked('network', () => http.post({ query }));
  expect(answer.json).toMatchObject({
    data: { city: { name: 'Quito' }, slow: null, solution: null },
    errors: [timeout('slow')],
  });
  expect(statements.filter((text) => text.includes('network'))).toHaveLength(1);
});

test('however often the document has come before', async () => {
  const query = '{ cities(first: 2) { nodes { slug networks { totalCount } } } }';
  const socket = await RawSocket.connect(http.url);
  const { answer, statements } = await whileLocked('network', async () => {
    const over = [];
    for (let use = 1; use <= 4; use++) {
      over.push((await http.post({ query })).json);
      socket.subscribe(String(use), query);
      over.push((await socket.next(String(use))).payload);
    }
    return over;
  });
  for (const one of answer) expect(one).toMatchObject({ data: { cities: null }, errors: [timeout('cities')] });
  expect(statements).toHaveLength(answer.length);
  socket.close();
});

test('what is wrong in another way shows at the field that it is wrong with', async () => {
  const query = '{ cities(first: 2) { nodes { id networks { nodes { name } } } } }';
  await world.sql('ALTER TABLE network RENAME COLUMN name TO label');
  const answers = [];
  for (let use = 1; use <= 4; use++) answers.push((await http.post({ query })).json);
  await world.sql('ALTER TABLE network RENAME COLUMN label TO name');
  const error = { path: ['cities', 'nodes', 0, 'networks'], extensions: { code: 'INTERNAL_SERVER_ERROR' } };
  for (const json of answers)
    expect(json).toMatchObject({ data: { cities: { nodes: [{ networks: null }, {}] } }, errors: [error, {}] });
});

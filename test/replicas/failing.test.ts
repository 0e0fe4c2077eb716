import { pino } from 'pino';
import { createDatabase } from '../../src/data/database';
import { REPLAYED, WRITTEN } from '../../src/data/replicas/position';
import { createReplicas } from '../../src/server/replicas';
import { createTestDatabase } from '../support/database';
import { useHttpWorld } from '../support/http';
import { ask, Replicated } from '../support/replicated';
import { execute } from '../support/server';
import { databaseUrl } from '../support/server-process';
import { Observed } from './observed';

// Replicas that are killed, stand still, or are none.

jest.setTimeout(120_000);

const replicated = new Replicated();
beforeAll(() => replicated.start());
const http = useHttpWorld(undefined, { replicated, followsLog: true });
const observed = new Observed(http.world);
beforeAll(() => observed.begin());
afterAll(() => replicated.stop());

let uses = 0;
/** A question that nobody has an answer to yet. */
const query = (): string => `{ city(slug: "quito") { name networks { nodes { name } totalCount } } } # ${++uses}`;

const askCity = async (): Promise<number> =>
  (
    await observed.during('city', async () => {
      const { status, json } = await http.post({ query: query() });
      expect({ status, name: json.data?.city?.name, errors: json.errors }).toEqual({
        status: 200,
        name: 'Quito',
        errors: undefined,
      });
    })
  ).replica;

async function untilUsed(): Promise<void> {
  while ((await askCity()) === 0);
}

const told = (): unknown[] => http.world.log.map(({ msg }) => msg);

test('a replica that is killed loses no request, and is used again when it is back', async () => {
  await untilUsed();
  let isOver = false;
  let answered = 0;
  const clients = Array.from({ length: 4 }, async () => {
    while (!isOver) {
      await askCity();
      answered++;
    }
  });
  await replicated.killReplica();
  const atDeath = answered;
  while (answered < atDeath + 50) await askCity();
  isOver = true;
  await Promise.all(clients);
  expect(told()).toContain('a replica is not used until it answers again');
  await replicated.startReplica();
  await untilUsed();
  expect(told()).toContain('a replica answers again');
});

test('a replica that has all there is has as much as the primary has written, also where a file of the log ends', async () => {
  await ask(replicated.primary, 'SELECT pg_switch_wal()');
  const written = await ask(replicated.primary, `SELECT ${WRITTEN}`);
  await replicated.caughtUp();
  expect(Number(await ask(replicated.replica, `SELECT ${REPLAYED}`))).toBeGreaterThanOrEqual(Number(written));
});

const linuxTest = process.platform === 'linux' ? test : test.skip; // Elsewhere its processes are not found so.

linuxTest('who waits for a replica that stands still gets an answer from the primary', async () => {
  await untilUsed();
  replicated.freezeReplica(true);
  // They wait until it is asked how far it is, and does not say.
  await Promise.all(Array.from({ length: 8 }, askCity));
  expect(await askCity()).toBe(0);
  replicated.freezeReplica(false);
  await untilUsed();
});

test('a statement that ends because it stands in the way of what is replayed is run by the primary', async () => {
  await untilUsed();
  const before = http.world.log.length;
  const text = `SELECT pg_is_in_recovery(), pg_sleep(CASE WHEN pg_is_in_recovery() THEN 50 ELSE 0 END) FROM country LIMIT 1`;
  const asked = http.world.services.replicas.reads(undefined).rows({ text, values: [] });
  const isAsked = `SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%THEN 50%' AND pid <> pg_backend_pid()`;
  while ((await ask(replicated.replica, isAsked)) !== '1');
  await execute(replicated.primary, 'LOCK TABLE country IN ACCESS EXCLUSIVE MODE; SELECT 1');
  expect((await asked)[0]![0]).toBe(false);
  expect(http.world.log.slice(before)).toEqual([]);
  await untilUsed();
});

test('connections that are cut, the one that asks among them, lose no request', async () => {
  await untilUsed();
  const asked = Array.from({ length: 20 }, askCity);
  const cut = `SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name LIKE 'interurban%'`;
  expect(Number(await ask(replicated.replica, cut))).toBeGreaterThan(1);
  await Promise.all(asked);
  await untilUsed();
});

test.each([
  [
    'the primary itself',
    () => Promise.resolve({ url: databaseUrl(replicated.primary), end: () => Promise.resolve() }),
    /Expected a replica, but it is none/,
  ],
  [
    'another database of the cluster',
    () =>
      Promise.resolve({
        url: databaseUrl({ ...replicated.replica, database: 'postgres' }),
        end: () => Promise.resolve(),
      }),
    /Expected a replica of DATABASE_URL/,
  ],
  [
    'another cluster',
    async () => {
      const { connection, drop } = await createTestDatabase();
      return { url: databaseUrl(connection), end: drop };
    },
    /Expected a replica, but it is none/,
  ],
])('%s is not read from, and the log says why', async (_what, place, reason) => {
  const { url, end } = await place();
  const said: { reason?: string }[] = [];
  const logger = pino({}, { write: (line: string) => void said.push(JSON.parse(line) as never) });
  const options = { poolSize: 1, statementTimeout: 0 };
  const primary = createDatabase(replicated.primary, options);
  const replicas = createReplicas(primary, { ...options, replicaUrls: [url] }, logger);
  await replicas.start();
  expect(said.map(({ reason }) => reason)).toEqual([expect.stringMatching(reason)]);
  const [row] = await replicas
    .reads(undefined)
    .rows({ text: 'SELECT pg_is_in_recovery(), current_database()', values: [] });
  expect(row).toEqual([false, 'world']);
  await replicas.close();
  await primary.close();
  await end();
});

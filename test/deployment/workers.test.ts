import fs from 'node:fs';
import { signLocalToken } from '../../src/access/local-issuer';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { StreamReader } from '../support/event-streams';
import { createDataFolder } from '../support/folders';
import { startProgram, type Started } from '../support/program';
import { databaseUrl } from '../support/server-process';
import { RawSocket } from '../support/sockets';

// `interurban serve --workers 3`, as a deployment runs it: on real sockets, with real processes.

jest.setTimeout(120_000);

const folder = createDataFolder();
let database: TestDatabase;
let server: Started;
let url: string;

beforeAll(async () => {
  database = await createTestDatabase();
  server = startProgram(['serve', '--workers', '3'], {
    DATABASE_URL: databaseUrl(database.connection),
    INTERURBAN_DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    PORT: '0',
    SHUTDOWN_PERIOD: '200',
  });
  url = (await server.printed(/http:\/\/127\.0\.0\.1:\d+/)).trim();
});
afterAll(async () => {
  server.child.kill('SIGKILL');
  await database.drop();
  fs.rmSync(folder, { recursive: true, force: true });
});

const children = (): number[] =>
  fs
    .readFileSync(`/proc/${server.child.pid}/task/${server.child.pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map(Number);

/** On a connection of its own, which goes to the next worker. */
async function ask(query: string, variables = {}, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

const HELLO = '{ country(code: "DK") { code } }';
const SUBSCRIBE = 'subscription { solutionShared { solution { title } } }';
const SHARE = `mutation ($input: ShareSolutionInput!) { shareSolution(input: $input) { userErrors { message } } }`;

const linuxTest = process.platform === 'linux' ? test : test.skip; // Other systems do not list the children of a process so.

linuxTest(
  'all subscribers of all workers hear of what one of them wrote, once; a worker that dies is replaced',
  async () => {
    expect(children()).toHaveLength(3);
    const streams = await Promise.all(
      Array.from({ length: 6 }, () => StreamReader.open(`${url}/graphql`, { query: SUBSCRIBE })),
    );
    const sockets = await Promise.all(Array.from({ length: 6 }, () => RawSocket.connect(url)));
    for (const socket of sockets) socket.subscribe('1', SUBSCRIBE);
    // A query on the same socket is answered once the subscription before it is there.
    for (const socket of sockets) {
      socket.subscribe('q', HELLO);
      await socket.next('q');
    }
    const token = await signLocalToken(folder, {
      ...{ subject: 'x', roles: ['practitioner'], city: 'copenhagen', networks: [], expiresIn: 600 },
    });
    const cityId = Buffer.from('City:copenhagen').toString('base64');
    const input = { cityId, title: 'Harbour baths', summary: 'Clean water.', sector: 'WATER', locale: 'en' };
    const shared = await ask(SHARE, { input }, { authorization: `Bearer ${token}` });
    expect(shared).toEqual({ data: { shareSolution: { userErrors: [] } } });
    const event = { data: { solutionShared: { solution: { title: 'Harbour baths' } } } };
    for (const stream of streams) expect((await stream.next()).data).toEqual(event);
    for (const socket of sockets) expect((await socket.next('1')).payload).toEqual(event);
    for (const stream of streams) stream.close();

    const [victim] = children();
    process.kill(victim!, 'SIGKILL');
    while (children().length < 3 || children().includes(victim!)) await ask(HELLO).catch(() => undefined);
    for (let i = 0; i < 6; i++) expect(await ask(HELLO)).toEqual({ data: { country: { code: 'DK' } } });

    server.child.kill('SIGTERM');
    expect((await server.ended).status).toBe(0);
    await expect(ask(HELLO)).rejects.toThrow();
  },
);

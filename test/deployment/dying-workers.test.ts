import fs from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf } from '../../src/errors';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { createDataFolder } from '../support/folders';
import { endProgram, startProgram, type Started } from '../support/program';
import { databaseUrl } from '../support/server-process';

// `interurban serve --workers 2`: what a worker tells at the moment at which the other one dies.

jest.setTimeout(120_000);

const folder = createDataFolder();
let database: TestDatabase;
let server: Started;
let url: string;

beforeAll(async () => {
  database = await createTestDatabase();
  server = startProgram(['serve', '--workers', '2'], {
    DATABASE_URL: databaseUrl(database.connection),
    INTERURBAN_DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    PORT: '0',
    SHUTDOWN_PERIOD: '200',
    COST_BUDGET: '1000000',
  });
  url = await server.printed(/http:\/\/127\.0\.0\.1:\d+/);
});
afterAll(async () => {
  await endProgram(server.child, 'SIGKILL');
  await database.drop();
  fs.rmSync(folder, { recursive: true, force: true });
});

const workers = (): number[] =>
  fs
    .readFileSync(`/proc/${server.child.pid}/task/${server.child.pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map(Number);

/** Whether nothing is left of a process, with its threads, but the word for its parent. */
const isDead = (pid: number): boolean =>
  fs.readdirSync(`/proc/${pid}/task`).length === 1 && fs.readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');

/** The status of an answer that costs something. */
const ask = (agent: Agent | false): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const asked = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) =>
      response.resume().on('end', () => resolve(response.statusCode!)),
    );
    asked.on('error', reject).end(JSON.stringify({ query: '{ cities(first: 10) { nodes { slug } } }' }));
  });

const linuxTest = process.platform === 'linux' ? test : test.skip; // Other systems do not list the children of a process so.

linuxTest(
  'a worker that dies before it is told what the other has to tell does not take the server with it',
  async () => {
    // The first connection is to the first worker, and outlasts its answer.
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    expect(await ask(agent)).toBe(200);
    // The process that passes on stands still: it gets what that one has spent before it hears that the other has died.
    const victim = workers()[1];
    process.kill(server.child.pid!, 'SIGSTOP');
    // Connections that it will hand to either of them.
    const handed = [1, 2].map(() => ask(false).catch(codeOf));
    expect(await ask(agent)).toBe(200);
    await delay(200); // Nobody says that it is sent.
    process.kill(victim!, 'SIGKILL');
    while (!isDead(victim!));
    process.kill(server.child.pid!, 'SIGCONT');
    while (workers().length < 2 || workers().includes(victim!)) await ask(false).catch(() => undefined);
    for (const outcome of await Promise.all(handed)) expect([200, 'ECONNRESET']).toContain(outcome);
    agent.destroy();
    for (let i = 0; i < 4; i++) expect(await ask(false)).toBe(200);

    server.child.kill('SIGTERM');
    expect((await server.ended).status).toBe(0);
  },
);

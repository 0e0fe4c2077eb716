import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readTestServer } from '../support/database';
import { endProgram, startProgram, type Started } from '../support/program';
import { execute } from '../support/server';
import { databaseUrl } from '../support/server-process';
import { knock, linuxTest, useWorkers } from './served-by-workers';

// Workers of `interurban serve --workers` that cannot start.

const served = useWorkers(2);

let failing: Started | undefined;
afterEach(() => endProgram(failing?.child, 'SIGKILL'));

test('a server whose worker cannot start ends, and has said why', async () => {
  const other = net.createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  failing = startProgram(['serve', '--workers', '2'], {
    DATABASE_URL: databaseUrl(served.database.connection),
    INTERURBAN_DATA_DIR: served.folder,
    LOG_LEVEL: 'warn',
    PORT: String(port),
  });
  expect(await failing.ended).toEqual({
    status: 1,
    output: '',
    errors:
      `PORT: expected a free port, got ${port}, which another program uses. PORT=0 takes any free one\n` +
      'Expected every worker to start, but one has ended: its reason is above.\n',
  });
  other.close();
});

test('where one of several cannot start, the others are stopped', async () => {
  failing = startProgram(['starts', 'fails', 'starts'], {}, path.join(__dirname, '../programs/workers.ts'));
  expect(await failing.ended).toEqual({
    status: 1,
    output: '',
    errors: expect.stringMatching(/^Expected every worker .*\n$/),
  });
});

linuxTest('one that is to take the place of another is started until it can', async () => {
  const { connection } = readTestServer();
  const allow = (isAllowed: boolean): Promise<void> =>
    execute(connection, `ALTER DATABASE ${served.database.connection.database} ALLOW_CONNECTIONS ${isAllowed}`);
  const [victim, survivor] = served.workers();
  const seen = new Set([victim, survivor]);
  await allow(false);
  process.kill(victim!, 'SIGKILL');
  while (seen.size < 4) {
    for (const pid of served.workers()) seen.add(pid);
    await delay(20); // No event tells.
  }
  await allow(true);
  // One that has stopped takes no connection beside the one that it is handed: the other waits for one that has started.
  process.kill(survivor!, 'SIGSTOP');
  const knocks = [1, 2].map(() => knock(served.url));
  expect(await Promise.race(knocks)).toBe(200);
  process.kill(survivor!, 'SIGCONT');
  expect(await Promise.all(knocks)).toEqual([200, 200]);
});

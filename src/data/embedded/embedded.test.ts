import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { createDataFolder } from '../../../test/support/folders';
import { startEmbedded } from '.';
import { findPostmaster } from './postmaster';

const program = path.join(__dirname, '../../../test/programs/embedded-user.ts');
const isRoot = process.getuid?.() === 0;

let folder: string;
let users: User[];

beforeEach(() => {
  folder = createDataFolder();
  users = [];
});

afterEach(async () => {
  for (const user of users) user.kill();
  await until(() => !isRunning());
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Another process that uses the embedded database. */
interface User {
  connection: pg.ClientConfig;
  /** How many users there have been on this data directory. */
  starts: number;
  /** Lets it end in order; resolves when it has. */
  finish: () => Promise<void>;
  kill: () => void;
}

async function start(dataDir = folder, transport?: 'tcp'): Promise<User> {
  const child: ChildProcess = spawn(process.execPath, [program, dataDir, transport ?? 'socket'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const lines = createInterface(child.stdout!)[Symbol.asyncIterator]();
  const line = (await lines.next()).value as string; // Undefined when the program failed: it has told why.
  const finish = async (): Promise<void> => {
    child.stdin!.end();
    await exited;
  };
  const user = { ...(JSON.parse(line) as User), finish, kill: () => void child.kill('SIGKILL') };
  users.push(user);
  return user;
}

const home = (): string => path.join(folder, 'postgres');
const isRunning = (): boolean => findPostmaster(path.join(home(), 'data')) !== undefined;
const pidIn = (file: string): number => parseInt(fs.readFileSync(path.join(home(), file), 'utf8'));

/** Waits for what a killed process leaves to others, which no event tells. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(20);
}

async function ask(connection: pg.ClientConfig): Promise<unknown> {
  const client = new pg.Client(connection);
  try {
    await client.connect();
    return (await client.query('SELECT 1 AS one')).rows;
  } finally {
    await client.end();
  }
}

test('starts afresh, stops with its user, and keeps the data for the next', async () => {
  await (await start()).finish();
  expect(isRunning()).toBe(false);
  const again = await start();
  expect(again.starts).toBe(2);
  await again.finish();
});

test('starts while its first user still loads its program', async () => {
  const starting = startEmbedded({ dataDir: folder });
  while (!isRunning()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20); // As busy as one that loads modules.
  await (await starting).stop();
  expect(isRunning()).toBe(false);
});

test('stops after a kill -9 of its user, and starts again', async () => {
  (await start()).kill();
  await until(() => !isRunning());
  expect((await start()).starts).toBe(2);
});

test('lives on for the second user when the first is killed, and stops with the last', async () => {
  const first = await start();
  const second = await start();
  expect(second.connection).toEqual(first.connection);
  first.kill();
  await delay(300); // Nothing tells that it goes on.
  await expect(ask(second.connection)).resolves.toEqual([{ one: 1 }]);
  await second.finish();
  expect(isRunning()).toBe(false);
});

test('starts again for a user who comes while it stops', async () => {
  const first = await start();
  const [second] = await Promise.all([start(), first.finish()]);
  await expect(ask(second.connection)).resolves.toEqual([{ one: 1 }]);
});

test('starts once for users who come at the same time', async () => {
  const together = await Promise.all([start(), start(), start()]);
  expect(together.map(({ starts }) => starts).sort()).toEqual([1, 2, 3]);
  await Promise.all(together.map((user) => user.finish()));
  expect(isRunning()).toBe(false);
});

test('starts again after everything was killed', async () => {
  const user = await start();
  process.kill(pidIn('supervisor.pid'), 'SIGKILL');
  process.kill(pidIn('data/postmaster.pid'), 'SIGKILL');
  user.kill();
  expect((await start()).starts).toBe(2);
});

test('adopts a server whose supervisor and user were killed', async () => {
  const user = await start();
  user.kill();
  process.kill(pidIn('supervisor.pid'), 'SIGKILL');
  const next = await start();
  expect(next.starts).toBe(2);
  await next.finish();
  expect(isRunning()).toBe(false);
});

test('outlives its supervisor, and still stops with the last user', async () => {
  const user = await start();
  const supervisor = pidIn('supervisor.pid');
  process.kill(supervisor, 'SIGKILL');
  await until(() => pidIn('supervisor.pid') !== supervisor);
  await expect(ask(user.connection)).resolves.toEqual([{ one: 1 }]);
  await user.finish();
  expect(isRunning()).toBe(false);
});

test('serves a data directory whose path is longer than that of a socket may be', async () => {
  const long = path.join(folder, 'a-folder-with-a-long-name/'.repeat(8));
  const user = await start(long);
  const sockets = user.connection.host!;
  expect(sockets.length).toBeLessThan(90);
  await user.finish();
  fs.rmSync(sockets, { recursive: true });
});

test('takes connections over TCP, with a password, where there are no Unix sockets', async () => {
  const { connection, finish } = await start(folder, 'tcp');
  expect(connection.host).toBe('127.0.0.1');
  await expect(ask({ ...connection, password: 'guessed' })).rejects.toThrow('password authentication failed');
  await finish();
});

(isRoot ? test : test.skip)(
  'keeps the data elsewhere when the user of the database cannot enter the folder',
  async () => {
    fs.chmodSync(folder, 0o700);
    await (await start()).finish();
    const target = fs.readlinkSync(home());
    expect(target).toMatch(/^\/var\/lib\/interurban\/postgres-/);
    const again = await start();
    expect(again.starts).toBe(2);
    await again.finish();
    fs.rmSync(target, { recursive: true });
  },
);

test('says which setting is wrong when the data directory cannot be written', async () => {
  const file = path.join(folder, 'file');
  fs.writeFileSync(file, '');
  await expect(startEmbedded({ dataDir: path.join(file, 'data') })).rejects.toThrow(
    `INTERURBAN_DATA_DIR: expected a folder that can be written, got ${JSON.stringify(path.join(file, 'data'))}`,
  );
});

test("gives PostgreSQL's own reason when it refuses to start", async () => {
  const wrong = startEmbedded({ dataDir: folder, settings: { shared_buffers: 'plenty' } });
  await expect(wrong).rejects.toThrow(/^The embedded PostgreSQL failed: .*More is in .*postgres\.log\.$/);
});

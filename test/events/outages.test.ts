import fs from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { createDatabase } from '../../src/data/database';
import { startEmbedded } from '../../src/data/embedded';
import { runMigrations } from '../../src/data/migrate';
import { EventLog } from '../../src/events/log';
import { reached } from '../support/event-log';
import { createDataFolder } from '../support/folders';
import { startProgram, type Started } from '../support/program';
import { useWorld } from '../support/world';
import { append, cityChanged, newLog } from './followed';

const PROGRAM = path.join(__dirname, '../programs/event-writers.ts');
const world = useWorld({ data: null });

/** Resolves once a process has the lock of the sequencer. */
async function untilLed(): Promise<void> {
  const text = `SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND l.granted
    AND a.datname = current_database() AND a.application_name LIKE 'interurban events%'`;
  while ((await world.sql(text)).length === 0);
}

const cut = (): Promise<unknown> =>
  world.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name LIKE 'interurban events%'`);

test('what happens while the connection is cut is told when it is back', async () => {
  const log = newLog(world);
  await log.start();
  for (let n = 1; n <= 5; n++) {
    await cut();
    await append(world, cityChanged('london'));
    log.wake();
    await reached(log, n);
  }
  await log.stop();
  expect((await log.read(0)).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
});

test('of all processes one gives positions; when it stops, another does', async () => {
  const logs = [newLog(world), newLog(world), newLog(world)];
  for (const log of logs) await log.start();
  for (let n = 6; logs.length > 0; n++) {
    await append(world, cityChanged('paris'));
    logs.at(-1)!.wake();
    await Promise.all(logs.map((log) => reached(log, n)));
    await logs.shift()!.stop();
  }
});

describe('a process that hangs', () => {
  let program: Started;
  afterAll(async () => {
    program.child.kill('SIGKILL');
    await program.ended;
  });

  test('loses its turn', async () => {
    const [{ head }] = (await world.sql('SELECT head::int FROM event_log')) as [{ head: number }];
    program = startProgram([JSON.stringify(world.testDatabase.connection), '0'], {}, PROGRAM);
    await untilLed();
    program.child.kill('SIGSTOP');
    await append(world, cityChanged('quito'));
    const log = newLog(world);
    await log.start();
    await reached(log, head + 1); // PostgreSQL ends the silent session, and with it goes the lock.
    await log.stop();
  });
});

test('a PostgreSQL that restarts interrupts the log, and no more', async () => {
  const dataDir = createDataFolder();
  const server = await startEmbedded({ dataDir });
  await runMigrations(server.connection);
  const database = createDatabase(server.connection, { poolSize: 2, statementTimeout: 5000 });
  database.pool.on('error', () => undefined); // Of the connections that the restart ends.
  const log = new EventLog(server.connection, database, { logger: pino({ level: 'silent' }), retentionDays: 0 });
  const announce = (): Promise<unknown> =>
    database.pool.query(
      `INSERT INTO event_inbox (type, subject_type, subject_slug) VALUES ('CITY_CHANGED', 'City', 'x')`,
    );
  try {
    await log.start();
    await announce();
    log.wake();
    await reached(log, 1);
    await announce();
    await server.stop();
    const again = await startEmbedded({ dataDir });
    try {
      await reached(log, 2);
      await announce();
      log.wake();
      await reached(log, 3);
      expect(await log.head()).toBe(3);
    } finally {
      await log.stop();
      await database.close();
      await again.stop();
    }
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
});

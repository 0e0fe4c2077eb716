import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { LogEvent } from '../../src/events/event';
import { reached } from '../support/event-log';
import { endProgram, startProgram } from '../support/program';
import { useWorld } from '../support/world';
import { newLog } from './followed';

const PROGRAM = path.join(__dirname, '../programs/event-writers.ts');
const PROCESSES = 3;
const WRITERS = 6;
/** Each time that so many changes have been acknowledged, the process that gives positions is killed. */
const KILL_EVERY = 500;
const KILLS = 3;

const world = useWorld({ data: null, poolSize: 8 });
const children = new Map<number, ChildProcess>();
const acknowledged: string[] = [];
let onAcknowledged = (): void => undefined;

function startWriters(): void {
  const { child } = startProgram([JSON.stringify(world.testDatabase.connection), String(WRITERS)], {}, PROGRAM);
  children.set(child.pid!, child);
  createInterface({ input: child.stdout! }).on('line', (line) => {
    acknowledged.push(line);
    onAcknowledged();
  });
}

const acknowledgedAre = (count: number): Promise<void> =>
  new Promise((resolve) => {
    onAcknowledged = () => acknowledged.length >= count && resolve();
    onAcknowledged();
  });

/** The process that is the sequencer now, by its id; undefined between two. */
async function holder(): Promise<number | undefined> {
  const rows = await world.sql<{ name: string }>(`
    SELECT a.application_name AS name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
    WHERE l.locktype = 'advisory' AND l.granted AND a.datname = current_database() AND a.application_name LIKE '%events%'`);
  expect(rows.length).toBeLessThan(2);
  return rows[0] && Number(/\d+$/.exec(rows[0].name));
}

async function killHolder(): Promise<void> {
  for (;;) {
    const pid = await holder();
    const child = pid === undefined ? undefined : children.get(pid);
    if (child) return kill(child);
    // It is this process's turn, which is not to be killed: its connection is cut instead.
    if (pid === process.pid)
      await world.sql('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [
        `interurban events, process ${pid}`,
      ]);
  }
}

/** Resolves when PostgreSQL has done what killed processes had asked for. */
async function untilQuiet(): Promise<void> {
  const busy = `SELECT FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'interurban' AND state <> 'idle' AND pid <> pg_backend_pid()`;
  while ((await world.sql(busy)).length > 0);
}

async function kill(child: ChildProcess): Promise<void> {
  children.delete(child.pid!);
  await endProgram(child, 'SIGKILL');
}

beforeAll(() =>
  world.sql(`
    WITH country AS (INSERT INTO country (code, name) VALUES ('XX', 'Nowhere') RETURNING id)
    INSERT INTO city (slug, name, country_id, population)
    SELECT 'city-' || i, 'City', country.id, 0 FROM country, generate_series(0, 11) i`),
);
afterAll(() => Promise.all([...children.values()].map(kill)));

test('writers in several processes, slow and fast, lose nothing while the sequencer is killed again and again', async () => {
  for (let i = 0; i < PROCESSES; i++) startWriters();
  const log = newLog(world);
  await log.start();
  // A subscriber: reads on whenever it is told to.
  const read: LogEvent[] = [];
  let reading = Promise.resolve();
  const readOn = async (): Promise<void> => {
    for (let events = await log.read(read.length); events.length > 0; events = await log.read(read.length))
      read.push(...events);
  };
  log.listen(() => {
    reading = reading.then(readOn);
  });
  for (let kills = 1; kills <= KILLS; kills++) {
    await acknowledgedAre(kills * KILL_EVERY);
    await killHolder();
    startWriters();
  }
  await acknowledgedAre((KILLS + 1) * KILL_EVERY);
  await Promise.all([...children.values()].map(kill));
  await untilQuiet();
  // What killed writers have committed and not told counts too.
  const [{ changes }] = (await world.sql('SELECT sum(population)::int AS changes FROM city')) as [{ changes: number }];
  await reached(log, changes);
  await reading;
  await log.stop();

  const rows = await world.sql<{ position: number; change: string; slug: string; n: number }>(`
    SELECT position::int, subject_slug || ' ' || (detail ->> 'n') AS change, subject_slug AS slug, (detail ->> 'n')::int AS n
    FROM event ORDER BY position`);
  expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: changes }, (_, i) => i + 1));
  const told = new Set(rows.map(({ change }) => change));
  expect(acknowledged.filter((change) => !told.has(change))).toEqual([]);
  // Each city's changes are told in the order in which they were made, each once.
  for (const slug of new Set(rows.map((row) => row.slug))) {
    const changesOfCity = rows.filter((row) => row.slug === slug).map(({ n }) => n);
    expect(changesOfCity).toEqual(Array.from(changesOfCity, (_, i) => i + 1));
  }
  expect(read.map(({ position, subject }) => [position, subject.slug])).toEqual(
    rows.map(({ position, slug }) => [position, slug]),
  );
}, 120_000);

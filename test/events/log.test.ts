import type { EventLog } from '../../src/events/log';
import { reached, settled } from '../support/event-log';
import { useWorld } from '../support/world';
import { append, cityChanged, newLog, readAll } from './followed';

const world = useWorld();
const logs: EventLog[] = [];

async function follow(): Promise<EventLog> {
  const log = newLog(world);
  logs.push(log);
  await log.start();
  return log;
}

afterEach(() => Promise.all(logs.splice(0).map((log) => log.stop())));

test('events get positions from 1 on, in the order in which they were appended', async () => {
  const log = await follow();
  const before = await settled(world, log);
  expect((await readAll(log)).map(({ position }) => position)).toEqual(Array.from({ length: before }, (_, i) => i + 1));
  await append(world, cityChanged('london'), cityChanged('paris'), cityChanged('london'));
  log.wake();
  await reached(log, before + 3);
  expect(await log.read(before)).toEqual(
    ['london', 'paris', 'london'].map((slug, i) => ({
      position: before + i + 1,
      type: 'CITY_CHANGED',
      subject: { type: 'City', slug },
      occurredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    })),
  );
  expect(await log.read(before + 1, 1)).toMatchObject([{ position: before + 2 }]);
  expect(await log.read(before + 3)).toEqual([]);
});

test('a transaction that is rolled back leaves no gap', async () => {
  const log = await follow();
  const before = await log.head();
  const client = await world.database.pool.connect();
  await client.query("BEGIN; SELECT announce('CITY_CHANGED', 'City', 'paris'); ROLLBACK");
  client.release();
  await append(world, cityChanged('london'));
  log.wake();
  await reached(log, before + 1);
  expect(await log.head()).toBe(before + 1);
});

test('what commits late comes late, however early it was appended', async () => {
  const log = await follow();
  const before = await log.head();
  const client = await world.database.pool.connect();
  await client.query("BEGIN; SELECT announce('CITY_CHANGED', 'City', 'paris')");
  await append(world, cityChanged('london'));
  log.wake();
  await reached(log, before + 1);
  await client.query('COMMIT');
  client.release();
  await reached(log, before + 2);
  expect((await log.read(before)).map(({ subject }) => subject.slug)).toEqual(['london', 'paris']);
});

test('every process hears of what one has appended, and of what was announced by hand', async () => {
  const [one, other] = [await follow(), await follow()];
  const before = await one.head();
  for (const [i, writer] of [one, other].entries()) {
    await append(world, cityChanged('accra'));
    writer.wake();
    await Promise.all([reached(one, before + i + 1), reached(other, before + i + 1)]);
  }
  await world.sql(`SELECT announce('NETWORK_CHANGED', 'Network', 'cool-cities', '{"why": "typo"}')`);
  await Promise.all([reached(one, before + 3), reached(other, before + 3)]);
  expect(await other.read(before)).toEqual(await one.read(before));
  expect(await world.sql('SELECT detail FROM event WHERE position = $1', [before + 3])).toEqual([
    { detail: { why: 'typo' } },
  ]);
});

test('a burst beyond what is kept in memory is read whole, whether from memory or from the database', async () => {
  const [log, forgetful] = [newLog(world), newLog(world, { tailLength: 100 })];
  logs.push(log, forgetful);
  await Promise.all([log.start(), forgetful.start()]);
  const before = await log.head();
  await append(world, ...Array.from({ length: 2500 }, (_, i) => cityChanged(i % 2 ? 'london' : 'paris')));
  log.wake();
  await Promise.all([reached(log, before + 2500), reached(forgetful, before + 2500)]);
  const [fromMemory, fromDatabase] = [await readAll(log, before), await readAll(forgetful, before)];
  expect(fromMemory.map(({ position }) => position)).toEqual(Array.from({ length: 2500 }, (_, i) => before + i + 1));
  expect(fromDatabase).toEqual(fromMemory);
});

test('readers who keep up share what is in memory, and never ask the database', async () => {
  const log = await follow();
  const before = await log.head();
  await append(world, cityChanged('london'));
  log.wake();
  await reached(log, before + 1);
  world.statements.splice(0);
  await Promise.all(Array.from({ length: 50 }, () => log.read(before)));
  expect(world.statements).toEqual([]);
});

test('listeners that have gone are not called, and one that fails does not harm the others', async () => {
  const log = await follow();
  const before = await log.head();
  const called: string[] = [];
  const stopFirst = log.listen(() => called.push('first'));
  const stopSecond = log.listen(() => {
    throw new Error('a listener’s own fault');
  });
  stopFirst();
  stopFirst();
  expect(log.listenerCount).toBe(1);
  await append(world, cityChanged('london'));
  log.wake();
  await reached(log, before + 1);
  expect(called).toEqual([]);
  stopSecond();
  expect(log.listenerCount).toBe(0);
});

import { encodeCursor } from '../../src/data/cursor';
import type { EventLog } from '../../src/events/log';
import { reached } from '../support/event-log';
import { useWorld } from '../support/world';
import { append, cityChanged, newLog } from './followed';

const world = useWorld({ data: null });
let log: EventLog;

beforeAll(async () => {
  log = newLog(world);
  await log.start();
  await append(world, ...Array.from({ length: 20 }, () => cityChanged('london')));
  log.wake();
  await reached(log, 20);
});

const refusal = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    await promise;
  } catch (error) {
    return { code: (error as { extensions?: { code?: string } }).extensions?.code, message: (error as Error).message };
  }
  return undefined;
};

test('a cursor means its position, from before the first event to the last one', async () => {
  for (const position of [0, 1, 20]) expect(await log.positionOf(log.cursorOf(position))).toBe(position);
});

test('a cursor is good in every process, however little that one has heard yet', async () => {
  const other = newLog(world);
  await other.open();
  await append(world, cityChanged('paris'));
  log.wake();
  await reached(log, 21);
  expect(other.lastKnown).toBe(20);
  expect(await other.positionOf(log.cursorOf(21))).toBe(21);
});

test.each([
  ['nothing', () => ''],
  ['no cursor', () => 'no cursor'],
  ['a cursor of a list', () => encodeCursor('NAME', { value: 'London', slug: 'london' })],
  ['JSON of another kind', () => Buffer.from('{"position":3}').toString('base64url')],
  ['another version', () => Buffer.from('[2,"",3]').toString('base64url')],
  ['half a position', () => forged(0.5)],
  ['a position before the first', () => forged(-1)],
  ['a position that is none', () => forged('3; DROP TABLE event')],
  ['a position that is yet to come', () => log.cursorOf(1000)],
  ['a very long text', () => 'x'.repeat(1_000_000)],
])('%s is refused', async (_, cursor) => {
  expect(await refusal(log.positionOf(cursor()))).toEqual({
    code: 'INVALID_CURSOR',
    message: expect.stringMatching(/^Expected a cursor of an event.*Start again without a cursor\.$/),
  });
});

/** A cursor of this log with something else in place of the position. */
function forged(position: unknown): string {
  const [version, identity] = JSON.parse(Buffer.from(log.cursorOf(1), 'base64url').toString()) as unknown[];
  return Buffer.from(JSON.stringify([version, identity, position])).toString('base64url');
}

test('a cursor of what was pruned has expired, in every process', async () => {
  const [other, cursors] = [newLog(world), [5, 10].map((position) => log.cursorOf(position))];
  await other.open();
  await world.sql(`SELECT prune_events('infinity', 10)`);
  const expired = { code: 'CURSOR_EXPIRED', message: expect.stringContaining('subscribe after that') };
  for (const one of [other, newLogOpen()]) {
    expect(await refusal((await one).read(5))).toEqual(expired);
    expect(await refusal((await one).positionOf(cursors[0]!))).toEqual(expired);
    expect(await (await one).positionOf(cursors[1]!)).toBe(10);
    expect(await (await one).read(10, 1)).toMatchObject([{ position: 11 }]);
    expect(await (await one).oldest()).toBe(11);
  }
});

async function newLogOpen(): Promise<EventLog> {
  const opened = newLog(world);
  await opened.open();
  return opened;
}

test('where everything was pruned, those who have missed events are told so, and the others go on', async () => {
  await world.sql(`SELECT prune_events('infinity', 1000)`);
  const one = await newLogOpen();
  expect(await one.oldest()).toBe(22);
  expect(await refusal(one.read(20))).toMatchObject({ code: 'CURSOR_EXPIRED' });
  expect(await one.read(21)).toEqual([]);
  await append(world, cityChanged('tokyo'));
  log.wake();
  await reached(log, 22);
  expect(await one.read(21)).toMatchObject([{ position: 22 }]);
});

test('the sequencer removes what is older than is kept', async () => {
  await append(world, cityChanged('tokyo'));
  await world.sql(`UPDATE event_inbox SET occurred_at = now() - interval '8 days'`);
  log.wake();
  await reached(log, 23);
  await world.sql(`SELECT prune_events('infinity', 1)`);
  await log.stop();
  const keeper = newLog(world, { retentionDays: 7 });
  await keeper.start();
  await append(world, cityChanged('tokyo'));
  keeper.wake();
  await reached(keeper, 24);
  // It prunes in the turns that follow, before it tells of what comes next.
  await append(world, cityChanged('tokyo'));
  keeper.wake();
  await reached(keeper, 25);
  await keeper.stop();
  expect(await world.sql('SELECT position::int FROM event ORDER BY position')).toEqual([
    { position: 24 },
    { position: 25 },
  ]);
});

test('a log with another identity, as after a restored backup, refuses cursors of before', async () => {
  const cursor = log.cursorOf(24);
  await world.sql('UPDATE event_log SET identity = DEFAULT');
  const restored = await newLogOpen();
  expect(await refusal(restored.positionOf(cursor))).toMatchObject({
    code: 'INVALID_CURSOR',
    message: expect.stringContaining('not of another one'),
  });
});

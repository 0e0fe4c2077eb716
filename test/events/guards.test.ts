import { ChangeType } from '../../src/events/event';
import { useWorld } from '../support/world';
import { append, cityChanged } from './followed';

// The log defends itself: whoever writes, and by whatever way.
const world = useWorld({ data: null });

const LEGION = Array.from({ length: 30 }, (_, i) => cityChanged(`city-${i + 1}`));

beforeAll(async () => {
  await append(world, ...LEGION);
  await world.sql('SELECT number_events(1000)');
});

async function refusal(statement: string): Promise<string | undefined> {
  try {
    await world.sql(statement);
  } catch (error) {
    const { constraint, message } = error as { constraint?: string; message?: string };
    return constraint ?? message;
  }
  return undefined;
}

const insert = (positions: string): string =>
  `INSERT INTO event (position, type, subject_type, subject_slug, occurred_at)
   SELECT n, 'CITY_CHANGED', 'City', 'london', now() FROM unnest(ARRAY[${positions}]) n`;

test.each([
  ['an event is changed', `UPDATE event SET subject_slug = 'x' WHERE position = 3`, 'event_append_only_check'],
  ['no event is changed', `UPDATE event SET type = 'x' WHERE false`, 'event_append_only_check'],
  ['the first event is deleted', 'DELETE FROM event WHERE position = 1', 'event_append_only_check'],
  ['the last event is deleted', 'DELETE FROM event WHERE position = 30', 'event_append_only_check'],
  ['all events are deleted', 'DELETE FROM event', 'event_append_only_check'],
  ['the log is truncated', 'TRUNCATE event', 'event_append_only_check'],
  ['its state is truncated', 'TRUNCATE event_log', 'event_append_only_check'],
  ['its state is deleted', 'DELETE FROM event_log', 'event_append_only_check'],
  ['it gets a second state', 'INSERT INTO event_log (single) VALUES (false)', 'event_append_only_check'],
  ['a position is left out', insert('32'), 'event_position_check'],
  ['a position is left out in between', insert('31, 33'), 'event_position_check'],
  ['a position is given twice', insert('30'), 'event_pkey'],
  ['its end is moved on', 'UPDATE event_log SET head = 99', 'event_log_growth_check'],
  ['its end is moved back', 'UPDATE event_log SET head = 10', 'event_log_growth_check'],
  ['more is pruned than there is', 'UPDATE event_log SET pruned = 31', 'event_log_pruned_check'],
  [
    'something unknown happens',
    `INSERT INTO event_inbox (type, subject_type, subject_slug) VALUES ('CITY_FOUNDED', 'City', 'london')`,
    'event_inbox_type_check',
  ],
  ['it happens to another type', `SELECT announce('CITY_CHANGED', 'Network', 'london')`, 'event_inbox_type_check'],
  ['it happens to an unknown one', `SELECT announce('CITY_CHANGED', 'City', 'atlantis')`, 'event_subject_check'],
])('refused: %s', async (_, statement, constraint) => {
  expect(await refusal(statement)).toBe(constraint);
  expect(await world.sql('SELECT head::int, pruned::int FROM event_log')).toEqual([{ head: 30, pruned: 0 }]);
});

test('every event that the API knows can be appended, and nothing else', async () => {
  const subjects = { COLLECTIVE_ACTION: 'CollectiveAction' } as Record<string, string>;
  for (const type of Object.values(ChangeType)) {
    const [, word] = /^(.*)_[A-Z]+$/.exec(type)!;
    const subject = subjects[word!] ?? `${word![0]}${word!.slice(1).toLowerCase()}`;
    await append(world, { ...cityChanged('x'), type, subject: { type: subject, slug: 'x' } });
  }
  const [row] = await world.sql('DELETE FROM event_inbox RETURNING (SELECT count(*)::int FROM event_inbox) AS n');
  expect(row).toEqual({ n: Object.values(ChangeType).length });
});

describe('pruning', () => {
  test('removes from the beginning, up to the first event that is not older, and no more than asked for', async () => {
    const prune = (batch: number) =>
      world.sql('SELECT prune_events((SELECT occurred_at FROM event WHERE position = 11), $1) AS n', [batch]);
    expect(await prune(4)).toEqual([{ n: 4 }]);
    expect(await world.sql('SELECT min(position)::int AS first FROM event')).toEqual([{ first: 5 }]);
    expect(await prune(100)).toEqual([{ n: 6 }]);
    expect(await prune(100)).toEqual([{ n: 0 }]);
    expect(await world.sql('SELECT min(position)::int AS first FROM event')).toEqual([{ first: 11 }]);
    expect(await refusal('UPDATE event_log SET pruned = 9')).toBe('event_log_growth_check');
    expect(await refusal('DELETE FROM event WHERE position = 11')).toBe('event_append_only_check');
  });

  test('of everything, and positions go on where they were', async () => {
    expect(await world.sql(`SELECT prune_events('infinity', 1000) AS n`)).toEqual([{ n: 20 }]);
    expect(await world.sql(`SELECT prune_events('infinity', 1000) AS n`)).toEqual([{ n: 0 }]);
    await append(world, cityChanged('london'));
    expect(await world.sql('SELECT number_events(1000) AS n')).toEqual([{ n: 1 }]);
    expect(await world.sql('SELECT position::int FROM event')).toEqual([{ position: 31 }]);
  });
});

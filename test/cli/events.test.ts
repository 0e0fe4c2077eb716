import { startProgram } from '../support/program';
import { databaseUrl } from '../support/server-process';
import { useWorld } from '../support/world';

const world = useWorld({ data: null });

const start = (args: string[], settings: Record<string, string> = {}) =>
  startProgram(args, { DATABASE_URL: databaseUrl(world.testDatabase.connection), ...settings });

/** Appends events that happened so many days ago, and gives them positions. */
async function happened(...daysAgo: number[]): Promise<void> {
  for (const days of daysAgo)
    await world.sql(
      `INSERT INTO event_inbox (type, subject_type, subject_slug, occurred_at)
       VALUES ('CITY_CHANGED', 'City', $1, now() - $2 * interval '1 day')`,
      [`days-${days}`, days],
    );
  await world.sql('SELECT number_events(100)');
}

test('events prune removes what is older than is kept, or than it is told', async () => {
  await happened(50, 40, 20, 10, 1);
  expect(await start(['events', 'prune']).ended).toEqual({
    status: 0,
    output: 'Removed 2 events, kept 3.\n',
    errors: '',
  });
  expect(await start(['events', 'prune', '--older-than', '5']).ended).toMatchObject({
    output: 'Removed 2 events, kept 1.\n',
  });
  expect(await start(['events', 'prune'], { EVENT_RETENTION_DAYS: '0' }).ended).toEqual({
    status: 1,
    output: '',
    errors:
      '--older-than: expected a whole number of days from 0 to 99999, got none, and EVENT_RETENTION_DAYS keeps events for ever\n',
  });
  expect(await start(['events', 'prune', '--older-than', 'a week']).ended).toMatchObject({
    status: 1,
    errors: '--older-than: expected a whole number of days from 0 to 99999, got "a week"\n',
  });
});

test('events tail prints what happens after a cursor, and from then on', async () => {
  const { log } = world.services;
  await log.open();
  const cursor = log.cursorOf(4);
  const tail = start(['events', 'tail', '--after', cursor]);
  expect(JSON.parse(await tail.printed(/.*\n/))).toEqual({
    cursor: log.cursorOf(5),
    occurredAt: expect.stringMatching(/Z$/),
    type: 'CITY_CHANGED',
    id: Buffer.from('City:days-1').toString('base64url'),
    slug: 'days-1',
  });
  // It gives positions where no server does.
  const next = tail.printed(/.*days-0.*\n/);
  await world.sql(
    `INSERT INTO event_inbox (type, subject_type, subject_slug) VALUES ('CITY_CHANGED', 'City', 'days-0')`,
  );
  expect(JSON.parse(await next)).toMatchObject({ cursor: log.cursorOf(6), slug: 'days-0' });
  tail.child.kill('SIGINT');
  expect(await tail.ended).toMatchObject({ status: 0, errors: '' });
  expect(await start(['events', 'tail', '--after', log.cursorOf(2)]).ended).toMatchObject({
    status: 1,
    errors: expect.stringMatching(/^--after: Expected a cursor of an event that is still kept, .*\n$/),
  });
});

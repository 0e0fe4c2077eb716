import type { Viewer } from '../../src/access/viewer';
import { useWorld, type Json } from '../support/world';
import { aSolution, cityId, Desk, documentOf, idOf, networkId, solutionId, type Written } from './desk';
import { holdLock, untilWaiting } from './waiting';

const world = useWorld({ poolSize: 10 });
const desk = new Desk(world);

let london: Viewer;
let manager: Viewer;
beforeAll(async () => {
  london = await desk.practitioner('london');
  manager = await desk.manager('cool-cities');
});
beforeEach(() => desk.told());

const atOnce = <T>(count: number, run: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => run(n)));
const succeeded = (answers: Written[]): number => answers.filter(({ record }) => record !== null).length;
const codes = (answers: Written[]): string[] => answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));

test('of revisions at the same time none is lost: each keeps what the one before it made', async () => {
  const id = solutionId('congestion-charge-london');
  await atOnce(10, (n) => desk.done('reviseSolution', { solutionId: id, title: `Title ${n}` }, london));
  const { solution } = await world.ask(`{ solution(id: "${id}") { title revisions { changes { before } } } }`, {
    viewer: london,
  });
  const before = solution.revisions.map(({ changes }: Json) => changes[0].before[0] as string);
  expect([solution.title, ...before].sort()).toEqual([
    'Congestion charge',
    ...Array.from({ length: 10 }, (_, n) => `Title ${n}`),
  ]);
  expect(before.at(-1)).toBe('Congestion charge');
});

test('revisions of different fields at the same time are both kept', async () => {
  const { release } = await holdLock(
    world,
    `SELECT FROM solution WHERE slug = 'cycle-superhighways-london' FOR UPDATE`,
  );
  const revise = (more: object): Promise<Json> =>
    desk.done('reviseSolution', { solutionId: solutionId('cycle-superhighways-london'), ...more }, london);
  const all = [revise({ summary: 'Wider lanes.' }), revise({ sector: 'LAND_USE' }), revise({ body: 'Blue.' })];
  await untilWaiting(world, 3);
  await release();
  await Promise.all(all);
  expect(await revise({})).toMatchObject({ summary: 'Wider lanes.', sector: 'LAND_USE', body: 'Blue.' });
});

test('of two who change what both have read, the first does; the second hears of it, and changes nothing', async () => {
  const { id } = await desk.done('shareSolution', aSolution('london'), london);
  const revise = (input: object) => desk.write('reviseSolution', { solutionId: id, ...input }, london);
  const latest = async () => {
    const { solution } = await world.ask(`{ solution(id: "${id}") { revisions(first: 1) { number } } }`, {
      viewer: london,
    });
    return (solution.revisions[0]?.number ?? 0) as number;
  };
  expect(await latest()).toBe(0);
  const both = await Promise.all([revise({ title: 'One', ifRevision: 0 }), revise({ title: 'Two', ifRevision: 0 })]);
  expect(succeeded(both)).toBe(1);
  expect(both.flatMap(({ userErrors }) => userErrors)).toEqual([
    {
      code: 'CONFLICT',
      message: 'Expected revision 0 to be the latest, but it is 1: read the solution again, and decide.',
      path: ['input', 'ifRevision'],
    },
  ]);
  expect(await latest()).toBe(1);
  expect(succeeded([await revise({ title: 'Three', ifRevision: 1 })])).toBe(1);
  expect(await latest()).toBe(2);

  const other = await desk.practitioner('quito');
  expect(codes([await desk.write('reviseSolution', { solutionId: id, ifRevision: 0 }, other)])).toEqual(['FORBIDDEN']);
});

test('the events of a record are in the order of its changes', async () => {
  const quito = await desk.practitioner('quito');
  const id = idOf('Adoption', 'ciclovia-quito');
  await atOnce(12, (n) => desk.done('reviseAdoption', { adoptionId: id, note: `Note ${n}` }, quito));
  await desk.told();
  const events = await world.sql<{ before: string | null }>(
    `SELECT detail #>> '{before,note}' AS before FROM event WHERE subject_slug = 'ciclovia-quito' ORDER BY position`,
  );
  const [{ note }] = (await world.sql(`SELECT note FROM adoption WHERE slug = 'ciclovia-quito'`)) as [Json];
  const notes = [...events.map(({ before }) => before), note];
  expect(notes[0]).toBeNull();
  expect(new Set(notes).size).toBe(13);
});

test('a draft is published once', async () => {
  const { id } = await desk.done('shareSolution', aSolution('london', { draft: true }), london);
  const answers = await atOnce(6, () => desk.write('publishSolution', { solutionId: id }, london));
  expect(succeeded(answers)).toBe(1);
  expect(codes(answers)).toEqual(Array(5).fill('CONFLICT'));
  expect(await desk.told()).toHaveLength(1);
});

test('what is withdrawn meanwhile is not taken up', async () => {
  const { id, slug } = await desk.done('shareSolution', aSolution('london', { title: 'Short-lived' }), london);
  const { release } = await holdLock(
    world,
    `UPDATE solution SET status = 'WITHDRAWN', withdrawn_at = now() WHERE slug = '${slug}'`,
  );
  const input = { solutionId: id, cityId: cityId('quito'), kind: 'REPLICATED' };
  const adoption = desk.refused('recordAdoption', input, await desk.practitioner('quito'));
  await untilWaiting(world, 1);
  await release();
  expect(await adoption).toEqual(['CONFLICT solutionId']);
});

test('a city takes a solution up once', async () => {
  const input = { solutionId: solutionId('metro-quito'), cityId: cityId('london'), kind: 'REPLICATED' };
  const answers = await atOnce(6, () => desk.write('recordAdoption', input, london));
  expect(succeeded(answers)).toBe(1);
  expect(codes(answers)).toEqual(Array(5).fill('CONFLICT'));
});

test('a city signs once', async () => {
  const input = { collectiveActionId: idOf('CollectiveAction', 'green-roof-accord'), cityId: cityId('london') };
  const answers = await atOnce(6, () => desk.write('signCollectiveAction', input, london));
  expect(succeeded(answers)).toBe(1);
  expect(codes(answers)).toEqual(Array(5).fill('CONFLICT'));
});

test('a city becomes a member once', async () => {
  const input = { cityId: cityId('suva'), networkId: networkId('cool-cities'), role: 'MEMBER' };
  const records = await atOnce(6, () => desk.done('setMembership', input, manager));
  expect(new Set(records.map(({ id }) => id as string)).size).toBe(1);
  expect(await desk.told()).toHaveLength(1);
});

test('the same title, shared by many at the same time, gets a slug each', async () => {
  const records = await atOnce(10, () => desk.done('shareSolution', aSolution('london', { title: 'Twins' }), london));
  const slugs = records.map(({ slug }) => slug as string);
  expect(new Set(slugs).size).toBe(10);
  expect(slugs).toContain('twins-london');
});

test('all that changes a city at the same time ends well', async () => {
  const membershipId = idOf('Membership', 'accra-cool-cities');
  const accra = await desk.practitioner('accra');
  const { id } = await desk.done('shareSolution', aSolution('accra'), accra);
  const role = (n: number): string => (n % 2 ? 'LEAD' : 'MEMBER');
  const input = { cityId: cityId('accra'), networkId: networkId('cool-cities') };
  const answers = await atOnce(24, (n) => {
    if (n % 4 === 0) return desk.write('setMembership', { ...input, role: role(n / 4) }, manager);
    if (n % 4 === 1) return desk.write('endMembership', { membershipId, endedOn: `2099-01-${10 + n}` }, manager);
    if (n % 4 === 2) return desk.write('shareSolution', aSolution('accra', { title: `Many ${n}` }), accra);
    return desk.write('reviseSolution', { solutionId: id, title: `Many ${n}` }, accra);
  });
  expect(succeeded(answers)).toBe(24);
  const [counted] = await world.sql(`SELECT solution_count, (SELECT count(*)::int FROM solution s
    WHERE s.city_id = c.id AND s.status = 'PUBLISHED' AND s.visibility = 'PUBLIC') AS n FROM city c WHERE slug = 'accra'`);
  expect(counted!['solution_count']).toBe(counted!['n']);
});

test('where two transactions wait for one another, the command runs again', async () => {
  const { client, release } = await holdLock(world, `SELECT FROM city WHERE slug = 'london' FOR UPDATE`);
  const { id, slug } = { id: solutionId('congestion-charge-london'), slug: 'congestion-charge-london' };
  const revision = desk.done('reviseSolution', { solutionId: id, summary: 'Run again.' }, london);
  await untilWaiting(world, 1);
  await client.query(`UPDATE solution SET links = '{}' WHERE slug = '${slug}'`);
  await release();
  expect(await revision).toMatchObject({ summary: 'Run again.', links: [] });
});

describe('all or nothing', () => {
  const rows = async (): Promise<Json> =>
    (
      await world.sql(`SELECT (SELECT count(*) FROM solution) AS solutions, (SELECT count(*) FROM solution_network) AS shared,
        (SELECT count(*) FROM solution_revision) AS revisions, (SELECT count(*) FROM idempotency_key) AS keys,
        (SELECT title FROM solution WHERE slug = 'congestion-charge-london') AS title`)
    )[0];

  const attempts: [string, 'shareSolution' | 'reviseSolution', () => object][] = [
    [
      'a new record',
      'shareSolution',
      () => aSolution('london', { idempotencyKey: 'undone', networkIds: [networkId('cool-cities')] }),
    ],
    [
      'a change',
      'reviseSolution',
      () => ({ solutionId: solutionId('congestion-charge-london'), title: 'Undone', networkIds: [] }),
    ],
  ];

  test.each(attempts)('%s that cannot be told is not made', async (_what, name, input) => {
    await world.sql(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'full'; END $$;
      CREATE TRIGGER fail BEFORE INSERT ON event_inbox FOR EACH ROW EXECUTE FUNCTION fail()`);
    const before = await rows();
    const errors = await world.fail(documentOf(name), { variables: { input: input() }, viewer: london });
    expect(errors[0]?.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(errors)).not.toContain('full');
    expect(await rows()).toEqual(before);
    await world.sql('DROP TRIGGER fail ON event_inbox; DROP FUNCTION fail');
    expect(await desk.told()).toEqual([]);
    await desk.done(name, input(), london);
  });

  test('what fails when it is committed is not made, and not told', async () => {
    await world.sql(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'late'; END $$;
      CREATE CONSTRAINT TRIGGER fail AFTER INSERT ON solution DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION fail()`);
    const before = await rows();
    await world.fail(documentOf('shareSolution'), { variables: { input: aSolution('london') }, viewer: london });
    await world.sql('DROP TRIGGER fail ON solution; DROP FUNCTION fail');
    expect(await rows()).toEqual(before);
    expect(await desk.told()).toEqual([]);
  });

  test('mistakes leave no connection behind', async () => {
    await atOnce(30, () => desk.refused('shareSolution', aSolution('london', { title: '' }), london));
    await desk.done('shareSolution', aSolution('london'), london);
    const [open] = await world.sql(
      `SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    expect(open).toEqual({ count: 0 });
  });
});

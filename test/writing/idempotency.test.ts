import { randomUUID } from 'node:crypto';
import type { Viewer } from '../../src/access/viewer';
import { useWorld } from '../support/world';
import { aSolution, cityId, Desk, networkId, solutionId, type Written } from './desk';
import { holdLock, untilWaiting } from './waiting';

const world = useWorld({ poolSize: 10 });
const desk = new Desk(world);

let london: Viewer;
beforeAll(async () => {
  london = await desk.practitioner('london');
});
beforeEach(() => desk.told());

const withKey = (idempotencyKey: string, more: object = {}): object => aSolution('london', { idempotencyKey, ...more });
const share = (input: object, viewer = london): Promise<Written> => desk.write('shareSolution', input, viewer);
const slugs = (answers: Written[]): string[] => [...new Set(answers.map(({ record }) => record?.slug as string))];

const CONFLICT = [
  {
    code: 'CONFLICT',
    message: 'Expected a key of its own for each request, but this one was used within a day with another input.',
    path: ['input', 'idempotencyKey'],
  },
];

describe('the same key and the same input', () => {
  test('give the first answer, and change nothing', async () => {
    const input = withKey(randomUUID());
    const first = await share(input);
    expect(await share(input)).toEqual(first);
    expect(await desk.told()).toHaveLength(1);
  });

  test('however it is written: fields in another order, null for absent, defaults spelt out', async () => {
    const key = randomUUID();
    const first = await share(withKey(key, { links: ['https://example.org'] }));
    const entries = Object.entries(withKey(key, { links: ['https://example.org/'], body: null, draft: false }));
    expect(await share(Object.fromEntries(entries.reverse()))).toEqual(first);
  });

  test('show the record as it is now', async () => {
    const input = withKey(randomUUID());
    const { record } = await share(input);
    await desk.done('reviseSolution', { solutionId: record.id, title: 'Better shade' }, london);
    expect((await share(input)).record).toMatchObject({ id: record.id, title: 'Better shade' });
  });

  test('for every mutation', async () => {
    const input = {
      idempotencyKey: randomUUID(),
      solutionId: solutionId('metro-quito'),
      cityId: cityId('london'),
      kind: 'REPLICATED',
    };
    const first = await desk.done('recordAdoption', input, london);
    expect(await desk.done('recordAdoption', input, london)).toEqual(first);
    expect(await desk.refused('recordAdoption', { ...input, idempotencyKey: randomUUID() }, london)).toEqual([
      'CONFLICT solutionId',
    ]);
  });

  test('at the same time run once', async () => {
    const input = withKey(randomUUID());
    const answers = await Promise.all(Array.from({ length: 8 }, () => share(input)));
    expect(slugs(answers)).toHaveLength(1);
    expect(answers.every(({ userErrors }) => userErrors.length === 0)).toBe(true);
    expect(await desk.told()).toHaveLength(1);
  });

  test('the second waits for the first', async () => {
    const { release } = await holdLock(world, `SELECT FROM city WHERE slug = 'london' FOR UPDATE`);
    const input = withKey(randomUUID());
    const first = share(input);
    await untilWaiting(world, 1);
    const [second, other] = [share(input), share({ ...input, title: 'Another one' })];
    await untilWaiting(world, 3);
    await release();
    expect(await second).toEqual(await first);
    expect((await other).userErrors).toEqual(CONFLICT);
    expect(await desk.told()).toHaveLength(1);
  });
});

describe('the same key', () => {
  test('with another input is a conflict', async () => {
    const key = randomUUID();
    await share(withKey(key));
    await desk.told();
    for (const more of [{ title: 'Other' }, { draft: true }, { networkIds: [networkId('cool-cities')] }, { body: 'x' }])
      expect(await share(withKey(key, more))).toEqual({ record: null, userErrors: CONFLICT });
    expect(await desk.told()).toEqual([]);
  });

  test('for another mutation is a conflict', async () => {
    const key = randomUUID();
    const { id } = await desk.done('shareSolution', withKey(key, { draft: true }), london);
    expect(await desk.refused('publishSolution', { idempotencyKey: key, solutionId: id }, london)).toEqual([
      'CONFLICT idempotencyKey',
    ]);
  });

  test('of another account is another key', async () => {
    const input = withKey(randomUUID());
    const colleague = await desk.practitioner('london', 'a colleague');
    const namesake = { ...london, issuer: 'https://elsewhere.example.org' };
    const answers = [await share(input), await share(input, colleague), await share(input, namesake)];
    expect(slugs(answers)).toHaveLength(3);
  });

  test('is free where the first answer was a mistake: what is mended is run', async () => {
    const key = randomUUID();
    const wrong = withKey(key, { title: '' });
    expect(await desk.refused('shareSolution', wrong, london)).toEqual(['INVALID title']);
    expect(await desk.refused('shareSolution', wrong, london)).toEqual(['INVALID title']);
    await desk.done('shareSolution', withKey(key), london);
  });

  test('is free where the first request is undone while the second waits', async () => {
    const { client, release } = await holdLock(world, `SELECT FROM city WHERE slug = 'london' FOR UPDATE`);
    const input = withKey(randomUUID());
    const first = world.execute(
      'mutation ($input: ShareSolutionInput!) { shareSolution(input: $input) { userErrors { code } } }',
      {
        variables: { input },
        viewer: london,
      },
    );
    await untilWaiting(world, 1);
    const second = share(input);
    await untilWaiting(world, 2);
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE relation = 'solution'::regclass AND mode = 'RowExclusiveLock' AND datname = current_database()`);
    expect((await first).errors?.[0]?.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
    await release();
    expect((await second).userErrors).toEqual([]);
    expect(await desk.told()).toHaveLength(1);
  });

  test('is free again after a day', async () => {
    const [key, other] = [randomUUID(), randomUUID()];
    const first = await share(withKey(key));
    await share(withKey(other));
    const age = (hours: number) =>
      world.sql(`UPDATE idempotency_key SET created_at = now() - interval '1 hour' * $2 WHERE key = $1`, [key, hours]);
    await age(23.9);
    expect(slugs([await share(withKey(key)), first])).toHaveLength(1);
    await age(24.1);
    const later = await share(withKey(key, { title: 'Something else' }));
    expect(later.userErrors).toEqual([]);
    expect(await share(withKey(key, { title: 'Something else' }))).toEqual(later);
    expect((await share(withKey(key))).userErrors).toEqual(CONFLICT);
  });
});

test('keys that have expired are cleared away as new ones come', async () => {
  await world.sql(`INSERT INTO idempotency_key (caller, key, input_hash, record, created_at)
    SELECT 'somebody', i, '', 'x', now() - interval '2 days' FROM generate_series(1, 30) i`);
  const left = async (): Promise<number> =>
    Number((await world.sql(`SELECT count(*) FROM idempotency_key WHERE caller = 'somebody'`))[0]!['count']);
  await share(withKey(randomUUID()));
  expect(await left()).toBe(10);
  await share(withKey(randomUUID()));
  expect(await left()).toBe(0);
});

test.each([
  ['empty', ''],
  ['with a line feed', 'a\nb'],
  ['with a NUL', 'a\u0000b'],
  ['of 201 characters', 'k'.repeat(201)],
])('a key that is %s is none', async (_what, key) => {
  expect(await desk.refused('shareSolution', withKey(key), london)).toEqual(['INVALID idempotencyKey']);
});

test('without a key, each request is one of its own', async () => {
  expect(slugs([await share(aSolution('london')), await share(aSolution('london'))])).toHaveLength(2);
});

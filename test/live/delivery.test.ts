import fs from 'node:fs';
import { signLocalToken } from '../../src/access/local-issuer';
import { createDataFolder } from '../support/folders';
import { intercept } from '../support/intercept';
import { useLiveWorld } from '../support/live-world';
import { RawSocket } from '../support/sockets';
import type { Json } from '../support/world';

// docs/subscriptions.md: "What is delivered" and "How many may listen".
const folder = createDataFolder();
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
const world = useLiveWorld(() => ({ INTERURBAN_DATA_DIR: folder }));

const SHARED = `subscription ($after: String, $filter: SolutionFilter) {
  solutionShared(after: $after, filter: $filter) { cursor solution { slug title } } }`;
const MARK = 'the-mark';

const bearer = async (token: { roles: string[]; city?: string; networks?: string[] }): Promise<object> => {
  const signed = await signLocalToken(folder, { subject: 'somebody', networks: [], expiresIn: 60, ...token });
  return { authorization: `Bearer ${signed}` };
};

/** The slugs that a subscriber is told after a cursor, up to the mark, which everybody sees. */
async function told(after: string, options: { payload?: object; filter?: object } = {}): Promise<string[]> {
  const socket = await RawSocket.connect(world.url, options.payload);
  const filter = options.filter && { or: [options.filter, { text: '"mark everybody sees"' }] };
  socket.subscribe('1', SHARED, { after, filter });
  const slugs: string[] = [];
  do slugs.push((await socket.next('1')).payload.data.solutionShared.solution.slug);
  while (!slugs.at(-1)!.startsWith(MARK));
  socket.close();
  return slugs.slice(0, -1);
}

let marks = 0;
const mark = () => world.share({ slug: `${MARK}-${++marks}`, title: 'The mark everybody sees', sector: 'FINANCE' });

describe('filters are those of queries', () => {
  let after: string;
  beforeAll(async () => {
    after = await world.cursor();
    await world.share(
      { slug: 'flood-london', title: 'Flooded parks', sector: 'ADAPTATION' },
      { slug: 'bus-bogota', title: 'Buses with lanes of their own', sector: 'TRANSPORT', city: 'bogota' },
      { slug: 'waste-accra', title: 'Compost', sector: 'WASTE', city: 'accra', networks: ['waste-to-resources'] },
    );
    await mark();
  });

  test.each([
    ['none', undefined, ['flood-london', 'bus-bogota', 'waste-accra']],
    ['a sector', { sector: { in: ['TRANSPORT', 'WASTE'] } }, ['bus-bogota', 'waste-accra']],
    ['the city', { city: { region: { eq: 'AFRICA' } } }, ['waste-accra']],
    ['the network', { network: { slug: { eq: 'waste-to-resources' } } }, ['waste-accra']],
    ['full text', { text: 'flooding' }, ['flood-london']],
    ['not', { not: { sector: { eq: 'WASTE' } } }, ['flood-london', 'bus-bogota']],
    ['a status', { status: 'PUBLISHED' }, ['flood-london', 'bus-bogota', 'waste-accra']],
  ])('%s', async (_what, filter, expected) => expect(await told(after, { filter })).toEqual(expected));

  test.each([
    ['an empty list', { sector: { in: [] } }],
    ['no alternative', { or: [] }],
    ['what excludes itself', { and: [{ sector: { eq: 'WASTE' } }, { sector: { eq: 'WATER' } }] }],
    ['drafts', { status: 'DRAFT' }],
    ['withdrawn ones, among alternatives', { or: [{ status: 'DRAFT' }, { status: 'WITHDRAWN' }] }],
    ['an empty range', { publishedAt: { gt: '2026-01-01T00:00:00Z', lt: '2025-01-01T00:00:00Z' } }],
  ])('what can never match is refused: %s', async (_what, filter) => {
    const socket = await RawSocket.connect(world.url);
    socket.subscribe('1', SHARED, { filter });
    expect((await socket.next('1')).payload[0].extensions.code).toBe('INVALID_FILTER');
    socket.close();
  });
});

test('what may be seen depends on who asks, on every event anew', async () => {
  const after = await world.cursor();
  await world.share(
    { slug: 'public', city: 'copenhagen' },
    { slug: 'for-members', city: 'copenhagen', visibility: 'MEMBERS', networks: ['cool-cities'] },
    { slug: 'draft', city: 'copenhagen', status: 'DRAFT' },
  );
  await mark();
  const everybody = ['public'];
  const members = ['public', 'for-members'];
  expect(await told(after)).toEqual(everybody);
  const practitioner = (city: string) => bearer({ roles: ['practitioner'], city });
  expect(await told(after, { payload: await practitioner('accra') })).toEqual(members);
  expect(await told(after, { payload: await practitioner('london') })).toEqual(everybody);
  expect(await told(after, { payload: await practitioner('copenhagen') })).toEqual(members); // A draft is not shared.
  const manager = await bearer({ roles: ['manager'], networks: ['cool-cities'] });
  expect(await told(after, { payload: manager })).toEqual(members);
  expect(await told(after, { payload: await bearer({ roles: ['admin'] }) })).toEqual(members);
});

test('who may see different things never share a group', async () => {
  const sockets = [
    await RawSocket.connect(world.url),
    await RawSocket.connect(world.url, await bearer({ roles: ['practitioner'], city: 'accra' })),
    await RawSocket.connect(world.url, await bearer({ roles: ['admin'] })),
    await RawSocket.connect(world.url, { 'accept-language': 'es' }),
  ];
  for (const socket of sockets) {
    socket.subscribe('1', SHARED);
    await socket.begun('1');
  }
  expect(world.http.http.feed.statistics).toMatchObject({ channels: 4, subscribers: 4 });
  for (const socket of sockets) socket.close();
});

test('what was withdrawn meanwhile is left out, what was revised is told as it is', async () => {
  const after = await world.cursor();
  await world.share('withdrawn-soon', 'revised-soon');
  await world.http.world.sql(`UPDATE solution SET status = 'WITHDRAWN' WHERE slug = 'withdrawn-soon'`);
  await world.http.world.sql(`UPDATE solution SET title = 'Better' WHERE slug = 'revised-soon'`);
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('1', SHARED, { after });
  expect((await socket.next('1')).payload.data.solutionShared.solution).toEqual({
    slug: 'revised-soon',
    title: 'Better',
  });
  socket.close();
});

test('what is hidden in the moment between judging and reading is left out', async () => {
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('1', SHARED);
  await socket.begun('1');
  socket.subscribe('2', 'subscription { changes(types: [SOLUTION_SHARED]) { node { id ... on Solution { slug } } } }');
  await socket.begun('2');
  const { database } = world.http.world;
  const leave = intercept(database, async (statement, run) => {
    const judged = await run();
    const isJudging = statement.text.startsWith("SELECT 'Solution'") || statement.text.includes('::text, t.slug');
    if (isJudging) await world.http.world.sql(`UPDATE solution SET visibility = 'MEMBERS' WHERE slug = 'hidden-soon'`);
    return judged;
  });
  await world.share('hidden-soon', 'seen');
  expect((await socket.next('1')).payload.data.solutionShared.solution.slug).toBe('seen');
  const changes = socket.inbox.all.find(({ id }) => id === '2') ?? (await socket.next('2'));
  expect(changes.payload.data.changes.node.slug).toBe('seen');
  leave();
  socket.close();
});

test('documents that tell the same share one execution, whatever their layout, ids and cursors', async () => {
  const after = await world.cursor();
  const sockets = [await RawSocket.connect(world.url), await RawSocket.connect(world.url)];
  const documents: [string, object?][] = [
    ['subscription { solutionShared { cursor solution { slug } } }'],
    ['subscription($after:String){solutionShared(after:$after){cursor solution{slug}}} # the same', { after }],
    [`subscription { solutionShared(after: "${after}") { cursor, solution { slug } } }`],
  ];
  for (const [i, socket] of sockets.entries())
    documents.forEach(([query, variables], j) => socket.subscribe(`id-${'x'.repeat(i)}-${j}`, query, variables));
  while (world.http.http.feed.statistics.subscribers < 6) await new Promise(setImmediate);
  expect(world.http.http.feed.statistics).toMatchObject({ channels: 1, groups: 1 });
  const before = world.http.http.feed.statistics.executions;
  await world.share('shared-once');
  for (const [i, socket] of sockets.entries()) {
    const ids = [0, 1, 2].map((j) => `id-${'x'.repeat(i)}-${j}`);
    const messages: Json[] = [];
    for (let j = 0; j < 3; j++) messages.push(await socket.inbox.nextWhere(({ type }) => type === 'next'));
    expect(messages.map(({ id }) => id).sort()).toEqual(ids);
    for (const { payload } of messages) expect(payload.data.solutionShared.solution.slug).toBe('shared-once');
    socket.close();
  }
  expect(world.http.http.feed.statistics.executions - before).toBe(1);
});

test('many events are judged in one statement and read in a few', async () => {
  const after = await world.cursor();
  await world.share(...Array.from({ length: 200 }, (_, i) => `batch-${i}`));
  world.http.world.statements.length = 0;
  const socket = await RawSocket.connect(world.url);
  socket.subscribe('1', 'subscription ($after: String) { solutionShared(after: $after) { solution { title city { name } } } }', { after }); // prettier-ignore
  for (let i = 0; i < 200; i++) await socket.next('1');
  expect(world.http.world.statements.length).toBeLessThan(20);
  socket.close();
});

describe('changes', () => {
  const CHANGES = `subscription ($types: [ChangeType!], $after: String) {
    changes(types: $types, after: $after) { type node { id ... on City { name } ... on Solution { title } } } }`;

  test('of some types, about what may be seen', async () => {
    const after = await world.cursor();
    await world.share({ slug: 'secret', visibility: 'MEMBERS', networks: ['cool-cities'] });
    await world.announce('CITY_CHANGED', 'City', 'london');
    await world.announce('SOLUTION_REVISED', 'Solution', 'secret');
    await world.announce('NETWORK_CHANGED', 'Network', 'cool-cities');
    await world.announce('CITY_CHANGED', 'City', 'bogota');
    const socket = await RawSocket.connect(world.url);
    socket.subscribe('all', CHANGES, { after });
    const all = [await socket.next('all'), await socket.next('all'), await socket.next('all')];
    expect(all.map(({ payload }) => payload.data.changes.type)).toEqual([
      'CITY_CHANGED',
      'NETWORK_CHANGED',
      'CITY_CHANGED',
    ]);
    socket.subscribe('some', CHANGES, { after, types: ['CITY_CHANGED'] });
    const some = [await socket.next('some'), await socket.next('some')];
    expect(some.map(({ payload }) => payload.data.changes.node.name)).toEqual(['London', 'Bogotá']);
    socket.close();
  });

  test('every type of event has a record that is found', async () => {
    const after = await world.cursor();
    const subjects: [string, string][] = [
      ['ADOPTION_RECORDED', 'Adoption'],
      ['COLLABORATION_RECORDED', 'Collaboration'],
      ['ACTION_REPORTED', 'Action'],
      ['MEMBERSHIP_SET', 'Membership'],
      ['SIGNATURE_SET', 'Signature'],
      ['INITIATIVE_CHANGED', 'Initiative'],
      ['COLLECTIVE_ACTION_CHANGED', 'CollectiveAction'],
    ];
    for (const [type, subject] of subjects) {
      const table = subject.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
      const visible = subject === 'Adoption' ? `WHERE solution_id IN (SELECT id FROM solution WHERE visibility = 'PUBLIC' AND status <> 'DRAFT')` : ''; // prettier-ignore
      const [row] = await world.http.world.sql<{ slug: string }>(`SELECT slug FROM ${table} ${visible} LIMIT 1`);
      await world.announce(type, subject, row!.slug);
    }
    const socket = await RawSocket.connect(world.url);
    socket.subscribe('1', 'subscription ($after: String) { changes(after: $after) { type node { __typename id } } }', { after }); // prettier-ignore
    for (const [type, subject] of subjects)
      expect((await socket.next('1')).payload.data.changes).toMatchObject({ type, node: { __typename: subject } });
    socket.close();
  });
});

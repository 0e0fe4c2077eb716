import type { Viewer } from '../../src/access/viewer';
import type { Json } from '../support/world';
import { REGISTER, SHARED, usePostOffice } from './post-office';

const office = usePostOffice();
const { world } = office;
const URL = 'http://127.0.0.1:9/hooks';
const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;

let london: Viewer;
let tokyo: Viewer;
let admin: Viewer;
beforeAll(async () => {
  london = await office.desk.practitioner('london', 'official');
  tokyo = await office.desk.practitioner('tokyo', 'reader');
  admin = await office.desk.admin();
});

const own = async (viewer: Viewer): Promise<Json[]> =>
  (await world.ask('{ webhooks { nodes { id owner url } totalCount } }', { viewer })).webhooks.nodes;

const act = async (name: string, input: object, viewer: Viewer, selection = ''): Promise<Json> => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { done: ${name}(input: $input) { ${selection} userErrors { code path } } }`;
  return (await world.ask(document, { viewer, variables: { input } })).done;
};

describe('registering', () => {
  test('gives what is registered, and the secret this once', async () => {
    const document =
      'query No { feedCursor } subscription Yes($types: [ChangeType!]) { changes(types: $types) { type } }';
    const more = { operationName: 'Yes', variables: { types: ['CITY_CHANGED'] } };
    const { webhook, secret, userErrors } = await office.register(london, { url: URL, document, ...more });
    expect(userErrors).toEqual([]);
    expect(webhook).toEqual({
      ...{ id: expect.any(String), url: URL, document, status: 'ACTIVE', ...more },
      owner: 'https://login.example.org official',
    });
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(JSON.stringify(await own(london))).not.toContain('whsec_');
  });

  test('takes a secret of one’s own', async () => {
    expect((await office.register(london, { url: URL, document: SHARED, secret: SECRET })).secret).toBe(SECRET);
  });

  test('twice with one key is once; the secret is not shown again', async () => {
    const input = { url: URL, document: SHARED, idempotencyKey: 'k1' };
    const first = await office.register(london, input);
    const again = await office.register(london, input);
    expect(again).toEqual({ ...first, secret: null });
    expect(await own(london)).toHaveLength(1);
    const other = await office.register(london, { ...input, url: `${URL}/other` });
    expect(other).toMatchObject({ webhook: null, secret: null, userErrors: [{ code: 'CONFLICT' }] });
  });

  test('needs a token', async () => {
    const [error] = await world.fail(REGISTER, { variables: { input: { url: URL, document: SHARED } } });
    expect(error).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    const [listing] = await world.fail('{ webhooks { totalCount } }');
    expect(listing).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  });

  test('tells several mistakes at once', async () => {
    const { webhook, secret, userErrors } = await office.register(london, {
      ...{ url: 'https://10.0.0.1/', document: 'x'.repeat(20_001), secret: 'guess me' },
    });
    expect([webhook, secret]).toEqual([null, null]);
    expect(userErrors.map(({ code, path }) => [code, ...path])).toEqual(
      ['url', 'secret', 'document'].map((field) => ['INVALID', 'input', field]),
    );
  });

  test.each([
    ['subscription {', 'Syntax Error'],
    ['query { feedCursor }', 'Expected one subscription, but got a query.'],
    [
      'mutation { endMembership(input: { membershipId: "x", endedOn: "2020-01-01" }) { userErrors { code } } }',
      'a mutation',
    ],
    ['fragment F on City { name }', 'Expected one subscription, but got none.'],
    [`${SHARED} ${SHARED.replace('subscription', 'subscription B')}`, ''],
    ['subscription A { solutionShared { cursor } } subscription B { solutionShared { cursor } }', 'got none'],
    ['subscription { solutionShared { nothing } }', 'nothing'],
    ['subscription { solutionShared { cursor } changes { cursor } }', 'one'],
    ['subscription { solutionShared(filter: { sector: { eq: FOOD, in: [WASTE] } }) { cursor } }', 'Expected'],
    ['subscription { changes(types: []) { cursor } }', 'Expected at least one type'],
    ['subscription { solutionShared(after: "abc") { cursor } }', 'cursor'],
    ['subscription ($f: SolutionFilter!) { solutionShared(filter: $f) { cursor } }', '$f'],
    ['subscription { solutionShared { solution { networks(first: 1000) { totalCount } } } }', 'from 1 to 100'],
  ])('checks the document as every operation is checked: %s', async (document, message) => {
    const { webhook, userErrors } = await office.register(london, { url: URL, document });
    expect(webhook).toBeNull();
    expect(userErrors).toEqual([
      { code: 'INVALID', path: ['input', 'document'], message: expect.stringContaining(message) },
    ]);
  });

  test('is limited', async () => {
    await world.sql(
      `INSERT INTO webhook (slug, owner, viewer, locales, url, secret, document, variables, position)
       SELECT 'many-' || n, 'https://login.example.org official', '{}', '{}', $1, '', '', '{}', 0 FROM generate_series(1, 50) n`,
      [URL],
    );
    const { userErrors } = await office.register(london, { url: URL, document: SHARED });
    expect(userErrors).toMatchObject([{ code: 'CONFLICT', path: ['input'] }]);
    expect((await office.register(tokyo, { url: URL, document: SHARED })).userErrors).toEqual([]);
  });
});

describe('a webhook is its owner’s', () => {
  test('who lists it; admins list everybody’s', async () => {
    const { id } = await office.registered(london, URL);
    const other = await office.registered(tokyo, URL);
    expect((await own(london)).map((webhook) => webhook.id)).toEqual([id]);
    expect((await own(tokyo)).map((webhook) => webhook.id)).toEqual([other.id]);
    expect((await own(admin)).map((webhook) => webhook.id).sort()).toEqual([id, other.id].sort());
    const samePersonElsewhere = { ...london, issuer: 'https://other.example.org' };
    expect(await own(samePersonElsewhere)).toEqual([]);
  });

  test('its pages, and those of its deliveries, hold each once', async () => {
    for (const n of [1, 2, 3]) await office.registered(london, `${URL}/${n}`);
    await world.sql(`UPDATE webhook SET status = 'DISABLED', disabled_reason = 'for the test'`);
    await world.sql(`INSERT INTO webhook_delivery
        (slug, webhook_id, position, type, subject_type, subject_slug, occurred_at, status, expires_at)
      SELECT 'd-' || w.id || '-' || n, w.id, n, 'CITY_CHANGED', 'City', 'london', now(), 'DEAD', now()
      FROM webhook w CROSS JOIN generate_series(1, 3) n`);
    const page = `pageInfo { hasNextPage endCursor } totalCount`;
    const document = `query ($a: String, $b: String) {
      webhooks(first: 2, after: $a) { nodes { url deliveries(first: 2, after: $b) { nodes { id } ${page} } } ${page} } }`;
    const read = async (a?: string, b?: string): Promise<Json> =>
      (await world.ask(document, { viewer: london, variables: { a, b } })).webhooks;
    const first = await read();
    const second = await read(first.pageInfo.endCursor);
    expect([first, second].map(({ pageInfo, totalCount }) => [pageInfo.hasNextPage, totalCount])).toEqual([
      [true, 3],
      [false, 3],
    ]);
    const urls = [...first.nodes, ...second.nodes].map(({ url }: Json) => url);
    expect(urls).toEqual([3, 2, 1].map((n) => `${URL}/${n}`));
    const [{ deliveries }] = second.nodes;
    const rest = (await read(first.pageInfo.endCursor, deliveries.pageInfo.endCursor)).nodes[0].deliveries;
    expect([deliveries, rest].map(({ pageInfo, totalCount }) => [pageInfo.hasNextPage, totalCount])).toEqual([
      [true, 3],
      [false, 3],
    ]);
    expect(new Set([...deliveries.nodes, ...rest.nodes].map(({ id }: Json) => id)).size).toBe(3);
  });

  test('who alone deletes, resumes and replays; and admins', async () => {
    const { id } = await office.registered(london, URL);
    await office.share(london, 'Refused');
    const [{ id: deliveryId }] = await office.until(london, id, ([first]) => first?.attempts === 1);
    const notFound = (field: string) => ({ userErrors: [{ code: 'NOT_FOUND', path: ['input', field] }] });
    for (const webhookId of [id, deliveryId, 'nonsense', Buffer.from('Webhook:a\0').toString('base64url')]) {
      expect(await act('deleteWebhook', { webhookId }, tokyo)).toMatchObject(notFound('webhookId'));
      expect(await act('resumeWebhook', { webhookId }, tokyo)).toMatchObject(notFound('webhookId'));
    }
    for (const given of [id, deliveryId, 'nonsense'])
      expect(await act('replayWebhookDelivery', { deliveryId: given }, tokyo)).toMatchObject(notFound('deliveryId'));
    // It is active, and the delivery is still tried.
    const conflict = { userErrors: [{ code: 'CONFLICT' }] };
    expect(await act('resumeWebhook', { webhookId: id }, london)).toMatchObject(conflict);
    expect(await act('replayWebhookDelivery', { deliveryId }, london)).toMatchObject(conflict);
    const deleted = await act('deleteWebhook', { webhookId: id }, admin, 'deletedWebhookId');
    expect(deleted).toEqual({ deletedWebhookId: id, userErrors: [] });
    expect(await own(london)).toEqual([]);
    expect(await world.sql('SELECT FROM webhook_delivery')).toEqual([]);
  });
});

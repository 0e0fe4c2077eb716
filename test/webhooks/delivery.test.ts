import { Webhook } from 'standardwebhooks';
import type { Viewer } from '../../src/access/viewer';
import { fromGlobalId } from '../../src/graphql/global-id';
import { networkId, solutionId } from '../writing/desk';
import { intercept } from '../support/intercept';
import { REGISTER, SHARED, usePostOffice } from './post-office';
import { useReceiver, type Received } from './receiver';

const office = usePostOffice();
const receiver = useReceiver();
const { desk } = office;

let london: Viewer;
let tokyo: Viewer;
beforeAll(async () => {
  london = await desk.practitioner('london', 'official');
  tokyo = await desk.practitioner('tokyo', 'reader');
});

const titles = (received: readonly Received[]): string[] =>
  received.map(({ body }) => JSON.parse(body).data.solutionShared.solution.title);

const isDone = (deliveries: { status: string }[], count: number): boolean =>
  deliveries.length === count && deliveries.every(({ status }) => status !== 'PENDING');

describe('a message', () => {
  test('is what the subscription tells, signed as Standard Webhooks say', async () => {
    const document =
      'subscription ($t: String) { shared: solutionShared(filter: { text: $t }) { cursor occurredAt solution { slug city { name } } } }';
    const variables = { t: 'awnings' };
    const { id, secret } = await office.registered(tokyo, receiver.url, document, { variables });
    await office.share(london, 'Shade sails');
    const slug = await office.share(london, 'Awnings for stops');
    const [{ headers, body }] = (await receiver.until(1)) as [Received];
    const payload = new Webhook(secret).verify(body, headers) as Record<string, unknown>;
    expect(payload).toEqual({
      type: 'SOLUTION_SHARED',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      data: {
        shared: {
          cursor: expect.any(String),
          occurredAt: payload['timestamp'],
          solution: { slug, city: { name: 'London' } },
        },
      },
    });
    const [delivery] = await office.until(tokyo, id, (all) => isDone(all, 1));
    expect(delivery).toMatchObject({
      messageId: headers['webhook-id'],
      type: 'SOLUTION_SHARED',
      nodeId: solutionId(slug),
      status: 'DELIVERED',
      attempts: 1,
      responseStatus: 204,
      problem: null,
    });
    expect(receiver.received).toHaveLength(1);
  });

  test('comes in the language in which it was registered, and from the position that it was registered for', async () => {
    const { feedCursor } = await office.world.ask('{ feedCursor }');
    const first = await office.share(london, 'First of two');
    const document = `subscription { changes(after: "${feedCursor}", types: [SOLUTION_SHARED]) { node { ... on Solution { slug city { name } } } } }`;
    await office.registered(tokyo, receiver.url, document, {}, ['es']);
    const second = await office.share(london, 'Second of two');
    const nodes = (await receiver.until(2)).map(({ body }) => JSON.parse(body).data.changes.node);
    expect(nodes).toEqual([first, second].map((slug) => ({ slug, city: { name: 'Londres' } })));
  });

  test('is for the eyes of the owner, as memberships are on the day', async () => {
    // Tokyo is a member of Water Security, Quito is not.
    const quito = await desk.practitioner('quito');
    const inside = await office.registered(tokyo, `${receiver.url}/tokyo`);
    const outside = await office.registered(quito, `${receiver.url}/quito`);
    await office.share(london, 'For members', { visibility: 'MEMBERS', networkIds: [networkId('water-security')] });
    await office.share(london, 'For all');
    await receiver.until(3);
    const of = (path: string) => titles(receiver.received.filter((received) => received.path === path));
    expect([of('/tokyo'), of('/quito')]).toEqual([['For members', 'For all'], ['For all']]);
    expect(await office.until(tokyo, inside.id, (all) => isDone(all, 2))).toHaveLength(2);
    expect(await office.until(quito, outside.id, (all) => isDone(all, 1))).toHaveLength(1);
  });
});

/** How long after the one attempt of its first message a webhook is tried again, in seconds. */
async function waitOf(id: string): Promise<number> {
  const [row] = await office.world.sql<{ wait: number }>(
    `SELECT extract(epoch FROM w.next_attempt_at - d.attempted_at)::float AS wait
     FROM webhook w JOIN webhook_delivery d ON d.webhook_id = w.id WHERE w.slug = $1 AND d.attempts = 1 ORDER BY d.position`,
    [fromGlobalId(id).slug],
  );
  return row!.wait;
}

describe('a receiver that fails', () => {
  test('gets the same message again, with the same id, before any later one', async () => {
    const { id, secret } = await office.registered(tokyo, receiver.url);
    const answers = [500, 302, 204, 204, 204];
    receiver.handle = (_received, response) =>
      void response
        .writeHead(answers[receiver.received.length - 1]!, { location: `${receiver.url}/moved` })
        .end('well');
    for (const title of ['One', 'Two', 'Three']) await office.share(london, title);
    const [failed] = await office.until(tokyo, id, ([first]) => first?.attempts === 1);
    expect(failed).toMatchObject({
      status: 'PENDING',
      responseStatus: 500,
      responseBody: 'well',
      problem: 'it answered 500',
    });
    await office.hurry();
    await office.until(tokyo, id, ([first]) => first.attempts === 2);
    await office.hurry();
    const all = await office.until(tokyo, id, (deliveries) => isDone(deliveries, 3));
    expect(titles(receiver.received)).toEqual(['One', 'One', 'One', 'Two', 'Three']);
    expect(receiver.received.every(({ path }) => path === '/')).toBe(true);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([ids[0], ids[0], ids[0], ids[3], ids[4]]);
    expect(new Set(ids).size).toBe(3);
    for (const { body, headers } of receiver.received)
      expect(() => new Webhook(secret).verify(body, headers)).not.toThrow();
    expect(all.map(({ attempts, status }) => [attempts, status])).toEqual([[3, 'DELIVERED'], [1, 'DELIVERED'], [1, 'DELIVERED']]); // prettier-ignore
  });

  test('waits between attempts, and the others do not wait for it', async () => {
    const bad = await office.registered(tokyo, `${receiver.url}/bad`);
    await office.registered(tokyo, `${receiver.url}/good`);
    receiver.handle = ({ path }, response) => void response.writeHead(path === '/bad' ? 503 : 200).end();
    await office.share(london, 'One');
    await office.until(tokyo, bad.id, ([first]) => first?.attempts === 1);
    await office.share(london, 'Two');
    await receiver.until(3);
    expect(receiver.received.map(({ path }) => path).sort()).toEqual(['/bad', '/good', '/good']);
    expect(await waitOf(bad.id)).toBeGreaterThanOrEqual(2.5);
    expect(await waitOf(bad.id)).toBeLessThanOrEqual(5);
  });

  test('waits from the moment on at which it is known to have failed', async () => {
    const { id } = await office.registered(tokyo, receiver.url);
    const { database } = office.world;
    let leave = (): void => undefined;
    const failed = new Promise<number>((resolve, reject) => {
      leave = intercept(database, async (statement, run) => {
        const answer = await run();
        if (statement.text.includes('attempts = attempts + 1')) await waitOf(id).then(resolve, reject);
        return answer;
      });
    });
    receiver.handle = (_received, response) => void response.writeHead(500).end();
    await office.share(london, 'Fails');
    expect(await failed).toBeGreaterThanOrEqual(2.5);
    leave();
  });

  test('is given up after a day; later ones go on, and the dead one can be replayed', async () => {
    const { id } = await office.registered(tokyo, receiver.url);
    receiver.handle = (_received, response) => void response.writeHead(500).end('no');
    await office.share(london, 'One');
    await office.until(tokyo, id, ([first]) => first?.attempts === 1);
    await office.world.sql('UPDATE webhook_delivery SET expires_at = now()');
    await office.hurry();
    const [dead] = await office.until(tokyo, id, ([first]) => first.status === 'DEAD');
    expect(dead).toMatchObject({ attempts: 2, responseStatus: 500, responseBody: 'no' });
    const { webhooks } = await office.world.ask(
      `{ webhooks { nodes { deliveries(status: DEAD) { totalCount nodes { id } } } } }`,
      { viewer: tokyo },
    );
    expect(webhooks.nodes[0].deliveries).toEqual({ totalCount: 1, nodes: [{ id: dead.id }] });

    receiver.handle = (_received, response) => void response.writeHead(200).end();
    await office.share(london, 'Two');
    await office.until(tokyo, id, (all) => all[1]?.status === 'DELIVERED');
    const replay = `mutation ($id: ID!) { replayWebhookDelivery(input: { deliveryId: $id }) {
      delivery { status attempts } userErrors { code path } } }`;
    const replayed = await office.world.ask(replay, { viewer: tokyo, variables: { id: dead.id } });
    expect(replayed.replayWebhookDelivery).toEqual({ delivery: { status: 'PENDING', attempts: 0 }, userErrors: [] });
    await office.until(tokyo, id, (all) => isDone(all, 2));
    expect(titles(receiver.received)).toEqual(['One', 'One', 'Two', 'One']);
    expect(receiver.received[3]!.headers['webhook-id']).toBe(receiver.received[0]!.headers['webhook-id']);
  });

  test('is not told of what was withdrawn meanwhile: it is skipped', async () => {
    const { id } = await office.registered(tokyo, receiver.url);
    receiver.handle = (_received, response) => void response.writeHead(500).end();
    const slug = await office.share(london, 'Regretted');
    await office.until(tokyo, id, ([first]) => first?.attempts === 1);
    await desk.done('withdrawSolution', { solutionId: solutionId(slug), reason: 'It was wrong.' }, london);
    receiver.handle = (_received, response) => void response.writeHead(200).end();
    await office.share(london, 'Right');
    await office.hurry();
    const all = await office.until(tokyo, id, (deliveries) => isDone(deliveries, 2));
    expect(all.map(({ status }) => status)).toEqual(['SKIPPED', 'DELIVERED']);
    expect(titles(receiver.received)).toEqual(['Regretted', 'Right']);
  });

  test('by 410 Gone is disabled, until it is resumed; nothing is lost', async () => {
    const { id } = await office.registered(tokyo, receiver.url);
    receiver.handle = (_received, response) => void response.writeHead(410).end();
    await office.share(london, 'One');
    const state = async () =>
      (await office.world.ask('{ webhooks { nodes { status disabledReason } } }', { viewer: tokyo })).webhooks.nodes[0];
    await office.until(tokyo, id, ([first]) => first?.attempts === 1);
    while ((await state()).status === 'ACTIVE');
    expect(await state()).toEqual({ status: 'DISABLED', disabledReason: 'It answered 410 Gone.' });
    await office.share(london, 'Two');
    receiver.handle = (_received, response) => void response.writeHead(200).end();
    const resume = `mutation ($id: ID!) { resumeWebhook(input: { webhookId: $id }) { webhook { status disabledReason } userErrors { code } } }`;
    const { resumeWebhook } = await office.world.ask(resume, { viewer: tokyo, variables: { id } });
    expect(resumeWebhook).toEqual({ webhook: { status: 'ACTIVE', disabledReason: null }, userErrors: [] });
    await office.until(tokyo, id, (all) => isDone(all, 2));
    expect(titles(receiver.received)).toEqual(['One', 'One', 'Two']);
  });

  test('whose address is allowed no more is not connected to', async () => {
    const { id } = await office.registered(tokyo, receiver.url);
    await office.world.sql(`UPDATE webhook SET url = replace(url, '127.0.0.1', '[::1]')`);
    await office.share(london, 'One');
    const [refused] = await office.until(tokyo, id, ([first]) => first?.attempts === 1);
    expect(refused).toMatchObject({
      responseStatus: null,
      responseBody: null,
      problem: expect.stringMatching(/private/),
    });
    expect(receiver.received).toEqual([]);
  });

  test('whose document no longer fits the API is disabled, and says why', async () => {
    const { id } = await office.registered(tokyo, receiver.url);
    await office.world.sql('UPDATE webhook SET document = $1', ['subscription { solutionShared { gone } }']);
    await office.share(london, 'One');
    const state = () => office.world.sql<{ reason: string | null }>('SELECT disabled_reason AS reason FROM webhook');
    while ((await state())[0]!.reason === null);
    expect((await state())[0]!.reason).toContain('gone');
    expect(await office.deliveries(tokyo, id)).toEqual([]);
  });
});

test('several that deliver do so to one webhook one at a time, each event once, in order', async () => {
  const { id } = await office.registered(tokyo, receiver.url);
  const others = [office.hire(), office.hire(), office.hire()];
  for (const courier of others) courier.start();
  let open = 0;
  let most = 0;
  receiver.handle = (_received, response) => {
    most = Math.max(most, ++open);
    setImmediate(() => {
      open--;
      response.writeHead(204).end();
    });
  };
  const expected = Array.from({ length: 40 }, (_, i) => `Title ${i}`);
  for (const title of expected) await office.share(london, title);
  await office.until(tokyo, id, (all) => isDone(all, expected.length));
  for (const courier of others) await courier.stop();
  expect(titles(receiver.received)).toEqual(expected);
  expect(most).toBe(1);
});

test('deliveries that have ended are forgotten with the events of their time; those that are tried are not', async () => {
  const { id } = await office.registered(tokyo, receiver.url);
  receiver.handle = ({ body }, response) => void response.writeHead(body.includes('Bad') ? 500 : 200).end();
  for (const title of ['Old', 'New', 'Bad']) await office.share(london, title);
  await office.until(tokyo, id, (all) => all[2]?.attempts === 1);
  await office.world.sql(`UPDATE webhook_delivery SET attempted_at = now() - interval '31 days'
    WHERE subject_slug LIKE 'old%' OR subject_slug LIKE 'bad%'`);
  const janitor = office.hire({ retentionDays: 30 });
  janitor.start();
  const left = await office.until(tokyo, id, (all) => all.length === 2);
  await janitor.stop();
  expect(left.map(({ status }) => status)).toEqual(['DELIVERED', 'PENDING']);
});

describe('no log has', () => {
  test('a secret, or what is sent', async () => {
    const { secret } = await office.registered(tokyo, receiver.url);
    receiver.handle = (_received, response) => void response.writeHead(500).end();
    await office.share(london, 'Secretive');
    await receiver.until(1);
    const logged = JSON.stringify(office.world.log);
    expect(logged).not.toContain(secret);
    expect(logged).not.toContain('Secretive');
  });

  test('the secret of a webhook that the database does not take', async () => {
    const secret = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
    await office.world.sql(`ALTER TABLE webhook ADD CONSTRAINT full_check CHECK (url = '') NOT VALID`);
    try {
      const input = { url: receiver.url, document: SHARED, secret };
      const [error] = await office.world.fail(REGISTER, { viewer: tokyo, variables: { input } });
      expect(error).toMatchObject({ extensions: { code: 'INTERNAL_SERVER_ERROR' } });
    } finally {
      await office.world.sql('ALTER TABLE webhook DROP CONSTRAINT full_check');
    }
    const logged = JSON.stringify(office.world.log);
    expect(logged).toContain('full_check');
    expect(logged).not.toContain(secret.slice(6, 40));
  });
});

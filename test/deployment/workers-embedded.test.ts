import fs from 'node:fs';
import { Agent, request } from 'node:http';
import { signLocalToken } from '../../src/access/local-issuer';
import { createDataFolder } from '../support/folders';
import { endProgram, startProgram, type Started } from '../support/program';
import type { Json } from '../support/world';
import { useReceiver } from '../webhooks/receiver';

// `interurban serve --workers 3` with nothing else: the embedded PostgreSQL, shared by real processes.

jest.setTimeout(120_000);

const BUDGET = 2_000;
const folder = createDataFolder();
const pidFile = `${folder}/postgres/data/postmaster.pid`;
const receiver = useReceiver();
let server: Started;
let url: string;
let authorization: string;

beforeAll(async () => {
  server = startProgram(['serve', '--workers', '3'], {
    INTERURBAN_DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    PORT: '0',
    SHUTDOWN_PERIOD: '200',
    COST_BUDGET: String(BUDGET),
    WEBHOOK_ALLOWED_CIDRS: '127.0.0.0/8',
  });
  url = (await server.printed(/http:\/\/127\.0\.0\.1:\d+/)).trim();
  const claims = { subject: 'x', roles: ['practitioner'], city: 'copenhagen', networks: [], expiresIn: 600 };
  authorization = `Bearer ${await signLocalToken(folder, claims)}`;
});
afterAll(async () => {
  await endProgram(server.child, 'SIGKILL');
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Each connection is taken by the next worker; without an agent it is a new one. */
function ask(
  body: object,
  headers: Record<string, string> = {},
  agent?: Agent,
): Promise<{ status: number; json: Json }> {
  return new Promise((resolve, reject) => {
    const options = {
      method: 'POST',
      agent: agent ?? false,
      headers: { 'content-type': 'application/json', ...headers },
    };
    const asked = request(`${url}/graphql`, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode!, json: JSON.parse(text) }));
    });
    asked.on('error', reject).end(JSON.stringify(body));
  });
}

async function write(mutation: string, input: object): Promise<Json> {
  const [name] = mutation.split(' ');
  const type = `${name!.charAt(0).toUpperCase()}${name!.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { done: ${name}(input: $input) { userErrors { message } } }`;
  const { json } = await ask({ query, variables: { input } }, { authorization });
  expect(json).toEqual({ data: { done: { userErrors: [] } } });
}

test('every worker answers, from the data that one of them has loaded', async () => {
  expect(fs.existsSync(pidFile)).toBe(true);
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => ask({ query: '{ city(slug: "copenhagen") { name } }' })),
  );
  for (const { json } of answers) expect(json).toEqual({ data: { city: { name: 'Copenhagen' } } });
});

test('a webhook is told of each event once, whoever writes and whoever delivers', async () => {
  await write('registerWebhook', {
    url: receiver.url,
    document: 'subscription { solutionShared { solution { title } } }',
  });
  const titles = Array.from({ length: 6 }, (_, i) => `Harbour bath ${i}`);
  for (const title of titles)
    await write('shareSolution', {
      ...{ cityId: Buffer.from('City:copenhagen').toString('base64'), title, summary: 'Clean water.' },
      ...{ sector: 'WATER', locale: 'en' },
    });
  const received = await receiver.until(titles.length);
  const told = received.map(({ body }) => JSON.parse(body).data.solutionShared.solution.title as string);
  expect(told).toEqual(titles);
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(titles.length);
});

test('a caller has one budget at all workers', async () => {
  // Each costs 104, of an address that has spent next to nothing.
  const costly = { query: '{ cities(first: 100) { nodes { slug } } }' };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let accepted = 0;
  const isAccepted = async (connection?: Agent): Promise<boolean> => {
    const { status, json } = await ask(costly, {}, connection);
    if (status !== 200) expect(json.errors[0].extensions.code).toBe('COST_BUDGET_EXCEEDED');
    else accepted++;
    return status === 200;
  };
  // At one worker all of it can be spent: it is not a share of the budget.
  while (await isAccepted(agent));
  agent.destroy();
  expect(accepted).toBeGreaterThan(BUDGET / 104 - 2);
  for (let i = 0; i < 30; i++) await isAccepted();
  // Two at the others, before they are told; what comes back in a quarter of a minute; and not two budgets more.
  expect(accepted).toBeLessThan(BUDGET / 104 + 2 + 5);
});

test('it stops with its workers and its database, and has said nothing of mistakes', async () => {
  server.child.kill('SIGTERM');
  const { status, errors } = await server.ended;
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  expect(fs.existsSync(pidFile)).toBe(false);
});

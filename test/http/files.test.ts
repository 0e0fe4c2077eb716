import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { signLocalToken } from '../../src/access/local-issuer';
import { FILE_COSTS } from '../../src/server/limits/file-door';
import { createDataFolder } from '../support/folders';
import { useHttpWorld, type HttpAnswer } from '../support/http';
import { intercept } from '../support/intercept';

// docs/limits.md: what files cost, and how many of them are sent at once.
const dataDir = createDataFolder();
afterAll(() => rmSync(dataDir, { recursive: true }));

const BUDGET = 10_000;
const http = useHttpWorld(
  () => ({ INTERURBAN_DATA_DIR: dataDir, TRUSTED_PROXIES: '1', FILES_PER_CALLER: '1', FILES_AT_ONCE: '2' }),
  { settings: { COST_BUDGET: String(BUDGET) } },
);

let callers = 0;

/** Somebody who has not asked for anything yet. */
function newCaller() {
  const since = performance.now();
  const address = { 'x-forwarded-for': `10.0.0.${++callers}` };
  return {
    since,
    get: (path: string, headers: Record<string, string> = {}) =>
      http.fetch(path, { headers: { ...address, ...headers } }),
    raw: (path: string, init: RequestInit) =>
      fetch(`${http.url}${path}`, { ...init, headers: { ...address, ...(init.headers as object) } }),
    left: async (headers: Record<string, string> = {}): Promise<number> => {
      const body = { query: '{ __typename }', extensions: { cost: 'estimate' } };
      return (await http.post(body, { ...address, ...headers })).json.extensions.cost.budget.left;
    },
    spend: (query: string) => http.post({ query }, address),
  };
}

/** What comes back meanwhile, a sixtieth of the budget a second, may be there too. */
function expectSpent(left: number, cost: number, since: number): void {
  expect(left).toBeGreaterThanOrEqual(BUDGET - cost);
  expect(left).toBeLessThanOrEqual(BUDGET - cost + ((performance.now() - since) * BUDGET) / 60_000);
}

const lengthOf = (list: unknown[]): number => list.length;

describe('what a file costs is taken from the budget that operations have', () => {
  test('a graph: each city and link', async () => {
    const { get, left, since } = newCaller();
    const { json } = await get('/exports/graph.json');
    expectSpent(await left(), FILE_COSTS.export + lengthOf(json.nodes) + lengthOf(json.edges), since);
  });

  test.each(['nodes', 'edges'] as const)('of Parquet: what is in the table of %s', async (table) => {
    const { json } = await newCaller().get('/exports/graph.json');
    const { get, left, since } = newCaller();
    await get(`/exports/graph.parquet?table=${table}`);
    expectSpent(await left(), FILE_COSTS.export + lengthOf(json[table]), since);
  });

  test('a table: each record that the filter lets in', async () => {
    const { get, left, since } = newCaller();
    const { text } = await get('/exports/cities.ndjson?region=%7B%22eq%22%3A%22EUROPE%22%7D');
    const rows = text.trimEnd().split('\n').length;
    expect(rows).toBeGreaterThan(1);
    expectSpent(await left(), FILE_COSTS.export + rows * FILE_COSTS.record, since);
  });

  test.each([
    ['/feeds/solutions.atom', FILE_COSTS.feed],
    ['/fact-sheets/cool-cities.en.html', FILE_COSTS.sheet],
    ['/fact-sheets/cool-cities.en.pdf', FILE_COSTS.sheet],
  ])('%s: %d', async (path, cost) => {
    const { get, left, since } = newCaller();
    expect((await get(path)).status).toBe(200);
    expectSpent(await left(), cost, since);
  });

  test('what is not sent, as it is known or its headers are wanted alone, costs no rows', async () => {
    const { raw, left, since } = newCaller();
    const { headers } = await raw('/exports/graph.json', { method: 'HEAD' });
    const { status } = await raw('/exports/graph.json', { headers: { 'if-none-match': headers.get('etag')! } });
    expect(status).toBe(304);
    expectSpent(await left(), 2 * FILE_COSTS.export, since);
  });

  test('an account pays, from wherever it asks', async () => {
    const bearer = { subject: 'ana', roles: ['practitioner'], city: 'london', networks: [], expiresIn: 60 };
    const authorization = { authorization: `Bearer ${await signLocalToken(dataDir, bearer)}` };
    const { get, left, since } = newCaller();
    await get('/feeds/solutions.atom', authorization);
    expectSpent(await newCaller().left(authorization), FILE_COSTS.feed, since);
    expect(await left()).toBe(BUDGET);
  });
});

/** Status 429, when to come back, and problem details with the error as GraphQL has it. */
function expectRefused({ status, headers, json }: HttpAnswer, code: string, extensions: object = {}): void {
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(json).toMatchObject({
    status,
    title: expect.any(String),
    detail: expect.stringContaining('xpected'),
    errors: [
      { message: json.detail, extensions: { code, retryAfter: Number(headers.get('retry-after')), ...extensions } },
    ],
  });
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(json.errors[0].extensions).not.toHaveProperty('http');
}

describe('who has spent the budget of a minute', () => {
  // Twice as much as there is for a minute, which a caller may who has spent nothing yet.
  const DEAR =
    '{ networks(first: 100) { nodes { a: members { nodes { id } } members(first: 100) { nodes { id country { id } } } } } }';
  const PATHS = [
    '/exports/graph.gexf',
    '/exports/cities.csv',
    '/feeds/solutions.atom',
    '/fact-sheets/cool-cities.es.html',
  ];

  test.each(PATHS)('gets no file, and is told when to come back: %s', async (path) => {
    const { get, spend } = newCaller();
    expect((await spend(DEAR)).status).toBe(200);
    const refused = await get(path);
    expect(refused.status).toBe(429);
    expectRefused(refused, 'COST_BUDGET_EXCEEDED', { limit: BUDGET });
    expect(refused.headers.get('etag')).toBe(null);
    expect((await newCaller().get(path)).status).toBe(200);
  });

  test('gets no operation either, when files have spent it', async () => {
    const { get, spend } = newCaller();
    for (let i = 0; i < 2; i++) expect((await get('/fact-sheets/cool-cities.en.html')).status).toBe(200);
    const { status, json } = await spend(
      '{ networks(first: 100) { nodes { members(first: 10) { nodes { slug } } } } }',
    );
    expect({ status, code: json.errors[0].extensions.code }).toEqual({ status: 429, code: 'COST_BUDGET_EXCEEDED' });
  });

  test('is told before anything of the file is sent; no file costs more than half of the budget, so that it can be had', async () => {
    await http.world.sql(`INSERT INTO city (slug, name, country_id)
      SELECT 'many-' || i, 'Many', (SELECT min(id) FROM country) FROM generate_series(1, 600) i`);
    const { get, spend, left } = newCaller();
    await spend('{ a: networks(first: 100) { nodes { members(first: 90) { nodes { slug } } } } }');
    expect(await left()).toBeGreaterThan(FILE_COSTS.export);
    const refused = await get('/exports/cities.csv');
    expectRefused(refused, 'COST_BUDGET_EXCEEDED', { cost: BUDGET / 2 });
    expect(refused.headers.get('content-disposition')).toBe(null);
    expect((await newCaller().get('/exports/cities.csv')).status).toBe(200);
  });

  test('a browser gets a page', async () => {
    const { get, spend } = newCaller();
    await spend(DEAR);
    const { status, headers, text } = await get('/fact-sheets/cool-cities.en.html', { accept: 'text/html' });
    expect([status, headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8']);
    expect(text).toContain('COST_BUDGET_EXCEEDED');
  });
});

test('so many files at once for one caller, and in all; one that has come, or whose client has left, makes room', async () => {
  const { database } = http.world;
  let proceed!: () => void;
  const gate = new Promise<void>((resolve) => (proceed = resolve));
  const leave = intercept(database, async (statement, run) => {
    if (statement.text.includes('FROM adoption t')) await gate;
    return run();
  });
  const begun = () => once(http.http.server, 'request');
  try {
    const [one, other] = [newCaller(), newCaller()];
    const leaving = new AbortController();
    const arrived = begun();
    const first = fetch(`${http.url}/exports/adoptions.csv`, {
      signal: leaving.signal,
      headers: { 'x-forwarded-for': '10.1.1.1' },
    });
    const [, response] = (await arrived) as [unknown, NodeJS.EventEmitter];
    const second = one.get('/exports/adoptions.ndjson');
    await begun();
    // Both are let in before their statements are run.
    const mine = await one.get('/feeds/solutions.atom');
    expect(mine.status).toBe(429);
    expectRefused(mine, 'TOO_MANY_CONNECTIONS', { limit: 1 });
    const others = await other.get('/feeds/solutions.atom');
    expect(others.status).toBe(503);
    expect(others.json.errors[0].extensions.code).toBe('OVERLOADED');
    expect(others.headers.get('retry-after')).toBe('2');
    const closed = once(response, 'close');
    leaving.abort();
    await expect(first).rejects.toThrow(/abort/);
    await closed;
    expect((await other.get('/feeds/solutions.atom')).status).toBe(200);
    proceed();
    expect((await second).status).toBe(200);
    expect((await one.get('/feeds/solutions.atom')).status).toBe(200);
  } finally {
    proceed();
    leave();
  }
});

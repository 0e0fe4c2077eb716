import { execFile } from 'node:child_process';
import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import express from 'express';
import { parse, validate } from 'graphql';
import { mergedSchema } from '../schema/merged';
import { graphiql } from './graphiql';

const ROOT = path.join(__dirname, '../..');
const EXAMPLES = path.join(ROOT, 'web/graphiql/examples');
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

const closers: (() => unknown)[] = [];
const temporaryFolder = (): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'graphiql-'));
  closers.push(() => fs.rmSync(folder, { recursive: true }));
  return folder;
};

/** Serves GraphiQL before a stand-in for the GraphQL endpoint. Gives the address of /graphql. */
async function serve(assetsDir: string): Promise<string> {
  const app = express().use('/graphql', graphiql(assetsDir), (_request, response) => void response.json({ data: {} }));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  closers.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

const get = (url: string, accept = BROWSER, init?: RequestInit) => fetch(url, { headers: { accept }, ...init });

const built = temporaryFolder();
let url: string;

beforeAll(async () => {
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  const options = ['build', 'web/graphiql', '--outDir', built, '--logLevel', 'warn'];
  const env = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' };
  await promisify(execFile)(process.execPath, [vite, ...options], { cwd: ROOT, env });
  url = await serve(built);
}, 120_000);

afterAll(async () => {
  for (const close of closers) await close();
});

describe('who gets the page', () => {
  test('a browser does, under a policy that names no other host', async () => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('vary')).toBe('Accept');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'self';/);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src|blob:/);
    expect(await response.text()).toContain('<title>Interurban – GraphiQL</title>');
  });

  test.each(['*/*', 'application/json', 'application/graphql-response+json', 'application/json, text/html;q=0.9'])(
    'a client that accepts %s gets GraphQL’s answer',
    async (accept) => {
      const response = await get(`${url}?query={__typename}`, accept);
      expect(await response.json()).toEqual({ data: {} });
      expect(response.headers.get('vary')).toBe('Accept');
    },
  );

  test('a POST gets GraphQL’s answer, whatever it accepts', async () => {
    const response = await get(url, BROWSER, { method: 'POST' });
    expect(await response.json()).toEqual({ data: {} });
  });

  test('a slash at the end leads to the address without it', async () => {
    const response = await get(`${url}/?query=%7Ba%7D`, BROWSER, { redirect: 'manual' });
    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toBe('../graphql?query=%7Ba%7D');
  });

  test('before the build, a browser is told the command', async () => {
    const unbuilt = await serve(temporaryFolder());
    const response = await get(unbuilt);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build:web');
    expect((await get(unbuilt, '*/*')).status).toBe(200);
  });
});

describe('what the page loads', () => {
  const FEED = 'feeds/solutions.atom';

  test('is not the feed, which it links to', async () => {
    expect(await (await get(url)).text()).toMatch(
      new RegExp(`<link rel="alternate" type="application/atom\\+xml" title="[^"]+" href="${FEED}" />`),
    );
  });

  const addresses = async (): Promise<string[]> =>
    [...(await (await get(url)).text()).matchAll(/(?:src|href)="([^"]*)"/g)]
      .map(([, address]) => address!)
      .filter((address) => address !== FEED);

  test('comes from below its own address, to keep for good, compressed for those who take it', async () => {
    const found = await addresses();
    expect(found.length).toBeGreaterThanOrEqual(3);
    for (const address of found) {
      expect(address).toMatch(/^graphql\/assets\/[\w.-]+$/);
      const compressed = await fetch(new URL(address, url));
      expect(compressed.status).toBe(200);
      expect(compressed.headers.get('content-encoding')).toBe('gzip');
      expect(compressed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const plain = await fetch(new URL(address, url), { headers: { 'accept-encoding': 'identity' } });
      expect(plain.headers.get('content-encoding')).toBeNull();
      expect(plain.headers.get('content-type')).toBe(compressed.headers.get('content-type'));
      expect(await plain.text()).toBe(await compressed.text());
    }
  });

  test('is styled without another host', () => {
    const folder = path.join(built, 'assets');
    const sheets = fs.readdirSync(folder).filter((file) => file.endsWith('.css'));
    expect(sheets).not.toHaveLength(0);
    for (const sheet of sheets) {
      expect(fs.readFileSync(path.join(folder, sheet), 'utf8')).not.toMatch(/url\(["']?(?:https?:)?\/\/|@import/);
    }
  });

  test.each(['none.js', '', '%2e%2e%2findex.html'])('has no file "%s"', async (file) => {
    expect((await get(`${url}/assets/${file}`)).status).toBe(404);
  });
});

describe('the examples', () => {
  const files = fs.readdirSync(EXAMPLES);

  test('are six', () => expect(files).toHaveLength(6));

  test.each(files)('%s says what it answers, and the schema can answer it', (file) => {
    const document = fs.readFileSync(path.join(EXAMPLES, file), 'utf8');
    expect(document).toMatch(/^# \w.*\n/);
    expect(validate(mergedSchema(), parse(document))).toEqual([]);
  });
});

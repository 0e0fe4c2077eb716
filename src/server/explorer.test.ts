import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import express from 'express';
import { explorer } from './explorer';

const closers: (() => unknown)[] = [];
const temporaryFolder = (): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'explorer-'));
  closers.push(() => fs.rmSync(folder, { recursive: true }));
  return folder;
};

async function serve(folder: string): Promise<string> {
  const app = express().use(explorer(folder), (_request, response) => void response.status(404).json({ errors: [] }));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  closers.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

let url: string;

beforeAll(async () => {
  const folder = temporaryFolder();
  fs.mkdirSync(path.join(folder, 'assets'));
  fs.mkdirSync(path.join(folder, 'pages'));
  for (const name of ['home.en', 'home.es', 'city.zh', 'not-found.en'])
    fs.writeFileSync(path.join(folder, `pages/${name}.html`), `<!doctype html><title>${name}</title>`);
  fs.writeFileSync(path.join(folder, 'assets/main-1a2b.js'), 'void 0;');
  fs.writeFileSync(path.join(folder, 'assets/main-1a2b.js.gz'), gzipSync('void 0;'));
  fs.writeFileSync(path.join(folder, 'assets/main-1a2b.js.br'), brotliCompressSync('void 0;'));
  url = await serve(folder);
});

afterAll(async () => {
  for (const close of closers) await close();
});

const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(`${url}${address}`, { headers, redirect: 'manual' });

test.each([
  ['es-MX,es;q=0.9,en;q=0.5', '/es'],
  ['fr, zh-CN;q=0.8', '/zh'],
  ['de', '/en'],
  ['', '/en'],
])('who reads "%s" is led to %s', async (language, expected) => {
  const response = await get('/', language ? { 'accept-language': language } : {});
  expect([response.status, response.headers.get('location')]).toEqual([302, expected]);
  expect(response.headers.get('vary')).toContain('Accept-Language');
});

test.each([
  ['/en', 'home.en'],
  ['/es/', 'home.es'],
  ['/zh/city/quito?tab=peers', 'city.zh'],
  ['/en/nowhere', 'not-found.en'],
  ['/en/%2e%2e%2fassets', 'not-found.en'],
])('%s is the page %s', async (address, name) => {
  const response = await get(address);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-cache');
  expect(await response.text()).toBe(`<!doctype html><title>${name}</title>`);
});

test.each(['/fr', '/networks', '/english', '/en.html', '/index.html', '/manifest.json', '/.explorer-sources'])(
  'there is nothing of the explorer at %s',
  async (address) => {
    const response = await get(address);
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8']);
  },
);

test('the page may load from its own host alone, and run nothing that is written into it', async () => {
  const { headers } = await get('/en');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
  expect(policy).not.toMatch(/unsafe|https?:|\*|data:|blob:|nonce/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
});

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['gzip, br;q=0', 'gzip'],
  ['identity', null],
])('a file is kept for good; who takes %s gets it so', async (accepted, encoding) => {
  const response = await get('/assets/main-1a2b.js', { 'accept-encoding': accepted });
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(response.headers.get('content-encoding')).toBe(encoding);
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(await response.text()).toBe('void 0;');
});

test.each(['/assets/none.js', '/assets/', '/assets/%2e%2e%2findex.html'])('there is no file %s', async (address) => {
  expect((await get(address)).status).toBe(404);
});

test('before the build, a browser is told the command', async () => {
  const response = await fetch(`${await serve(temporaryFolder())}/en`);
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('npm run build:web');
});

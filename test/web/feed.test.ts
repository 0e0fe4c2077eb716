import fs from 'node:fs';
import type { Page } from 'playwright-core';
import { createDataFolder } from '../support/folders';
import { ServerProcess } from '../support/server-process';
import { accessibilityFaults, screenshot, settled, useExplorer } from './support/explorer';

const folder = createDataFolder();
const explorer = useExplorer(() => ({ INTERURBAN_DATA_DIR: folder }));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const SHARE = `mutation Share($input: ShareSolutionInput!) {
  shareSolution(input: $input) { solution { id slug } userErrors { message } }
}`;

const connected = (page: Page) => page.getByText('Live', { exact: true }).and(page.locator('span')).waitFor();
const titles = (page: Page, list: string) => page.getByRole('list', { name: list }).locator('h3').allTextContents();
const widthBeyond = (page: Page) => page.evaluate('document.documentElement.scrollWidth - innerWidth');

test('one click signs in and shares: it arrives here and in another window; who was away is told what they missed', async () => {
  const page = await explorer.open('/feed');
  const other = await explorer.open('/feed?sector=ADAPTATION');
  await Promise.all([connected(page), connected(other)]);
  await page.getByLabel('As a demo practitioner of').selectOption('lima');
  await page.getByRole('button', { name: 'Sign in and share a sample' }).click();
  for (const window of [page, other]) {
    await window.getByRole('list', { name: 'Just shared' }).getByText('Shade along the bus route').waitFor();
    await window.getByRole('list', { name: 'Just shared' }).getByText('Lima', { exact: true }).waitFor();
  }
  await page.getByText('Signed in: Practitioner').waitFor();
  await other.getByRole('status').getByText('New: Shade along the bus route').waitFor();

  await other.getByRole('button', { name: 'Disconnect me' }).click();
  await other.getByText('Disconnected by you').waitFor();
  for (const _ of [1, 2]) {
    await page.getByRole('button', { name: 'Share another sample' }).click();
    await page.getByText('Shared: ').waitFor();
    await page.getByRole('button', { name: 'Share another sample', disabled: false }).waitFor();
  }
  expect(await titles(other, 'Just shared')).toHaveLength(1);
  await other.getByRole('button', { name: 'Connect again' }).click();
  await other.locator('strong', { hasText: '2 solutions while you were away' }).waitFor();
  expect(await titles(other, 'Just shared')).toHaveLength(3);
  await other.getByRole('status').getByText('2 solutions while you were away').waitFor();
  expect(await accessibilityFaults(other)).toEqual([]);
  await screenshot(other, 'feed-caught-up-en-desktop-light');
  await screenshot(page, 'feed-signed-in-en-desktop-light');
});

test('a server that restarts in the middle of a live feed: nothing is missed, nothing comes twice', async () => {
  const server = new ServerProcess(explorer.http.world.testDatabase.connection, folder);
  await server.start();
  try {
    const token = await server.practitioner('quito');
    const share = (title: string) => {
      const input = { cityId: quito, title, summary: 'Of the test.', sector: 'WATER', locale: 'en' };
      return server.ask(SHARE, { input }, token);
    };
    const { city } = (await server.ask('{ city(slug: "quito") { id } }', {}, token)) as { city: { id: string } };
    const quito = city.id;
    const context = await explorer.newContext();
    const page = await context.newPage();
    await page.goto(`${server.url}/en/feed?sector=WATER`);
    await settled(page);
    await connected(page);
    await share('Before the restart');
    await page.getByRole('list', { name: 'Just shared' }).getByText('Before the restart').waitFor();
    await server.kill();
    await page.getByText('Connection lost. Reconnecting …').waitFor();
    await server.start();
    await Promise.all([1, 2, 3].map((n) => share(`After the restart ${n}`)));
    await connected(page);
    await share('At the end');
    await page.getByRole('list', { name: 'Just shared' }).getByText('At the end').waitFor();
    const shown = await titles(page, 'Just shared');
    expect([shown[0], shown[4], shown.length]).toEqual(['At the end', 'Before the restart', 5]);
    expect(shown.slice(1, 4).sort()).toEqual([1, 2, 3].map((n) => `After the restart ${n}`));
  } finally {
    await server.stop();
  }
});

test('the filter is in the address, and the same for the Atom feed and the subscription', async () => {
  const page = await explorer.open('/feed');
  await page.getByLabel('Sector').selectOption('TRANSPORT');
  await page.getByLabel('Region').selectOption('LATIN_AMERICA');
  await page.getByLabel('Words').fill('bus');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/en/feed?sector=TRANSPORT&region=LATIN_AMERICA&text=bus');
  await settled(page);
  const shown = await titles(page, 'Shared before');
  const atom = (await page.getByRole('main').getByRole('link', { name: 'Atom feed' }).getAttribute('href')) ?? '';
  const { status, text } = await explorer.http.fetch(atom);
  expect(status).toBe(200);
  const told = [...text.matchAll(/<entry[\s\S]*?<title>(.*?)<\/title>/g)].map(([, title]) => title);
  expect(shown.length).toBeGreaterThan(0);
  expect(shown).toEqual(told.slice(0, shown.length));

  await page.getByRole('button', { name: 'Copy as curl (events)' }).click();
  await page.getByText('Copied', { exact: true }).waitFor();
  const curl = await page.evaluate<string>('navigator.clipboard.readText()');
  expect(curl).toContain(`-H 'accept: text/event-stream'`);
  const [, body = ''] = /-d '([\s\S]*)'$/.exec(curl) ?? [];
  expect(JSON.parse(body)).toMatchObject({
    variables: { filter: { sector: { eq: 'TRANSPORT' }, city: { region: { eq: 'LATIN_AMERICA' } }, text: 'bus' } },
  });

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.waitForURL('**/en/feed');
  await page.getByRole('button', { name: 'Load more' }).click();
  await page.getByText(/^20 of \d+ shown$/).waitFor();
});

test('nothing that fits, and a server that cannot be reached, are said', async () => {
  const context = await explorer.newContext();
  const page = await explorer.open('/feed?sector=FINANCE&text=zeppelin', { context });
  await page.getByText('Nothing has been shared that fits').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await context.route('**/graphql', (route) => route.abort());
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByText('The server cannot be reached').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(explorer.forgive().join()).toContain('ERR_FAILED');
});

test.each([
  ['en', 'desktop', 'dark', 'Live from the cities'],
  ['es', 'phone', 'light', 'En directo desde las ciudades'],
  ['zh', 'phone', 'dark', '城市实时动态'],
] as const)('in %s, on a %s, %s', async (locale, size, theme, title) => {
  const page = await explorer.open('/feed', { locale, size, theme });
  expect(await page.locator('h1').textContent()).toBe(title);
  expect(await widthBeyond(page)).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, `feed-${locale}-${size}-${theme}`);
});

import type { Response } from 'playwright-core';
import { SIZES, useExplorer } from './support/explorer';

const explorer = useExplorer();
const FOCUSED = 'document.activeElement?.id || document.activeElement?.name || document.activeElement?.textContent';

/** In bytes, compressed. */
const FIRST_LOAD = 150 * 1024;

test('the first load takes at most 150 KB of JavaScript, all of it compressed', async () => {
  const context = await explorer.newContext();
  const scripts = new Map<string, Response>();
  context.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response);
  });
  await explorer.open('/', { context });
  const headers = await Promise.all([...scripts.values()].map((response) => response.allHeaders()));
  expect(new Set(headers.map((each) => each['content-encoding']))).toEqual(new Set(['br']));
  const total = headers.reduce((sum, each) => sum + Number(each['content-length']), 0);
  expect(total).toBeGreaterThan(50 * 1024);
  expect(total).toBeLessThan(FIRST_LOAD);
});

test('the keyboard goes past the navigation, and / leads to the search from everywhere', async () => {
  const page = await explorer.open('/networks');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(FOCUSED)).toBe('main');
  await page.keyboard.press('/');
  expect(await page.evaluate(FOCUSED)).toBe('q');
  await page.keyboard.type('bogota/');
  expect(await page.inputValue('input[name=q]')).toBe('bogota/');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/en/search?q=bogota%2F');
});

test('another view begins at its top, with the keyboard there', async () => {
  const page = await explorer.open('/networks');
  await page.getByRole('link', { name: 'Data', exact: true }).click();
  await page.waitForURL('**/en/data');
  await page.locator('h1', { hasText: 'Data' }).waitFor();
  expect(await page.evaluate(FOCUSED)).toBe('main');
  expect(await page.title()).toBe('Data – Interurban');
});

test('another language is the same view, in that language', async () => {
  const page = await explorer.open('/search?q=quito');
  await page.getByRole('link', { name: 'Español' }).click();
  await page.waitForURL('**/es/search?q=quito');
  await page.locator('h1', { hasText: 'Resultados de «quito»' }).waitFor();
});

test('a theme that was chosen is remembered, also against the system’s', async () => {
  const context = await explorer.newContext('light');
  const page = await explorer.open('/data', { context });
  const background = 'getComputedStyle(document.documentElement).backgroundColor';
  const light = await page.evaluate(background);
  await page.getByLabel('Theme').selectOption('dark');
  const dark = await page.evaluate(background);
  expect(dark).not.toBe(light);
  expect(await (await explorer.open('/data', { context })).evaluate(background)).toBe(dark);
});

test('on a phone the navigation is a menu, which closes when a view was chosen', async () => {
  const page = await explorer.open('/data', { size: 'phone' });
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Networks' });
  expect(await link.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Menu' }).click();
  expect((await link.boundingBox())?.width).toBeLessThanOrEqual(SIZES.phone.width);
  await link.click();
  await page.waitForURL('**/en/networks');
  await link.waitFor({ state: 'hidden' });
});

test('a query is one click away: in GraphiQL, and to copy', async () => {
  const page = await explorer.open('/city/bogota');
  await page.getByText('Its query').first().click();
  await page.getByRole('button', { name: 'Copy as curl' }).click();
  await page.getByText('Copied').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^curl 'http.*\/graphql' \\\n[\s\S]*City/);
  await page.getByRole('link', { name: 'Open the query in GraphiQL' }).click();
  await page.waitForURL('**/graphql?query=*');
  await page.locator('.graphiql-query-editor', { hasText: 'query City' }).waitFor();
});

test('an address of nothing says so', async () => {
  const page = await explorer.open('/nowhere', { locale: 'es' });
  expect(await page.locator('h1').textContent()).toBe('Aquí no hay nada');
});

test('when the server cannot be reached, a page says so and tries again', async () => {
  const context = await explorer.newContext();
  const page = await explorer.open('/data', { context });
  await context.route('**/graphql', (route) => route.abort());
  await page.getByRole('link', { name: 'Networks', exact: true }).click();
  await page.getByText('The server cannot be reached').waitFor();
  await context.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('article').first().waitFor();
  expect(explorer.forgive().join()).toContain('ERR_FAILED');
});

test('the keyboard sees where it is, everywhere on a page', async () => {
  const page = await explorer.open('/city/bogota');
  const seen = new Set<string>();
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press('Tab');
    const [where, isShown] = await page.evaluate<[string, boolean]>(`(() => {
      const shows = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      const element = document.activeElement;
      return [
        element === document.body ? '' : element.outerHTML.slice(0, 200) + element.getBoundingClientRect().y,
        shows(getComputedStyle(element)) || shows(getComputedStyle(element, '::after')),
      ];
    })()`);
    if (where === '' || seen.has(where)) break;
    seen.add(where);
    expect([where, isShown]).toEqual([where, true]);
  }
  expect(seen.size).toBeGreaterThan(20);
});

test('who wants less motion gets none, also while a page is loading', async () => {
  const context = await explorer.newContext(); // It wants less.
  await context.route('**/graphql', () => undefined); // No answer comes.
  const page = await context.newPage();
  await page.goto(`${explorer.http.url}/en/networks`);
  await page.locator('[data-loading]').first().waitFor();
  expect(await page.evaluate('document.getAnimations().length')).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await page.evaluate('document.getAnimations().length')).toBeGreaterThan(0);
});

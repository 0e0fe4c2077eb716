import { accessibilityFaults, screenshot, useExplorer } from './support/explorer';

const explorer = useExplorer();

test('an example is run, its answer shown, and it can be copied', async () => {
  const page = await explorer.open('/data?example=analyst');
  await page.getByRole('button', { name: 'Run it here' }).click();
  const answer = page.locator('[data-answer]');
  await answer.waitFor();
  const { data } = JSON.parse((await answer.locator('pre').textContent())!) as { data: { graph: { digest: string } } };
  expect(data.graph.digest).toMatch(/^[0-9a-f]{64}$/);
  await page.getByRole('button', { name: 'Copy: Query' }).click();
  expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^query Brokers/);
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'data-en-desktop-light');
});

test('every address of a download or feed is there', async () => {
  const page = await explorer.open('/data?how=atom', { locale: 'es' });
  const links = await page.locator('main a').all();
  const hrefs = await Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
  const files = hrefs.filter((href) => href.startsWith('/exports/') || href.startsWith('/feeds/'));
  expect(files).toHaveLength(12 + 5 + 1);
  for (const href of files) expect([href, (await explorer.http.fetch(href)).status]).toEqual([href, 200]);
});

test.each([
  ['es', 'phone', 'dark'],
  ['zh', 'phone', 'light'],
  ['zh', 'desktop', 'dark'],
] as const)('in %s, on a %s, %s: fits, accessibly', async (locale, size, theme) => {
  const page = await explorer.open('/data?how=webhooks&example=subscriber', { locale, size, theme });
  expect(await page.locator('html').getAttribute('lang')).toBe(locale);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  expect(await page.getByRole('tab', { name: 'Webhooks' }).getAttribute('aria-selected')).toBe('true');
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, `data-${locale}-${size}-${theme}`);
});

test('a server that is away is told of', async () => {
  const page = await explorer.open('/data');
  await page.route('**/graphql', (route) => route.abort());
  await page.getByRole('button', { name: 'Run it here' }).click();
  await page.getByRole('alert').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(explorer.forgive().join()).toContain('Failed to load resource');
});

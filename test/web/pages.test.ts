import { accessibilityFaults, screenshot, useExplorer } from './support/explorer';

const explorer = useExplorer();

/** Views that have no test file of their own: they open, show something, and are accessible; fact sheets too. */
test.each([
  ['search', '/search?q=water', 'en', 'desktop', 'light'],
  ['search-zh', '/search?q=bogota', 'zh', 'phone', 'dark'],
  ['search-empty', '/search?q=zzzzzz', 'es', 'phone', 'light'],
  ['search-none', '/search', 'zh', 'narrow', 'dark'],
  ['search-too-long', `/search?q=${'water'.repeat(50)}`, 'en', 'narrow', 'dark'],
  ['city-nowhere', '/city/nowhere', 'es', 'narrow', 'dark'],
  ['city-bare', '/city/oslo', 'zh', 'narrow', 'light'],
  ['not-found', '/nowhere', 'en', 'phone', 'light'],
] as const)('%s: %s in %s, on a %s, %s', async (name, view, locale, size, theme) => {
  const page = await explorer.open(view, { locale, size, theme });
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, `${name}-${locale}-${size}-${theme}`);
});

test.each(['en', 'es', 'zh'])('the fact sheet of a network as a page, in %s', async (locale) => {
  const page = await explorer.open('/', { locale: locale as 'en' });
  await page.goto(`${explorer.http.url}/fact-sheets/zero-emission-vehicles.${locale}.html`);
  expect(await page.locator('html').getAttribute('lang')).toMatch(new RegExp(`^${locale}`));
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, `fact-sheet-${locale}`);
});

test('results are in groups, with what was looked for marked, in a name that has it', async () => {
  const page = await explorer.open('/search?q=ciudad', { locale: 'zh' });
  const headings = await page.locator('main h2').allTextContents();
  expect(headings).toEqual(expect.arrayContaining(['网络', '城市']));
  const mexico = page.locator('article', { hasText: '墨西哥城' });
  expect(await mexico.locator('[lang=es] mark').textContent()).toBe('Ciudad');
  await page.goto(`${explorer.http.url}/en/search?q=bogota`);
  expect(await page.locator('h3 mark').first().textContent()).toBe('Bogotá');
  await page.keyboard.press('/');
  await page.keyboard.press('Tab');
  await page.locator('main h3 a').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/en/city/bogota');
});

test.each([
  '/',
  '/networks',
  '/city/quito',
  '/network/cool-cities',
  '/solution/brt-curitiba',
  '/feed',
  '/graph',
  '/search?q=a',
])('when the server cannot be reached, %s says so accessibly, in the dark', async (view) => {
  const context = await explorer.newContext('dark', 'narrow');
  await context.route('**/graphql', (route) => route.abort());
  const page = await context.newPage();
  await page.goto(`${explorer.http.url}/es${view}`);
  await page.getByText('No se puede contactar con el servidor').first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
});

import { accessibilityFaults, screenshot, useExplorer } from './support/explorer';

const explorer = useExplorer();

/** Views that have no test file of their own: they open, show something, and are accessible; fact sheets too. */
test.each([
  ['search', '/search?q=water', 'en', 'desktop', 'light'],
  ['search-zh', '/search?q=bogota', 'zh', 'phone', 'dark'],
  ['search-empty', '/search?q=zzzzzz', 'es', 'phone', 'light'],
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

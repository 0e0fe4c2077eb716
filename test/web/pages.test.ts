import { accessibilityFaults, screenshot, useExplorer } from './support/explorer';

const explorer = useExplorer();

/** Every view on its own: what is not yet told of it elsewhere is that it opens, shows something, and is accessible. */
test.each([
  ['feed', '/feed', 'en', 'phone', 'light'],
  ['graph', '/graph', 'es', 'phone', 'light'],
  ['data', '/data', 'en', 'desktop', 'dark'],
  ['search', '/search?q=water', 'en', 'desktop', 'light'],
  ['share', '/share', 'zh', 'desktop', 'dark'],
  ['not-found', '/nowhere', 'en', 'phone', 'light'],
] as const)('%s: %s in %s, on a %s, %s', async (name, view, locale, size, theme) => {
  const page = await explorer.open(view, { locale, size, theme });
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, `${name}-${locale}-${size}-${theme}`);
});

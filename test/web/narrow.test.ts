import type { Page } from 'playwright-core';
import { accessibilityFaults, screenshot, useExplorer } from './support/explorer';

const explorer = useExplorer();

const VIEWS = {
  home: '/',
  city: '/city/johannesburg',
  network: '/network/walking-and-cycling',
  networks: '/networks',
  solution: '/solution/brt-curitiba',
  feed: '/feed',
  graph: '/graph',
  data: '/data',
  search: '/search?q=ciudad',
  share: '/share',
};

/** What sticks out at the right of the window, unless something around it can be scrolled. */
const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const scrolls = (element) => element && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element))
      .map((element) => element.outerHTML.slice(0, 120));
  })()`);

describe.each(['en', 'es', 'zh'] as const)('on 360 px, in %s', (locale) => {
  test.each(Object.entries(VIEWS))('%s fits, and its targets are large enough', async (name, view) => {
    const page = await explorer.open(view, { locale, size: 'narrow' });
    for (const summary of await page.locator('main summary').all()) await summary.click();
    expect(await sticksOut(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, `narrow-${name}-${locale}`);
  });
});

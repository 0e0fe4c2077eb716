import { accessibilityFaults, screenshot, useExplorer } from './support/explorer';

const explorer = useExplorer();

const TITLES = {
  en: 'What cities do, and who learned it from whom',
  es: 'Lo que hacen las ciudades, y quién lo aprendió de quién',
  zh: '城市在做什么，又向谁学习',
};

describe.each(['en', 'es', 'zh'] as const)('home in %s', (locale) => {
  test.each([
    ['desktop', 'light'],
    ['desktop', 'dark'],
    ['phone', 'light'],
    ['phone', 'dark'],
  ] as const)('on a %s, %s: says what there is, accessibly', async (size, theme) => {
    const page = await explorer.open('/', { locale, size, theme });
    expect(await page.locator('h1').textContent()).toBe(TITLES[locale]);
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    expect(await page.locator('dl').first().textContent()).toMatch(/203.*75/);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, `home-${locale}-${size}-${theme}`);
  });
});

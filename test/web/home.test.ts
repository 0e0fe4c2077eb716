import { accessibilityFaults, screenshot, useExplorer } from './support/explorer';

const explorer = useExplorer();

const TITLES = {
  en: 'What cities do, and who learned it from whom',
  es: 'Lo que hacen las ciudades, y quién lo aprendió de quién',
  zh: '城市在做什么，又向谁学习',
};

test.each([
  ['en', 'desktop', 'light'],
  ['en', 'phone', 'dark'],
  ['es', 'desktop', 'dark'],
  ['es', 'phone', 'light'],
  ['zh', 'desktop', 'light'],
  ['zh', 'phone', 'dark'],
] as const)('home in %s on a %s, %s: says what there is, accessibly', async (locale, size, theme) => {
  const page = await explorer.open('/', { locale, size, theme });
  expect(await page.locator('h1').textContent()).toBe(TITLES[locale]);
  expect(await page.locator('html').getAttribute('lang')).toBe(locale);
  expect(await page.locator('dl').first().textContent()).toMatch(/203.*75/);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, `home-${locale}-${size}-${theme}`);
});

test('the doors: a query is run and copied, the feed is opened, the graph answers with its citation', async () => {
  const page = await explorer.open('/');
  const door = (name: string) => page.getByRole('region', { name });
  await door('Dashboards').getByRole('button', { name: 'Run a query' }).click();
  await door('Dashboards').getByText('(97 members)').or(door('Dashboards').locator('li ul li')).first().waitFor();
  await door('Analysts').getByRole('button', { name: 'Who is in the middle?' }).click();
  await door('Analysts').getByRole('link', { name: 'Bogotá' }).waitFor();
  await door('Analysts').getByRole('button', { name: 'Copy the citation' }).click();
  await door('Analysts').getByText('Copied').waitFor();
  const { graph } = await explorer.http.world.ask('{ graph(filter: { layers: [ADOPTION] }) { digest } }');
  expect(await page.evaluate('navigator.clipboard.readText()')).toContain(graph.digest);
  expect(await accessibilityFaults(page)).toEqual([]);
  await door('Live').getByRole('link', { name: 'Watch solutions arrive' }).click();
  await page.waitForURL(/\/en\/feed$/);
});

test('what peers brought stands beside how many answer, and beside what C40 says', async () => {
  const page = await explorer.open('/');
  const part = page.getByRole('region', { name: 'What learning from peers brought' });
  const { impact } = await explorer.http.world.ask('{ impact { actionCount answeredActionCount } }');
  await part.getByText(`${impact.answeredActionCount} of ${impact.actionCount} actions answer`).waitFor();
  expect(await part.getByRole('link', { name: 'C40: networks' }).getAttribute('href')).toBe(
    'https://www.c40.org/networks/',
  );
});

import { accessibilityFaults, screenshot, useExplorer } from './support/explorer';

const explorer = useExplorer();

test('tells its networks, what it shared and took up, whom it works with, and from whom it could learn', async () => {
  const page = await explorer.open('/city/bogota');
  expect(await page.locator('h1').textContent()).toBe('Bogotá');
  const part = (name: string) => page.getByRole('region', { name });
  expect(await part('What it took up, and from whom').getByRole('link', { name: 'Curitiba' }).count()).toBeGreaterThan(
    0,
  );
  expect(await part('Its networks').getByRole('link', { name: 'Zero Emission Vehicles' }).count()).toBeGreaterThan(0);
  await part('Its peers')
    .getByText(/^It works with \d+ cities, most with /)
    .waitFor();
  expect(await part('Whom it could learn from').getByRole('heading', { level: 3 }).count()).toBe(6);
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'city-en-desktop-light');
});

test.each([
  ['es', 'phone', 'light'],
  ['zh', 'desktop', 'dark'],
] as const)('in %s on a %s, %s: reasons are in that language', async (locale, size, theme) => {
  const page = await explorer.open('/city/bogota', { locale, size, theme });
  expect(await page.getByText({ es: 'Ambas', zh: '都' }[locale]).count()).toBeGreaterThan(0);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, `city-${locale}-${size}-${theme}`);
});

test('a city without anything says so, and its own query is one click away', async () => {
  const [alone] = await explorer.http.world.sql<{ slug: string }>(
    `SELECT slug FROM city c WHERE network_count = 0 AND solution_count = 0
     AND NOT EXISTS (SELECT FROM adoption a WHERE a.city_id = c.id)
     AND NOT EXISTS (SELECT FROM collaboration_participant p WHERE p.city_id = c.id) LIMIT 1`,
  );
  const { slug } = alone ?? (await newCity());
  const page = await explorer.open(`/city/${slug}`);
  for (const text of ['Nothing shared yet', 'Member of no network', 'No collaboration is recorded yet'])
    await page.getByText(text).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});

async function newCity(): Promise<{ slug: string }> {
  const [row] = await explorer.http.world.sql<{ slug: string }>(
    "INSERT INTO city (slug, name, country_id) SELECT 'new-town', 'New Town', id FROM country LIMIT 1 RETURNING slug",
  );
  return row!;
}

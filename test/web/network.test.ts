import { accessibilityFaults, screenshot, useExplorer } from './support/explorer';

const explorer = useExplorer();

test('networks stand under their initiative areas, and lead to their pages', async () => {
  const page = await explorer.open('/networks');
  const area = page.getByRole('region', { name: 'Transportation & Urban Planning' });
  await area.getByRole('link', { name: 'Zero Emission Vehicles' }).click();
  await page.getByRole('heading', { level: 1, name: 'Zero Emission Vehicles' }).waitFor();
  expect(page.url()).toMatch(/\/en\/network\/zero-emission-vehicles$/);
});

test('a network tells its former names, its leads, its members on a map and over time, and networks with the same members', async () => {
  const page = await explorer.open('/network/zero-emission-vehicles');
  await page.getByText('formerly Electric Vehicle and Low Emission Vehicles').waitFor();
  await page.getByText(/^The beginning is known of \d+ of \d+ members/).waitFor();
  const overlaps = page.getByRole('region', { name: 'Networks with the same members' });
  expect(await overlaps.getByRole('row').count()).toBeGreaterThan(3);
  expect(await page.getByRole('link', { name: 'Fact sheet (PDF)' }).getAttribute('href')).toBe(
    '/fact-sheets/zero-emission-vehicles.en.pdf',
  );
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'network-en-desktop-light');
});

test.each([
  ['/networks', 'zh', 'phone', 'dark'],
  ['/networks', 'en', 'desktop', 'light'],
  ['/network/cool-cities', 'es', 'phone', 'light'],
  ['/network/cool-cities', 'zh', 'desktop', 'dark'],
] as const)('%s in %s on a %s, %s', async (view, locale, size, theme) => {
  const page = await explorer.open(view, { locale, size, theme });
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, `${view.split('/')[1]}-${locale}-${size}-${theme}`);
});

test('a network that nobody is a member of says so', async () => {
  await explorer.http.world.sql(
    "INSERT INTO network (slug, name, original_locale) VALUES ('nobody', 'Nobody', 'en') ON CONFLICT DO NOTHING",
  );
  const page = await explorer.open('/network/nobody');
  for (const text of ['No member is known', 'Nothing shared yet']) await page.getByText(text).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});

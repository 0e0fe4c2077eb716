import { accessibilityFaults, screenshot, useExplorer } from './support/explorer';

const explorer = useExplorer();
const VIEW = '/solution/brt-curitiba';

test('tells who learned it from whom, as a tree', async () => {
  const page = await explorer.open(VIEW);
  expect(await page.locator('h1').textContent()).toMatch(/bus rapid transit/i);
  const bogota = page.locator('li', { has: page.getByRole('link', { name: 'Bogotá', exact: true }) }).last();
  // Who learned it from Bogotá stands below Bogotá.
  expect(await bogota.locator('ul').getByRole('link', { name: 'Jakarta', exact: true }).count()).toBe(1);
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'solution-en-desktop-light');
});

test('shows how far it had come by a year, which stands in the address', async () => {
  const page = await explorer.open(VIEW);
  const slider = page.getByRole('slider');
  await slider.focus();
  await page.keyboard.press('Home');
  const first = await slider.inputValue();
  await page.waitForURL(({ searchParams }) => searchParams.get('until') === first);
  await page.getByText(`By ${first}, `).waitFor();
  await page.keyboard.press('End');
  await page.waitForURL(({ searchParams }) => !searchParams.has('until'));
  const restored = await explorer.open(`${VIEW}?until=2004`);
  await restored.getByText('By 2004, ').waitFor();
});

test.each([
  ['es', 'phone', 'dark'],
  ['zh', 'phone', 'light'],
] as const)('in %s on a %s, %s', async (locale, size, theme) => {
  const page = await explorer.open(VIEW, { locale, size, theme });
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, `solution-${locale}-${size}-${theme}`);
});

test('one that nobody took up says so; one that is not there is not found', async () => {
  const rows = await explorer.http.world.ask(
    '{ solutions(first: 100, orderBy: { field: ADOPTION_COUNT, direction: ASC }) { nodes { slug } } }',
  );
  const [alone] = rows.solutions.nodes;
  const page = await explorer.open(`/solution/${alone.slug}`);
  await page.getByText('No city has said yet that it took it up').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const missing = await explorer.open('/solution/atlantis');
  expect(await missing.locator('h1').textContent()).toMatch(/not found|nothing here/i);
});

import type { Locator, Page } from 'playwright-core';
import { accessibilityFaults, screenshot, settled, useExplorer } from './support/explorer';

const explorer = useExplorer();

const isDrawn = (page: Page) => page.locator('[data-picture=drawn]').waitFor();
const figure = (page: Page) => page.getByRole('figure').first();

/** A script for a browser: the place of a spot of some colour in a picture. */
const FIND_SPOT = `async (png, colour) => {
  const picture = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
  const { width, height } = picture;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const fits = (x, y) => colour.every((channel, i) => Math.abs(data[4 * (y * width + x) + i] - channel) < 3);
  for (let y = 4; y < height - 4; y++)
    for (let x = 4; x < width - 4; x++)
      if ([[0, 0], [3, 0], [-3, 0], [0, 3], [0, -3]].every(([dx, dy]) => fits(x + dx, y + dy))) return { x, y };
  throw new Error('Expected a spot of this colour, but there is none.');
}`;

/** Clicks on a spot of this colour: where exactly a city stands is the layout's affair. */
async function clickOn(page: Page, picture: Locator, colour: number[]): Promise<void> {
  const png = (await picture.screenshot()).toString('base64');
  const blank = await page.context().newPage(); // The explorer's policy lets no picture in but its own.
  const position = await blank.evaluate<{ x: number; y: number }>(
    `(${FIND_SPOT})(${JSON.stringify(png)}, ${JSON.stringify(colour)})`,
  );
  await blank.close();
  await picture.click({ position });
}

/** What a view's export holds, by the link on the page. */
async function exported(page: Page) {
  const href = await page.locator('[data-format=json]').getAttribute('href');
  const { json } = await explorer.http.fetch(href ?? '');
  return json as { nodes: { name: string }[]; edges: { source: string; target: string; layer: string }[] };
}

/** The number of different pairs of cities among links. */
const pairsOf = (edges: { source: string; target: string }[]) =>
  new Set(edges.map(({ source, target }) => [source, target].sort().join())).size;

describe('the picture', () => {
  test('opens on dated links, says how many are not, and is accessible', async () => {
    const page = await explorer.open('/graph');
    await isDrawn(page);
    await expect(figure(page).locator('figcaption').textContent()).resolves.toMatch(
      /^103 cities in \d+ communities; 555 pairs are linked.*701 links have no date and are not shown/,
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, 'graph-en-desktop-light');
    const { nodes, edges } = await exported(page);
    expect([nodes.length, pairsOf(edges)]).toEqual([103, 555]);
  });

  test('looks the same whenever it is opened', async () => {
    const pictureOf = async () => {
      const page = await explorer.open('/graph?links=ADOPTION&undated=1');
      await isDrawn(page);
      return page.locator('[data-picture]').screenshot();
    };
    const first = await pictureOf();
    expect((await pictureOf()).equals(first)).toBe(true);
  });

  test('shows a city when it is clicked, and keeps it in the address', async () => {
    const page = await explorer.open('/graph?links=ADOPTION&undated=1&size=PAGERANK', { locale: 'es', theme: 'dark' });
    await isDrawn(page);
    await clickOn(page, page.locator('[data-picture]'), [79, 195, 186]); // --series-1, of the largest community
    await page.waitForURL(/city=/);
    const slug = new URL(page.url()).searchParams.get('city');
    const card = page.locator(`[data-city="${slug}"]`);
    await card.waitFor();
    expect(await card.locator(`a[href="/es/city/${slug}"]`).count()).toBe(1);
    expect(await card.textContent()).toMatch(/adoptó/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, 'graph-city-es-desktop-dark');
    await card.getByRole('button', { name: 'Cerrar' }).click();
    await card.waitFor({ state: 'detached' });
  });
});

test('filters change what is shown, what is in the address, and what is exported', async () => {
  const page = await explorer.open('/graph?tab=links');
  await page.getByLabel('Also 701 links without a date').check();
  await page.getByText('701 of the links have no date').waitFor();
  await settled(page);
  expect(await page.getByRole('cell', { name: 'Twinning (sister cities)' }).count()).toBe(0); // dated ones first
  await page.getByRole('link', { name: 'Sister cities' }).click();
  await page.getByText(/154 cities in/).waitFor();
  await settled(page);
  expect(await page.getByRole('cell', { name: 'Twinning (sister cities)' }).count()).toBe(25);
  const sisters = await exported(page);
  expect([sisters.nodes.length, pairsOf(sisters.edges)]).toEqual([154, 575]);
  await page.goBack();
  await page.getByText('701 of the links have no date').waitFor();
  expect(new URL(page.url()).search).toBe('?undated=1&tab=links');
});

test('the years bound what is shown', async () => {
  const page = await explorer.open('/graph?links=ADOPTION&tab=links');
  const last = page.getByLabel('Last');
  for (let i = 0; i < 5; i++) await last.press('ArrowLeft');
  await page.waitForURL(/to=20\d\d/);
  await settled(page);
  const to = Number(new URL(page.url()).searchParams.get('to'));
  const { edges } = await exported(page);
  const years = edges.map((edge) => Number((edge as unknown as { firstOn: string }).firstOn.slice(0, 4)));
  expect(years.length).toBeGreaterThan(0);
  expect(Math.max(...years)).toBeLessThanOrEqual(to);
});

test('a path between two cities is told in words, and is that of the API', async () => {
  const page = await explorer.open('/graph', { locale: 'zh' });
  await isDrawn(page);
  await page.getByLabel('从', { exact: true }).fill('基多, 厄瓜多尔');
  await page.getByLabel('到', { exact: true }).fill('横滨, 日本');
  await page.locator('[data-path]').waitFor();
  expect(await page.locator('[data-path] ol > li').count()).toBe(3);
  expect(await page.locator('[data-path]').textContent()).toMatch(/从基多到横滨共 3 步/);
  expect(new URL(page.url()).search).toBe('?start=quito&end=yokohama');
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'graph-path-zh-desktop-light');
});

describe('on a phone', () => {
  test('the cities come first, in a table', async () => {
    const page = await explorer.open('/graph', { size: 'phone', locale: 'zh', theme: 'dark' });
    const rows = page.getByRole('table').locator('tbody tr');
    expect(await rows.first().textContent()).toMatch(/^伦敦38/);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, 'graph-zh-phone-dark');
  });
});

describe('where there is nothing to show', () => {
  test.each([
    ['/graph?links=', 'Choose at least one among the filters.'],
    ['/graph?links=TWINNING', '575 links fit but have no date'],
    ['/graph?links=ADOPTION&from=1950&to=1951', 'No link fits these filters'],
    ['/graph?start=quito&end=atlantis', 'atlantis has no link in this view'],
  ])('%s says what to do', async (view, text) => {
    const page = await explorer.open(view);
    await page.getByText(text).first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('a server that fails is told of, and asked again', async () => {
    const page = await explorer.open('/networks');
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('link', { name: 'Graph', exact: true }).click();
    const alert = page.getByRole('alert').first();
    await alert.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    explorer.forgive();
    await page.unroute('**/graphql');
    await alert.getByRole('button').click();
    await isDrawn(page);
  });
});

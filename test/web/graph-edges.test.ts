import fs from 'node:fs';
import type { Page, Route } from 'playwright-core';
import { accessibilityFaults, screenshot, settled, useExplorer } from './support/explorer';

const explorer = useExplorer();

interface Exported {
  nodes: unknown[];
  edges: { source: string; target: string }[];
}

/** Downloads the file that a link of the page leads to. */
async function download(page: Page, format: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-format=${format}]`).click()]);
  return fs.promises.readFile(await file.path(), 'utf8');
}

/** How many cities and pairs of cities the page says that it shows. */
async function said(page: Page): Promise<[cities: number, pairs: number]> {
  const text = (await page.getByRole('figure').first().locator('figcaption').textContent()) ?? '';
  const [, cities, pairs] = /^([\d,]+) cit.*; ([\d,]+) pairs? /.exec(text) ?? [];
  return [Number(cities?.replace(',', '')), Number(pairs?.replace(',', ''))];
}

const pairsOf = (edges: Exported['edges']) =>
  new Set(edges.map(({ source, target }) => [source, target].sort().join())).size;

test('the cities of one network, up to a year: the address restores it, and files hold exactly what is shown', async () => {
  const page = await explorer.open('/graph?to=2022&tab=cities');
  const [before] = await said(page);
  await page.getByText('701 links have no date and are not shown').waitFor();
  expect(await page.getByLabel('Also 701 links without a date').isChecked()).toBe(false);
  await page.getByRole('combobox', { name: 'Network' }).selectOption('connecting-delta-cities');
  await page.waitForURL(/network=connecting-delta-cities/);
  await settled(page);
  const shown = await said(page);
  expect(shown[0]).toBeGreaterThan(0);
  expect(shown[0]).toBeLessThan(before);
  const { nodes, edges } = JSON.parse(await download(page, 'json')) as Exported;
  expect([nodes.length, pairsOf(edges)]).toEqual(shown);
  for (const format of ['gexf', 'graphml']) {
    const xml = await download(page, format);
    expect([format, xml.match(/<node /g)?.length, xml.match(/<edge /g)?.length]).toEqual([
      format,
      nodes.length,
      edges.length,
    ]);
  }

  const again = await explorer.open(page.url().replace(`${explorer.http.url}/en`, ''));
  expect(await said(again)).toEqual(shown);
  expect(await again.getByRole('tab', { name: 'Cities' }).getAttribute('aria-selected')).toBe('true');
  expect(await again.getByRole('combobox', { name: 'Network' }).inputValue()).toBe('connecting-delta-cities');
});

test('the citation that is copied names what is shown, its version and digest, and where', async () => {
  const page = await explorer.open('/graph?links=ADOPTION&tab=cities');
  const [cities, pairs] = await said(page);
  await page.getByRole('button', { name: 'Copy: Cite it' }).click();
  await page.getByText('Copied').waitFor();
  const citation = await page.evaluate<string>('navigator.clipboard.readText()');
  const { json } = await explorer.http.post({
    query: '{ graph(filter: { layers: [ADOPTION] }) { version } }',
  });
  expect(citation).toContain(`graph of ${cities} cities and ${pairs} pairs`);
  expect(citation).toContain(`Version ${json.data.graph.version}`);
  expect(citation).toMatch(/SHA-256 [0-9a-f]{64}/);
  expect(citation).toContain(page.url());
});

describe('a version that the server does not hold any more', () => {
  /** Asks for such a version once, where the page asks for another one: what the server says to it is real. */
  const askForOld = (page: Page, operation: string) => {
    let isDone = false;
    return page.route('**/graphql', async (route: Route) => {
      const body = JSON.parse(route.request().postData() ?? '{}') as { query: string; variables: { version: string } };
      if (isDone || !body.query.includes(`query ${operation}`)) return route.continue();
      isDone = true;
      const postData = JSON.stringify({ ...body, variables: { ...body.variables, version: '0' } });
      const response = await route.fetch({ postData });
      expect(await response.text()).toContain('GRAPH_VERSION_GONE');
      return route.fulfill({ response });
    });
  };

  test('the page asks for the newest one, and says so', async () => {
    const page = await explorer.open('/networks');
    await askForOld(page, 'GraphView');
    await page.getByRole('link', { name: 'Graph', exact: true }).click();
    await page.getByText('this is its newest version').waitFor();
    await settled(page);
    expect(await said(page)).toEqual([103, 555]);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('also while a path is looked for', async () => {
    const page = await explorer.open('/graph?tab=cities');
    await askForOld(page, 'GraphPath');
    await page.getByLabel('From', { exact: true }).fill('Quito, Ecuador');
    await page.getByLabel('To', { exact: true }).fill('Yokohama, Japan');
    await page.getByText('this is its newest version').waitFor();
    await page.locator('[data-path]').waitFor();
  });
});

test('without WebGL the table stands in place of the picture, which says why', async () => {
  const context = await explorer.newContext();
  await context.addInitScript(`{
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
      return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...more);
    };
  }`);
  const page = await explorer.open('/graph', { context });
  await page.getByText('Your browser cannot draw this picture').waitFor();
  expect(await page.getByRole('tab', { name: 'Picture' }).getAttribute('aria-selected')).toBe('true');
  expect(await page.getByRole('table').locator('tbody tr').count()).toBeGreaterThan(10);
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'graph-without-webgl-en-desktop-light');
});

import type { Page } from 'playwright-core';
import { useDesk } from './support/desk';
import { accessibilityFaults, screenshot, settled } from './support/explorer';

const { explorer, openAs } = useDesk();

const said = async (page: Page) => ({
  title: await page.locator('[name=title]').inputValue(),
  body: await page.locator('[name=body]').inputValue(),
  sector: await page.locator('[name=sector]').inputValue(),
  locale: await page.locator('[name=locale]').inputValue(),
});

test('what is written survives another language, another page and a reload, until one starts over or signs out', async () => {
  const page = await openAs({ city: 'quito' }, '/share/solution');
  await page.getByLabel('Title').fill('Shade for bus stops');
  await page.getByRole('textbox', { name: 'The whole story' }).fill('## Why\n\nIt is hot.');
  await page.getByRole('tab', { name: 'Preview' }).click();
  await page.getByRole('heading', { name: 'Why' }).waitFor();
  await page.getByRole('tab', { name: 'Write', exact: true }).click();
  await page.getByLabel('Sector').selectOption('TRANSPORT');
  await page.locator('[name=locale]').selectOption('en');
  const written = { title: 'Shade for bus stops', body: '## Why\n\nIt is hot.', sector: 'TRANSPORT', locale: 'en' };
  expect(await said(page)).toEqual(written);

  await page.getByRole('navigation', { name: 'Language' }).getByRole('link', { name: 'Español' }).click();
  await page.getByText('Aquí está lo que había escrito antes').waitFor();
  expect(await said(page)).toEqual(written); // Also the language that it is written in.
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'share-draft-es-desktop-light');

  await page.getByRole('link', { name: 'Redes', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Redes' }).waitFor();
  await page.goBack();
  await page.getByText('Aquí está lo que había escrito antes').waitFor();
  expect(await said(page)).toEqual(written);
  await page.reload();
  await page.getByText('Aquí está lo que había escrito antes').waitFor();
  expect(await said(page)).toEqual(written);

  await page.getByRole('button', { name: 'Empezar de nuevo' }).click();
  await page.getByText('Aquí está lo que había escrito antes').waitFor({ state: 'detached' });
  expect(await said(page)).toMatchObject({ title: '', body: '', locale: 'es' });

  await page.getByLabel('Título').fill('De otra persona');
  await page.goto(`${explorer.http.url}/es/share`);
  await page.getByRole('button', { name: 'Salir' }).click();
  await page.getByText('No ha iniciado sesión').waitFor();
  expect(await page.evaluate('Object.keys(sessionStorage).filter((key) => key.includes("draft"))')).toEqual([]);
});

test('an answer that is lost, and a page that is loaded anew: what is sent again is done once', async () => {
  const page = await openAs({ city: 'quito' }, '/share/solution');
  await page.getByLabel('Title').fill('Sent, lost and sent again');
  await page.getByLabel('Summary').fill('Only one of it.');
  const keys: string[] = [];
  await page.route('**/graphql', async (route) => {
    const body = route.request().postData() ?? '';
    if (!body.includes('mutation ShareSolution')) return route.continue();
    const { variables } = JSON.parse(body) as { variables: { input: { idempotencyKey: string } } };
    keys.push(variables.input.idempotencyKey);
    if (keys.length > 2) return route.continue();
    await route.fetch(); // The server has done it, and the answer is lost.
    await route.abort();
  });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByText('The server cannot be reached').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await Promise.all([page.waitForEvent('requestfailed'), page.getByRole('button', { name: 'Try again' }).click()]);
  await page.reload();
  await page.getByText('What you wrote before is here again').waitFor();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByText('Saved').waitFor();
  await settled(page);
  expect(await page.getByRole('link', { name: 'Sent, lost and sent again', exact: true }).count()).toBe(1);
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  expect(explorer.forgive().join()).toContain('ERR_FAILED');
});

test('a list is read on page by page, and stays whole when a row of it goes', async () => {
  const page = await openAs({ network: 'walking-and-cycling' }, '/share');
  const rows = page.getByRole('button', { name: /^End the membership of / });
  expect(await rows.count()).toBe(20);
  await page.getByText(/20 of \d+ shown/).waitFor();
  await page.getByRole('button', { name: 'Load more' }).click();
  await page.getByRole('button', { name: 'Load more' }).waitFor({ state: 'detached' });
  await rows.nth(36).waitFor();
  expect(await rows.count()).toBe(37);
  const names = await Promise.all((await rows.all()).map((row) => row.getAttribute('aria-label')));
  expect(new Set(names).size).toBe(37);

  await rows.nth(30).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End the membership' }).click();
  await page.getByText('The end of the membership is recorded').waitFor();
  await settled(page);
  await page.getByRole('button', { name: names[30]!, exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: names[0]!, exact: true }).waitFor();
  await page.getByRole('button', { name: names[36]!, exact: true }).waitFor();
});

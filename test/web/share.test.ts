import { focused, useDesk, widthBeyond } from './support/desk';
import { accessibilityFaults, screenshot, settled } from './support/explorer';

const { explorer, openAs, tokenOf } = useDesk();

test('a practitioner signs in by one click, writes a draft with a preview, mends it, publishes it; it arrives in another window', async () => {
  const feed = await explorer.open('/feed?sector=WASTE');
  const page = await explorer.open('/share');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel('City', { exact: true }).selectOption('lima');
  await page.getByRole('button', { name: 'Sign in as its practitioner' }).click();
  await page.getByText('Signed in: Practitioner').waitFor();
  await page.getByRole('link', { name: 'Write a solution' }).click();
  await page.getByLabel('Language').waitFor();

  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByText('To mend:').first().waitFor();
  expect(await focused(page)).toBe('title');
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'share-mistakes-en-desktop-light');

  await page.getByLabel('Title').fill('Compost from markets');
  await page.getByLabel('Summary').fill('What the markets leave becomes compost for the parks.');
  await page
    .getByRole('textbox', { name: 'The whole story' })
    .fill(
      '# How\n\n**Every** night <script>window.hacked = 1</script>\n\n[bad](javascript:alert(1)) ![x](https://example.org/x.png)',
    );
  await page.getByRole('tab', { name: 'Preview' }).click();
  const preview = page.getByRole('tabpanel');
  expect(await preview.locator('h3').textContent()).toBe('How');
  expect(await preview.locator('strong').textContent()).toBe('Every');
  expect(await preview.locator('script, img, a[href^=javascript]').count()).toBe(0);
  await page.getByLabel('Sector').selectOption('WASTE');
  await page.getByLabel('Keep it as a draft for now').check();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const draft = page.getByRole('listitem').filter({ hasText: 'Compost from markets' });
  await draft.getByText('Draft').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await draft.getByRole('link', { name: 'Revise Compost from markets' }).click();
  await page.getByLabel('Title').fill('Compost from the night markets');
  await page.getByRole('button', { name: 'Save' }).click();
  const revised = page.getByRole('listitem').filter({ hasText: 'Compost from the night markets' });
  await revised.getByRole('button', { name: 'Publish' }).click();
  await revised.getByText('Draft').waitFor({ state: 'detached' });
  await feed.getByRole('list', { name: 'Just shared' }).getByText('Compost from the night markets').waitFor();
  await screenshot(page, 'share-solutions-en-desktop-light');

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are not signed in').waitFor();
});

test('a city records what it takes up, and where it came from confirms it', async () => {
  const page = await openAs({ city: 'quito' }, '/share?tab=adoptions');
  await page.getByRole('button', { name: 'Record the adoption' }).click();
  await page.getByText('To mend:').first().waitFor();
  expect(await focused(page)).toBe('solutionId');
  await page.getByLabel('Find the solution').fill('corridors');
  const option = page.getByLabel('Solution (required)').locator('option', { hasText: 'Green corridors (Medellín)' });
  await option.waitFor({ state: 'attached' });
  await page.getByLabel('Solution (required)').selectOption({ label: 'Green corridors (Medellín)' });
  await page.getByLabel('How', { exact: true }).selectOption('IMPROVED');
  await page.getByRole('button', { name: 'Record the adoption' }).click();
  await page.getByText('The adoption is recorded').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  const other = await openAs({ city: 'medellin' }, '/share?tab=adoptions');
  const adopted = other.getByRole('listitem').filter({ hasText: 'Quito' }).filter({ hasText: 'Green corridors' });
  await adopted.getByRole('button', { name: 'Confirm that Quito took up Green corridors' }).click();
  await adopted.getByText('Confirmed').waitFor();
  await screenshot(other, 'share-adoptions-en-desktop-light');
});

test('an action is reported and appears at once; what is wrong is said in place', async () => {
  const page = await openAs({ city: 'quito' }, '/share?tab=actions', { locale: 'es', size: 'phone' });
  await page.getByRole('button', { name: 'Informar', exact: true }).click();
  await page.getByText('Por corregir:').first().waitFor();
  expect(await focused(page)).toBe('title');
  await page.getByLabel('Qué hace la ciudad').fill('Techos fríos en las escuelas');
  await page.getByRole('button', { name: 'Informar', exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: 'Techos fríos en las escuelas' }).waitFor();
  expect(await widthBeyond(page)).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'share-action-es-phone-light');
});

test('a manager takes a city into the network and ends its membership', async () => {
  const options = { locale: 'zh', theme: 'dark', size: 'phone' } as const;
  const page = await openAs({ network: 'cool-cities' }, '/share', options);
  const before = await page.getByRole('listitem').filter({ hasText: '终止…' }).count();
  expect(before).toBeGreaterThan(0);
  await page.getByLabel('城市 (必填)').selectOption({ label: '基多' });
  await page.getByLabel('角色').selectOption('OBSERVER');
  await page.getByLabel('加入日期').fill('2025-01-01');
  await page.getByRole('button', { name: '登记成员资格' }).click();
  const member = page.getByRole('listitem').filter({ hasText: '基多' }).filter({ hasText: '观察员' });
  await member.waitFor();
  await member.getByRole('button', { name: '终止基多的成员资格' }).click();
  const dialog = page.getByRole('dialog', { name: '终止基多的成员资格' });
  await dialog.getByLabel('不再是成员的第一天').fill('2024-01-01');
  await dialog.getByRole('button', { name: '终止成员资格' }).click();
  await dialog.getByText('请修改').waitFor();
  expect(await focused(page)).toBe('endedOn');
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'share-end-membership-zh-phone-dark');
  await dialog.getByLabel('不再是成员的第一天').fill('2026-01-01');
  await dialog.getByRole('button', { name: '终止成员资格' }).click();
  await member.waitFor({ state: 'detached' });
  await page.getByText('成员资格的终止已登记').waitFor();
  expect(await widthBeyond(page)).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'share-members-zh-phone-dark');
});

test('what is sent twice is done once: the key stays until the request is answered', async () => {
  const page = await openAs({ city: 'quito' }, '/share/solution');
  await page.getByLabel('Title').fill('Sent twice');
  await page.getByLabel('Summary').fill('Only one of it.');
  let lost = 0;
  await page.route('**/graphql', async (route) => {
    const isShare = route.request().postData()?.includes('mutation ShareSolution') ?? false;
    if (!isShare || lost > 0) return route.continue();
    lost++;
    await route.fetch(); // The server has done it, and the answer is lost.
    await route.abort();
  });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByText('The server cannot be reached').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByText('Saved').waitFor();
  await settled(page);
  expect(await page.getByRole('link', { name: 'Sent twice', exact: true }).count()).toBe(1);
  expect(explorer.forgive().join()).toContain('ERR_FAILED');
});

test('a token that is not believed signs out, and says so', async () => {
  const context = await explorer.newContext();
  await context.addInitScript(`sessionStorage.setItem('interurban.token', 'stale')`);
  const page = await explorer.open('/share', { context });
  await page.getByText('Your sign-in has ended').waitFor();
  expect(explorer.forgive().join()).toContain('401');
});

test('with an issuer, one pastes a token', async () => {
  const context = await explorer.newContext('dark');
  await context.route('**/demo-sign-in', (route) => route.fulfill({ json: { offered: false } }));
  const page = await explorer.open('/share', { context, locale: 'es' });
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.getByText('pegue un token', { exact: true }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel('Token de acceso').fill(`Bearer ${await tokenOf({ city: 'quito' })}`);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.getByText('Sesión iniciada: Profesional').waitFor();
  await screenshot(page, 'share-es-desktop-dark');
});

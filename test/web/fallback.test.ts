import { useDesk } from './support/desk';
import { accessibilityFaults, screenshot } from './support/explorer';

const { explorer, openAs, tokenOf } = useDesk();

test('text that there is in another language alone says so, by its lang and to the eye', async () => {
  const authorization = `Bearer ${await tokenOf({ city: 'quito' })}`;
  const ask = async (query: string, variables: object) =>
    (await explorer.http.post({ query, variables }, { authorization })).json.data;
  const { viewer } = await ask('{ viewer { city { id } } }', {});
  const { shareSolution } = await ask(
    'mutation ($input: ShareSolutionInput!) { shareSolution(input: $input) { solution { slug } userErrors { message } } }',
    {
      input: {
        cityId: viewer.city.id,
        title: 'Des toits blancs',
        summary: 'Les toits des écoles sont peints en blanc.',
        body: 'Chaque **été**.',
        sector: 'BUILDINGS',
        locale: 'fr',
      },
    },
  );
  expect(shareSolution.userErrors).toEqual([]);
  const page = await explorer.open(`/solution/${shareSolution.solution.slug}`, { locale: 'zh' });
  const heading = page.locator('h1 [lang=fr]');
  expect(await heading.textContent()).toBe('Des toits blancsfr');
  const mark = heading.locator('small');
  expect([await mark.isVisible(), await mark.getAttribute('title')]).toEqual([true, '法语']);
  expect(await page.locator('[lang=fr]').count()).toBe(3); // title, summary, body
  await page.getByRole('heading', { level: 1, name: 'Des toits blancs', exact: true }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'fallback-zh-desktop-light');

  const own = await openAs({ city: 'quito' }, '/share', { locale: 'es' });
  expect(await own.locator('[lang=fr]').first().textContent()).toBe('Des toits blancsfr');
  const inFrenchAlone = await own.locator('[lang=fr]').count();
  expect(inFrenchAlone).toBe(1);
});

test('a city whose name there is in English alone says so where its name is a heading', async () => {
  await explorer.http.world.sql(
    `DELETE FROM city_name n USING city c WHERE c.id = n.city_id AND c.slug = 'copenhagen' AND n.locale = 'zh'`,
  );
  const page = await explorer.open('/city/copenhagen', { locale: 'zh' });
  expect(await page.locator('h1 [lang=en]').textContent()).toBe('Copenhagenen');
  await page.getByRole('heading', { level: 1, name: 'Copenhagen', exact: true }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'fallback-city-zh-desktop-light');
  const spanish = await explorer.open('/city/copenhagen', { locale: 'es' });
  await spanish.getByRole('heading', { level: 1, name: 'Copenhague', exact: true }).waitFor();
  expect(await spanish.locator('h1 [lang]').count()).toBe(0);
  const members = await explorer.open('/network/municipal-building-decarbonisation', { locale: 'zh' });
  const card = members.getByRole('link', { name: 'Copenhagen', exact: true }).first();
  await card.waitFor();
  expect(await card.locator('[lang=en]').textContent()).toBe('Copenhagenen');
  const desk = await openAs({ network: 'cool-cities' }, '/share', { locale: 'zh' });
  await desk.locator('option[lang=en]', { hasText: 'Copenhagen' }).waitFor({ state: 'attached' });
});

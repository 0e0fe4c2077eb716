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
}, 40_000);

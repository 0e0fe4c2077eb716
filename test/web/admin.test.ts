import { useDesk, widthBeyond } from './support/desk';
import { accessibilityFaults, screenshot } from './support/explorer';

const { openAs } = useDesk();

test('an admin writes for the city that they choose, and revises what another one shared', async () => {
  const page = await openAs({ admin: true }, '/share');
  await page.getByText('Signed in: Administrator').waitFor();
  await page.getByText('You may write for every city and keep every network').waitFor();
  expect(await page.getByText('Your account may read, not write').count()).toBe(0);
  // Every network is there before any city is chosen.
  await page.getByRole('tab', { name: 'Members' }).waitFor();
  expect(await page.getByRole('tab').count()).toBe(1);
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'share-admin-en-desktop-light');

  await page.getByLabel('City to write for').selectOption({ label: 'Quito' });
  await page.getByRole('heading', { name: 'Solutions of Quito' }).waitFor();
  expect(new URL(page.url()).searchParams.get('city')).toBe('quito');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Write a solution' }).click();
  await page.getByLabel('Title').fill('Written by an admin');
  await page.getByLabel('Summary').fill('For the city, as it asked.');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const written = page.getByRole('listitem').filter({ hasText: 'Written by an admin' });
  await written.waitFor();
  expect(await page.getByLabel('City to write for').inputValue()).toBe('quito');
  await screenshot(page, 'share-admin-city-en-desktop-light');

  await page.getByRole('tab', { name: 'Adoptions' }).click();
  await page.getByRole('heading', { name: 'Record what Quito takes up' }).waitFor();
  await page.getByLabel('City to write for').selectOption({ label: 'Bogotá' });
  await page.getByRole('heading', { name: 'Solutions of Bogotá' }).waitFor();
  await page
    .getByRole('link', { name: /^Revise / })
    .first()
    .click();
  await page.getByLabel('Summary').fill('Said anew.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').waitFor();
  await page.getByRole('heading', { name: 'Solutions of Bogotá' }).waitFor();
});

test('an admin keeps every network, and revises the adoption of any city', async () => {
  const page = await openAs({ admin: true }, '/share?city=quito&tab=adoptions', { locale: 'es', size: 'phone' });
  await page.getByRole('heading', { name: 'Lo que adopta Quito', exact: true }).waitFor();
  expect(await widthBeyond(page)).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page
    .getByRole('link', { name: /^Revisar / })
    .first()
    .click();
  await page.getByLabel('Cómo', { exact: true }).selectOption('IMPROVED');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Guardado').waitFor();

  await page.getByRole('tab', { name: 'Miembros' }).click();
  await page.getByLabel('Red', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('listitem').filter({ hasText: 'Finalizar' }).first().waitFor();
  expect(new URL(page.url()).searchParams.get('city')).toBe('quito');
  await screenshot(page, 'share-admin-members-es-phone-light');
});

test('without a city in the address, an admin is asked which one', async () => {
  const page = await openAs({ admin: true }, '/share/solution', { locale: 'zh', size: 'phone', theme: 'dark' });
  await page.getByText('请选择您所代表的城市').waitFor();
  expect(await widthBeyond(page)).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('main').getByRole('link', { name: '分享', exact: true }).click();
  await page.getByLabel('代表的城市').waitFor();
  expect(await widthBeyond(page)).toBe(0);
  await screenshot(page, 'share-admin-zh-phone-dark');
});

test.each([
  ['en', 'Your account names no city and no network that is here'],
  ['es', 'Su cuenta no nombra ninguna ciudad ni red que esté aquí'],
  ['zh', '您的账户未指明本平台上的任何城市或网络'],
] as const)('an account whose city is not here is told so, in %s', async (locale, told) => {
  const page = await openAs({ city: 'atlantis' }, '/share', { locale });
  await page.getByText(told).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a practitioner is offered no other city, whatever the address says', async () => {
  const page = await openAs({ city: 'quito' }, '/share?city=bogota');
  await page.getByRole('heading', { name: 'Solutions of Quito' }).waitFor();
  expect(await page.getByLabel('City to write for').count()).toBe(0);
  const revising = await openAs({ city: 'quito' }, '/share/solution/ciclovia-bogota?city=bogota');
  await revising.getByText('another city’s').waitFor();
});

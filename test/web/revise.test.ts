import type { Page } from 'playwright-core';
import { focused, useDesk, widthBeyond } from './support/desk';
import { accessibilityFaults, screenshot } from './support/explorer';

const { openAs } = useDesk();

const rowOf = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });

test('a solution is withdrawn by keyboard: the dialog asks why, Escape leaves it, and it says what is missing', async () => {
  const page = await openAs({ city: 'bogota' }, '/share');
  const row = rowOf(page, 'Ciclovía').first();
  const title = (await row.getByRole('link').first().textContent())!;
  const open = row.getByRole('button', { name: `Withdraw ${title}` });
  await open.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Withdraw this solution?' });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(`Withdraw ${title}`);

  await page.keyboard.press('Enter');
  await dialog.getByLabel('Why').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter'); // "Withdraw it", without a reason.
  await dialog.getByText('To mend: this is needed').waitFor();
  expect(await focused(page)).toBe('reason');
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'share-withdraw-en-desktop-light');
  await page.keyboard.type('The streets are rebuilt.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('The solution is withdrawn').waitFor();
  await row.filter({ hasText: title }).filter({ hasText: 'Revise' }).waitFor({ state: 'detached' });

  await page.getByRole('status').getByRole('link', { name: title }).click();
  await page.getByText('Its city has withdrawn this solution').waitFor();
  await page.getByText('The streets are rebuilt.').waitFor();
});

test('an adoption is revised in what the API lets one change, and is to be confirmed anew', async () => {
  const page = await openAs({ city: 'quito' }, '/share?tab=adoptions', { locale: 'es', size: 'phone', theme: 'dark' });
  await page
    .getByRole('link', { name: /^Revisar / })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: 'Revisar una adopción' }).waitFor();
  const title = (await page.locator('header').last().locator('div').last().textContent())!;
  await page.getByLabel('Cómo').selectOption('ACCELERATED');
  await page.getByLabel('Estado').selectOption('STOPPED');
  await page.getByLabel('Cuándo').fill('2025-09-17');
  await page.getByLabel('Con qué exactitud').selectOption('MONTH');
  await page.getByLabel('Conviene saber').fill('Se detuvo por obras.');
  expect(await widthBeyond(page)).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'share-revise-adoption-es-phone-dark');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Guardado').waitFor();
  const row = rowOf(page, title.trim()).filter({ hasText: 'Revisar' });
  await row.getByText('septiembre de 2025').waitFor();
  expect(await row.textContent()).toMatch(/Acelerada.*Abandonada/);

  await row.getByRole('link', { name: /^Revisar / }).click();
  await page.getByLabel('Conviene saber').waitFor();
  expect(await page.getByLabel('Conviene saber').inputValue()).toBe('Se detuvo por obras.');
  await page.getByLabel('Cuándo').fill('');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('hace falta este dato').waitFor();
  expect(await focused(page)).toBe('adoptedOn');
});

test('of two who revise a solution, the second is told what the first changed, loses nothing, and may save over it', async () => {
  const view = '/share/solution/brt-curitiba';
  const [first, second] = await Promise.all([openAs({ city: 'curitiba' }, view), openAs({ city: 'curitiba' }, view)]);
  await first.getByLabel('Summary').fill('Buses on lanes of their own, since 1974.');
  await second.getByLabel('Title').fill('Rapid buses');
  await first.getByRole('button', { name: 'Save' }).click();
  await first.getByText('Saved').waitFor();

  await second.getByRole('button', { name: 'Save' }).click();
  const conflict = second.getByRole('status').filter({ hasText: 'somebody has changed it' });
  await conflict.getByText(/last on .*: summary\./).waitFor();
  expect(await second.getByLabel('Title').inputValue()).toBe('Rapid buses');
  expect(await second.getByLabel('Summary').inputValue()).toBe('Buses on lanes of their own, since 1974.');
  expect(await accessibilityFaults(second)).toEqual([]);
  await screenshot(second, 'share-conflict-en-desktop-light');
  await conflict.getByRole('button', { name: 'Save mine over it' }).click();
  await second.getByText('Saved').waitFor();
  await second.getByRole('link', { name: 'See how others see it' }).click();
  await second.getByRole('heading', { level: 1, name: 'Rapid buses' }).waitFor();
  await second.getByText('Buses on lanes of their own, since 1974.').first().waitFor();
});

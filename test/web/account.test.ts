import { useDesk, widthBeyond } from './support/desk';
import { accessibilityFaults, screenshot, settled } from './support/explorer';

const { explorer, openAs } = useDesk();

test.each([
  ['en', 'desktop', 'Quito', 'Practitioner', 'Sign out', 'Sign in'],
  ['es', 'phone', 'Quito', 'Profesional municipal', 'Salir', 'Entrar'],
  ['zh', 'phone', '基多', '城市从业者', '退出登录', '登录'],
] as const)(
  'the header says who is signed in, in %s on a %s, and leads out and in again',
  async (locale, size, city, role, out, back) => {
    const page = await openAs({ city: 'quito' }, '/networks', { locale, size });
    const banner = page.getByRole('banner').first();
    const mark = banner.getByRole('button', { name: `${city} ${role}` });
    await mark.click();
    const leave = banner.getByRole('button', { name: out });
    await leave.waitFor();
    expect(await widthBeyond(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, `account-${locale}-${size}-light`);
    await page.keyboard.press('Escape');
    await leave.waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await leave.click();
    await settled(page);
    await banner.getByRole('link', { name: back, exact: true }).click();
    await page.waitForURL(`${explorer.http.url}/${locale}/share`);
  },
);

describe.each(['en', 'es', 'zh'] as const)('the bar stays one line, in %s', (locale) => {
  test.each([
    ['of a city', 'desktop', { city: 'rio-de-janeiro' }],
    ['of a city', 'narrow', { city: 'rio-de-janeiro' }],
    ['of none', 'narrow', { admin: true }],
  ] as const)('with an account %s, on a %s screen', async (_whose, size, account) => {
    const page = await openAs(account, '/data', { locale, size });
    const banner = page.getByRole('banner').first();
    await banner.getByRole('button').first().waitFor();
    await screenshot(page, `bar-${locale}-${size}-${Object.keys(account)[0]}`);
    expect((await banner.boundingBox())!.height).toBeLessThan(80);
    expect(await widthBeyond(page)).toBe(0);
  });
});

test('a manager is known by the network', async () => {
  const page = await openAs({ network: 'cool-cities' }, '/networks', { theme: 'dark' });
  await page.getByRole('button', { name: /Cool Cities.*Network manager/ }).click();
  await page.getByText('Signed in: Network manager').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'account-manager-en-desktop-dark');
});

import { formatIn } from './format';
import { localeOfPath } from './locale';

describe('a date', () => {
  test.each([
    ['en', 'DAY', 'June 1, 2014'],
    ['en', 'MONTH', 'June 2014'],
    ['en', 'YEAR', '2014'],
    ['es', 'DAY', '1 de junio de 2014'],
    ['zh', 'MONTH', '2014年6月'],
  ] as const)('in %s, known to the %s, is %s', (locale, precision, expected) => {
    expect(formatIn(locale).date('2014-06-01', precision)).toBe(expected);
  });
});

test.each([
  ['en', '12,345', '27%', 'a, b, and c', 'Spanish'],
  ['es', '12.345', '27\u00a0%', 'a, b y c', 'español'],
  ['zh', '12,345', '27%', 'a、b和c', '西班牙语'],
] as const)('numbers, shares, lists and languages in %s', (locale, number, share, list, language) => {
  const format = formatIn(locale);
  expect(format.number(12_345)).toBe(number);
  expect(format.percent(0.27)).toBe(share);
  expect(format.list(['a', 'b', 'c'])).toBe(list);
  expect(format.language('es')).toBe(language);
});

test.each([
  [0, 'now'],
  [-61_000, '1 minute ago'],
  [-7_200_000, '2 hours ago'],
  [-86_400_000, 'yesterday'],
  [-800 * 86_400_000, '2 years ago'],
])('%i ms from now is %s', (distance, expected) => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  const text = formatIn('en').ago(new Date(now + distance).toISOString(), now);
  expect(text).toBe(expected);
});

test.each([
  ['/es', 'es'],
  ['/zh/city/quito', 'zh'],
  ['/', 'en'],
  ['/estonia', 'en'],
])('the address %s is in %s', (address, locale) => expect(localeOfPath(address)).toBe(locale));

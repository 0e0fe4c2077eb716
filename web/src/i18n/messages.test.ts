import fs from 'node:fs';
import path from 'node:path';
import { compileMessage, type CompiledMessage } from '@lingui/message-utils/compileMessage';
import { setupI18n } from '@lingui/core';
import { LOCALES, type Locale } from './locale';

const SOURCES = path.join(__dirname, '..');

const files = fs.readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
const folders = files.filter(
  (file) => path.basename(file) === 'messages' && fs.statSync(path.join(SOURCES, file)).isDirectory(),
);

const catalogOf = (folder: string, locale: Locale): Record<string, string> =>
  JSON.parse(fs.readFileSync(path.join(SOURCES, folder, `${locale}.json`), 'utf8')) as Record<string, string>;

/** The placeholders of a message, also those within its plurals. */
function placeholders(message: CompiledMessage): Set<string> {
  const names = new Set<string>();
  const visit = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens) {
      if (!Array.isArray(token)) continue;
      const [name, , cases] = token as [string, string?, Record<string, unknown>?];
      names.add(name);
      for (const each of Object.values(cases ?? {})) visit(each);
    }
  };
  visit(message);
  return names;
}

test('there are catalogs', () => expect(folders.length).toBeGreaterThan(10));

describe.each(folders)('%s', (folder) => {
  const english = catalogOf(folder, 'en');

  test.each(LOCALES)('has every message in %s, in order, and says it with the same placeholders', (locale) => {
    const texts = catalogOf(folder, locale);
    expect(Object.keys(texts)).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(texts)) {
      expect([key, text.trim()]).not.toEqual([key, '']);
      const wanted = placeholders(compileMessage(english[key] ?? ''));
      expect([key, placeholders(compileMessage(text))]).toEqual([key, wanted]);
    }
  });

  test('has no message that is used nowhere', () => {
    const user = path.dirname(folder);
    const code = files
      .filter((file) => path.dirname(file).startsWith(user) && /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
      .map((file) => fs.readFileSync(path.join(SOURCES, file), 'utf8'))
      .join('\n');
    // A key is written out, or begins with what is: `theme.${theme}`.
    const prefixes = [...code.matchAll(/[`$]\{?([\w.-]*\.)\$\{/g)].map(([, prefix]) => prefix!);
    const isUsed = (key: string) =>
      code.includes(`'${key}'`) || prefixes.some((prefix) => prefix !== '' && key.startsWith(prefix));
    // Words for enums are held against the schema instead.
    expect(Object.keys(english).filter((key) => user !== 'terms' && !isUsed(key))).toEqual([]);
  });
});

test.each([
  ['en', 1, '1 city'],
  ['en', 2000, '2,000 cities'],
  ['es', 1, '1 ciudad'],
  ['es', 20_000, '20.000 ciudades'],
  ['zh', 3, '3 座城市'],
] as const)('in %s, %i cities are "%s"', (locale, count, expected) => {
  const text = catalogOf('cards/messages', locale)['members']!;
  const i18n = setupI18n({ locale, messages: { [locale]: { members: compileMessage(text) } } });
  expect(i18n._('members', { count })).toBe(expected);
});

import fs from 'node:fs';
import path from 'node:path';
import { acceptedLocales } from '../../src/data/locale';
import { COMPILED_FROM } from '../../src/server/compiled-execution';
import { useWorld } from '../support/world';

// With one connection, statements run in the same order in every run.
const world = useWorld({ poolSize: 1 });

// Whoever asks for a graph first waits until it is read, and what waits together is read together: here it is read already, whichever
// operation is asked first, or alone.
beforeAll(() => world.ask('{ graph { version } }'));

const isUpdating = process.env['UPDATE_GOLDEN'] === '1';
const names = fs
  .readdirSync(__dirname)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => path.basename(file, '.graphql'));

/** One line a clause: whitespace in the sources makes no difference. */
const readable = (sql: string): string =>
  sql
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ (FROM|WHERE|ORDER BY|GROUP BY|UNION ALL|CROSS JOIN LATERAL|LEFT JOIN|JOIN) /g, '\n$1 ');

/** Compares with a golden file, or writes it. */
function expectGolden(file: string, got: string): void {
  const golden = path.join(__dirname, file);
  if (isUpdating) fs.writeFileSync(golden, got);
  else expect(got).toBe(fs.readFileSync(golden, 'utf8'));
}

test('there are at least 25 golden operations', () => {
  expect(names.length).toBeGreaterThanOrEqual(25);
});

test.each(names)('%s', async (name) => {
  const document = fs.readFileSync(path.join(__dirname, `${name}.graphql`), 'utf8');
  const [, languages] = /^# Accept-Language: (.*)$/m.exec(document) ?? [];
  world.statements.length = 0;
  const data = await world.ask(document, { locales: acceptedLocales(languages) });
  expectGolden(`${name}.json`, `${JSON.stringify(data, null, 2)}\n`);
  expectGolden(`${name}.sql`, `${world.statements.map(readable).join('\n\n')}\n`);
});

describe.each([
  ['level by level', 0],
  ['together', undefined],
])('%s, and by what is compiled of a document that recurs', (_how, nestedRows) => {
  test.each(names)('%s: the same answer', async (name) => {
    const document = fs.readFileSync(path.join(__dirname, `${name}.graphql`), 'utf8');
    const [, languages] = /^# Accept-Language: (.*)$/m.exec(document) ?? [];
    const golden = fs.readFileSync(path.join(__dirname, `${name}.json`), 'utf8');
    const { database } = world.services;
    const { maxNestedRows } = database;
    database.maxNestedRows = nestedRows ?? maxNestedRows;
    for (let use = 1; use <= COMPILED_FROM; use++) {
      const data = await world.ask(document, { locales: acceptedLocales(languages) });
      expect(`${JSON.stringify(data, null, 2)}\n`).toBe(golden);
    }
    database.maxNestedRows = maxNestedRows;
  });
});

describe.each([
  ['together, and apart where there are many', undefined],
  ['each level apart', 0],
])('written from rows, without resolvers, read %s', (_how, nestedRows) => {
  const written: string[] = [];
  let maxNestedRows: number;

  beforeAll(() => {
    ({ maxNestedRows } = world.database);
    world.database.maxNestedRows = nestedRows ?? maxNestedRows;
  });
  afterAll(() => void (world.database.maxNestedRows = maxNestedRows));

  test.each(names)('%s: the same answer', async (name) => {
    const document = fs.readFileSync(path.join(__dirname, `${name}.graphql`), 'utf8');
    const [, languages] = /^# Accept-Language: (.*)$/m.exec(document) ?? [];
    const golden = fs.readFileSync(path.join(__dirname, `${name}.json`), 'utf8');
    const text = await world.text(document, { locales: acceptedLocales(languages) });
    if (text === undefined) return;
    written.push(name);
    const { data } = JSON.parse(text) as { data: unknown };
    expect(`${JSON.stringify(data, null, 2)}\n`).toBe(golden);
  });

  test('what asks for lists and objects alone is', () => {
    const expected = [
      'cities-ordered',
      'city',
      'city-profile',
      'dashboard',
      'feed',
      'fragments',
      'languages',
      'solutions-paged',
    ];
    expect(written).toEqual(expect.arrayContaining(expected));
  });
});

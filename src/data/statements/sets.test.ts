import { setsApart, textForSets } from './sets';

test('a text is run with each set of values, and says which', () => {
  const text = "SELECT c.slug FROM city c WHERE c.slug = ANY($1::text[]) AND c.rank > $2::integer AND c.name <> '$'";
  expect(textForSets(text, 2)).toBe(
    'SELECT x.*, asked.set FROM (VALUES ($1::text[], $2::integer, 0), ($3::text[], $4::integer, 1)) ' +
      'AS asked(v1, v2, set) CROSS JOIN LATERAL ' +
      "(SELECT c.slug FROM city c WHERE c.slug = ANY(asked.v1) AND c.rank > asked.v2 AND c.name <> '$') x",
  );
});

test('types of two words, and more than nine values, in any order', () => {
  const text = `SELECT ${Array.from({ length: 11 }, (_, i) => `$${11 - i}::double precision`).join(', ')}`;
  const expected = Array.from({ length: 11 }, (_, i) => `asked.v${11 - i}`).join(', ');
  expect(textForSets(text, 2)).toContain(`(SELECT ${expected}) x`);
  expect(textForSets(text, 2)).toContain('$22::double precision, 1)');
});

test.each([
  ['without values', 'SELECT 1'],
  ['with a value of no told type', 'SELECT $1::text, $2'],
  ['that is no SELECT', 'DELETE FROM city WHERE slug = $1::text RETURNING slug'],
  [
    'of more values than a statement may have',
    `SELECT ${Array.from({ length: 300 }, (_, i) => `$${i + 1}::int`).join()}`,
  ],
])('a statement %s is not run so', (_what, text) => {
  expect(textForSets(text, 8)).toBeUndefined();
});

test('rows are parted by the number behind them, which they lose', () => {
  const rows = [['a', 1], ['b', 0], ['c', 1]]; // prettier-ignore
  expect(setsApart(rows, 3)).toEqual([[['b']], [['a'], ['c']], []]);
});

import fs from 'node:fs';
import path from 'node:path';
import { copiesFrom } from '../../migrations/sql/sort-keys/copies';
import { packageDescriptor } from '../../src/package/descriptor';
import { formatPage } from '../../src/package/format-page';
import { resources } from '../../src/package/resources';
import { ImportDatabase } from './database';

const root = path.join(__dirname, '../..');
const fields = resources.flatMap((resource) => resource.fields.map((field) => ({ resource, field })));

describe('beside the tables', () => {
  let database: ImportDatabase;

  beforeAll(async () => {
    database = await new ImportDatabase().open();
  });

  afterAll(() => database.close());

  // Accounts belong to the server where they have acted.
  test('every column that is not counted or copied by the database, and no account, is in a file', async () => {
    const tables = resources.map(({ table }) => `'${table}'`).join(', ');
    const columns = await database.rows(`SELECT table_name || '.' || column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name IN (${tables}) AND column_name !~ '^id$|^folded_name$|_count$|_by$'`);
    const copies = copiesFrom.flatMap(({ table, columns }) =>
      Object.keys(columns).map((column) => `${table}.${column}`),
    );
    expect([...fields.map(({ resource, field }) => `${resource.table}.${field.column}`), ...copies].sort()).toEqual(
      columns.flat().sort(),
    );
  });

  test('a cell is required where the column is', async () => {
    const tables = resources.map(({ table }) => `'${table}'`).join(', ');
    const columns = await database.rows(`SELECT table_name || '.' || column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name IN (${tables}) AND is_nullable = 'NO' AND column_default IS NULL
      AND is_identity = 'NO'`);
    const required = fields.filter(({ field }) => field.required);
    expect(required.map(({ resource, field }) => `${resource.table}.${field.column}`).sort()).toEqual(columns.sort());
  });

  const choices = fields.flatMap(({ resource: { table }, field }) => {
    const values = (field.type.schema.constraints?.['enum'] ?? []) as string[];
    return values.length > 0 ? [{ table, column: field.column, values }] : [];
  });

  test.each(choices)('$table.$column takes the values that its constraint takes', async ({ table, column, values }) => {
    const checks = await database.rows(`SELECT pg_get_constraintdef(c.oid) FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
      WHERE c.conrelid = '${table}'::regclass AND a.attname = '${column}' AND c.contype = 'c' AND cardinality(c.conkey) = 1`);
    expect([...checks.join().matchAll(/'([A-Z_]+)'/g)].map(([, value]) => value).sort()).toEqual([...values].sort());
  });
});

test('what others refer to comes before them', () => {
  const names = resources.map(({ name }) => name);
  const backwards = fields.filter(
    ({ resource, field }) => field.references && names.indexOf(field.references) > names.indexOf(resource.name),
  );
  expect(backwards).toEqual([]);
});

test('docs/data-format.md is up to date (npm run docs)', () => {
  expect(fs.readFileSync(path.join(root, 'docs/data-format.md'), 'utf8')).toBe(formatPage());
});

test('the descriptor of the sample is up to date (interurban export)', () => {
  expect(JSON.parse(fs.readFileSync(path.join(root, 'data/datapackage.json'), 'utf8'))).toEqual(packageDescriptor());
});

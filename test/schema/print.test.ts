import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { printMergedSchema, printSchemas, SCHEMA_FILE } from '../../src/schema/print';

const committed = path.join(__dirname, '../../schema');

test('the committed schema is the one of the code: `interurban schema print` writes it', () => {
  expect(fs.readFileSync(path.join(committed, SCHEMA_FILE), 'utf8')).toBe(printMergedSchema());
});

test('what is printed is valid and sorted', () => {
  const schema = buildSchema(printMergedSchema());
  expect(printSchema(schema)).toBe(printSchema(lexicographicSortSchema(schema)));
});

test('schemas are written into a folder, which may be new', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'interurban-schema-'));
  try {
    const [file, ...others] = await printSchemas(path.join(folder, 'new'));
    expect(file).toBe(path.join(folder, 'new', SCHEMA_FILE));
    expect(others).toEqual([]);
    expect(fs.readFileSync(file!, 'utf8')).toBe(printMergedSchema());
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

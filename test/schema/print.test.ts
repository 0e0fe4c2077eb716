import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { printedFiles, printMergedSchema, printSchemas } from '../../src/schema/print';

const committed = path.join(__dirname, '../../schema');
const read = (folder: string) => (file: string) => fs.readFileSync(path.join(folder, file), 'utf8');
const filesIn = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .sort();

const files = printedFiles();

test.each(Object.entries(files))(
  '%s is committed as the code has it: `interurban schema print schema`',
  (file, text) => {
    expect(read(committed)(file)).toBe(text);
  },
);

test('nothing else is committed beside them', () => {
  expect(filesIn(committed)).toEqual(Object.keys(files).sort());
});

test('what is printed is valid and sorted, and always the same', () => {
  const schema = buildSchema(printMergedSchema());
  expect(printSchema(schema)).toBe(printSchema(lexicographicSortSchema(schema)));
  expect(printedFiles()).toEqual(files);
});

test('schemas are written into a folder, which may be new', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'interurban-schema-'));
  try {
    const target = path.join(folder, 'new');
    const written = await printSchemas(target);
    expect(written.sort()).toEqual(Object.keys(files).map((file) => path.join(target, file)).sort()); // prettier-ignore
    expect(filesIn(target)).toEqual(Object.keys(files).sort());
    expect(filesIn(target).map(read(target))).toEqual(Object.keys(files).sort().map((file) => files[file])); // prettier-ignore
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

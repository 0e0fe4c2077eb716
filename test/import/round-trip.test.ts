import fs from 'node:fs';
import path from 'node:path';
import { exportPackage } from '../../src/export/export-package';
import { databaseIsEmpty } from '../../src/import/database-is-empty';
import { importPackage } from '../../src/import/import-package';
import { packageDescriptor } from '../../src/package/descriptor';
import { resources } from '../../src/package/resources';
import { countOf, ImportDatabase, places } from './database';

const sample = path.join(__dirname, '../../data');

let one: ImportDatabase;
let other: ImportDatabase;

beforeEach(async () => {
  one = await new ImportDatabase().open();
  other = await new ImportDatabase().open();
});

afterEach(async () => {
  await one.close();
  await other.close();
});

const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));

/** Exports a database, imports that into an empty one, and expects its export to be the same. */
async function expectSameAfterRoundTrip(): Promise<Record<string, string>> {
  const [before, after] = [one.folder(), other.folder()];
  await exportPackage(one.client, before);
  expect(await importPackage(other.client, before)).toMatchObject({ problems: [], changed: true });
  await exportPackage(other.client, after);
  expect(filesOf(after)).toEqual(filesOf(before));
  return filesOf(before);
}

test('the sample comes back as it was exported, and a second import finds everything there', async () => {
  expect(await databaseIsEmpty(one.client)).toBe(true);
  const first = await importPackage(one.client, sample);
  expect(first).toMatchObject({ problems: [], changed: true });
  expect(await databaseIsEmpty(one.client)).toBe(false);
  const second = await importPackage(one.client, sample);
  expect(second.counts).toEqual(
    first.counts.map(({ resource, created }) => ({ resource, created: 0, changed: 0, unchanged: created, refused: 0 })),
  );
  await expectSameAfterRoundTrip();
});

test('every kind of value comes back as it was exported', async () => {
  await one.load({
    ...places,
    'networks.csv':
      'id,name,locale,started_on,date_precision,successor\na,"A, ""first""",en,2005-01-01,YEAR,b\nb,B,en,,,\n',
    'solutions.csv':
      'id,city,title,summary,body,locale,sector,status,visibility,published_at,links\n' +
      's,bogota,T,"two\nlines","tab\there, back\\slash \\N",es,WATER,PUBLISHED,PUBLIC,2020-02-29T23:30:00.25-05:00,' +
      'https://a.example; http://b.example\n' +
      't,bogota,T,S,,es,WATER,DRAFT,MEMBERS,,\n',
    'actions.csv':
      'id,city,title,locale,sector,status,reported_on,date_precision,influences,revision_of\n' +
      'x,london,X,en,FOOD,PLANNED,2020-01-01,YEAR,NONE,\n' +
      'y,london,Y,en,FOOD,PLANNED,2021-01-01,YEAR,NEW;FASTER,x\n' +
      'z,london,Z,en,FOOD,PLANNED,2022-01-01,YEAR,,y\n',
  });
  await one.client.query(`UPDATE solution SET links = links || '{https://c.example/x;y}' WHERE slug = 's'`);
  await one.client.query(`UPDATE city SET latitude = 0.00001, longitude = -1e-7 WHERE slug = 'bogota'`);
  const files = await expectSameAfterRoundTrip();
  expect(files['solutions.csv']).toContain(
    '2020-03-01T04:30:00.25Z,,,,,https://a.example;http://b.example;https://c.example/x%3By',
  );
  expect(files['actions.csv']).toMatch(/NONE,,\n.*NEW;FASTER,x,\n.*,,y,\n$/);
  expect(Object.keys(files).sort()).toEqual([...resources.map(({ name }) => `${name}.csv`), 'datapackage.json'].sort());
  expect(JSON.parse(files['datapackage.json']!)).toEqual(packageDescriptor());
});

test('a dry run tells the same and changes nothing', async () => {
  const report = await importPackage(one.client, sample, { dryRun: true });
  expect(report).toMatchObject({ problems: [], changed: false });
  expect(countOf(report, 'networks').created).toBeGreaterThan(0);
  expect(await databaseIsEmpty(one.client)).toBe(true);
});

test('an export that cannot be written leaves nothing behind', async () => {
  const folder = one.folder({ file: '' });
  await expect(exportPackage(one.client, path.join(folder, 'file'))).rejects.toMatchObject({
    code: 'EXPORT_FOLDER',
    message: expect.stringContaining('EEXIST'),
  });
  fs.mkdirSync(path.join(folder, 'cities.csv.part'));
  await expect(exportPackage(one.client, folder)).rejects.toMatchObject({ code: 'EXPORT_FOLDER' });
  expect(fs.readdirSync(folder).sort()).toEqual(['cities.csv.part', 'file']);
});

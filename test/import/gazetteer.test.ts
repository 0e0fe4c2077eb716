import { importGazetteer } from '../../src/import/gazetteer';
import { countOf, ImportDatabase, places } from './database';

let database: ImportDatabase;

beforeAll(async () => {
  database = await new ImportDatabase().open();
});

afterAll(() => database.close());

test('adds cities from a size on, and leaves those that are there as they are', async () => {
  await database.load(places);
  await database.client.query(`UPDATE city SET latitude = NULL, longitude = NULL WHERE slug = 'bogota'`);
  const first = await importGazetteer(database.client, { minPopulation: 1_000_000 });
  expect(first.problems).toEqual([]);
  expect(countOf(first, 'cities')).toMatchObject({ changed: 1, refused: 0 });
  const cities = 'SELECT slug, name, population, round(latitude) FROM city';
  expect(await database.rows(`${cities} WHERE geonames_id IN ('2643743', '3688689') ORDER BY 1`)).toEqual([
    'bogota,Bogotá,7412566,5',
    'london,London,8908081,52',
  ]);
  const again = await importGazetteer(database.client, { minPopulation: 1_000_000 });
  expect(countOf(again, 'cities')).toMatchObject({ created: 0, changed: 0 });
});

test('gives a name to the largest city, then adds the country, then the number', async () => {
  await importGazetteer(database.client, { minPopulation: 20_000 });
  expect(await database.rows(`SELECT slug FROM city WHERE name = 'Birmingham' ORDER BY population DESC`)).toEqual([
    'birmingham',
    'birmingham-us',
    'birmingham-4986172',
  ]);
  const odd = `SELECT slug FROM city WHERE name IN ('São Paulo', 'Łódź', 'Xi’an', 'Malmö', 'Nuku‘alofa') ORDER BY 1`;
  expect(await database.rows(odd)).toEqual(expect.arrayContaining(['lodz', 'malmo', 'sao-paulo']));
  expect(
    await database.rows(
      `SELECT c.slug FROM city c JOIN country k ON k.id = c.country_id WHERE k.code = 'XK' ORDER BY 1`,
    ),
  ).toContain('pristina');
});

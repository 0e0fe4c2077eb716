import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describeFinding } from '../../src/import/findings';
import { importPackage } from '../../src/import/import-package';
import { countOf, ImportDatabase, places } from './database';

let database: ImportDatabase;

beforeAll(async () => {
  database = await new ImportDatabase().open();
  await database.load(places);
});

afterAll(() => database.close());

const HEADER = 'id,name,country,population,latitude,longitude';
const UTF8 = 'expected text in UTF-8 (a file in Windows-1252 becomes it with: iconv -f CP1252 -t UTF-8)';

/** The problems of a file of cities. */
const problemsOfCities = (...rows: string[]): Promise<string[]> =>
  database.problemsOf({ 'cities.csv': [HEADER, ...rows, ''].join('\n') });

describe('encodings', () => {
  test('Windows-1252 is refused, cell by cell', async () => {
    const file = Buffer.from(`${HEADER}\nsao-paulo,São Paulo,GB,,,\nyork,York,GB,,,\n`, 'latin1');
    expect(await database.problemsOf({ 'cities.csv': file })).toEqual([
      `cities.csv, row 2, name: ${UTF8}, got "S\uFFFDo Paulo"`,
    ]);
  });

  test('UTF-16 is refused as a whole', async () => {
    const file = Buffer.from(`\uFEFF${HEADER}\nyork,York,GB,,,\n`, 'utf16le');
    expect(await database.problemsOf({ 'cities.csv': file })).toEqual([expect.stringContaining(`row 1: ${UTF8}`)]);
  });

  test('a byte order mark and the line ends of Windows do no harm', async () => {
    const file = `\uFEFF"id",name,country\r\nyork,York,GB\r\n`;
    const report = await database.load({ 'cities.csv': file }, { dryRun: true });
    expect(countOf(report, 'cities').created).toBe(1);
  });

  test('what has lost its accents before is kept as it is', async () => {
    await database.load({ 'cities.csv': 'id,name,country\nyork,Y\uFFFDrk,GB\n' }, { dryRun: true });
  });

  test('a NUL byte is refused', async () => {
    expect(await problemsOfCities('york,Yo\0rk,GB,,,')).toEqual([
      'cities.csv, row 2, name: expected text without a NUL character, got "Yo\\u0000rk"',
    ]);
  });
});

describe('the form of the file', () => {
  test('semicolons between the columns', async () => {
    const file = `${HEADER.replaceAll(',', ';')}\nyork;York;GB;;;\n`;
    expect(await database.problemsOf({ 'cities.csv': file })).toEqual([
      'cities.csv, row 1: expected commas between the columns, id,name,country,region,population,latitude,longitude,' +
        'wikidata,geonames,unlocode,cdp,gcom,source, got "id;name;country;population;latitude;longitude"',
    ]);
  });

  test('a comma without quotes, and too few cells', async () => {
    expect(await problemsOfCities('york,York, North Yorkshire,GB,,,', 'ely,Ely,GB', 'bath,Bath,GB,,,')).toEqual([
      'cities.csv, row 2: expected 6 cells; a cell with a comma in it needs quotes around it, ' +
        'got "7: york,York, North Yorkshire,GB,,,"',
      'cities.csv, row 3: expected 6 cells, got "3: ely,Ely,GB"',
    ]);
  });

  test('columns that are missing, unknown or there twice', async () => {
    const file = 'id,name,populaton,name\nyork,York,1,York\n';
    expect(await database.problemsOf({ 'cities.csv': file })).toEqual([
      expect.stringMatching(/^cities.csv, row 1: expected one of the columns id, name, country, .*, got "populaton"$/),
      'cities.csv, row 1: expected each column once, got "name"',
      'cities.csv, row 1: expected a column country; it is missing',
    ]);
  });

  test('an empty file, and one with a header alone', async () => {
    expect(await database.problemsOf({ 'cities.csv': '' })).toEqual([
      'cities.csv, row 1: expected a header line; the file is empty',
    ]);
    expect((await database.load({ 'cities.csv': HEADER })).counts).toEqual([]);
  });

  test('quotes in the wrong place', async () => {
    expect(await problemsOfCities('york,Yo"rk,GB,,,')).toEqual([
      'cities.csv, row 2: expected a quote at the beginning of a cell alone; inside of a cell in quotes it is written twice',
    ]);
    expect(await problemsOfCities('york,York,GB,,,', 'bath,"Bath,GB,,,')).toEqual([
      'cities.csv, row 3: expected a closing quote; one is left open',
    ]);
  });

  test('a row of a gigabyte is refused at once, and not held in memory', async () => {
    const folder = database.folder({ 'cities.csv': `${HEADER}\nyork,` });
    fs.truncateSync(path.join(folder, 'cities.csv'), 2 ** 30); // Zeros, without a line end.
    const before = process.memoryUsage().rss;
    const start = performance.now();
    const { problems } = await importPackage(database.client, folder);
    expect(problems.map(describeFinding)).toEqual([
      'cities.csv, row 2: expected a row of at most 1048576 bytes; is a quote left open?',
    ]);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20);
  });

  test('gzip: whole files are read, others refused', async () => {
    const file = gzipSync(`${HEADER}\nyork,York,GB,,,\n`);
    const report = await database.load({ 'cities.csv.gz': file }, { dryRun: true });
    expect(countOf(report, 'cities').created).toBe(1);
    expect(await database.problemsOf({ 'cities.csv.gz': file.subarray(0, file.length - 9) })).toEqual([
      'cities.csv.gz: expected a whole gzip file; this one is cut off',
    ]);
    expect(await database.problemsOf({ 'cities.csv.gz': HEADER })).toEqual([
      'cities.csv.gz: expected a gzip file, since its name ends in .gz; this one is none, or damaged',
    ]);
  });
});

describe('cells', () => {
  test('numbers', async () => {
    const rows = [
      'a,A,GB,"38,201,740",,',
      'b,B,GB,,"48,85",2.35',
      'c,C,GB,,91,0',
      'd,D,GB,99999999999,1,-180.5',
      'e,E,GB,,1,',
    ];
    expect(await problemsOfCities(...rows)).toEqual([
      'cities.csv, row 2, population: expected a whole number from 0 to 2147483647, in digits alone, got "38,201,740"',
      'cities.csv, row 3, latitude: expected a number from -90 to 90, decimals after a point, got "48,85"',
      'cities.csv, row 4, latitude: expected a number from -90 to 90, decimals after a point, got "91"',
      'cities.csv, row 5, longitude: expected a number from -180 to 180, decimals after a point, got "-180.5"',
      'cities.csv, row 5, population: expected a whole number from 0 to 2147483647, in digits alone, got "99999999999"',
      'cities.csv, row 6, latitude: expected latitude and longitude, or neither, got "1"',
    ]);
  });

  test('days of the calendar, ends before starts, overlaps', async () => {
    const problems = await database.problemsOf({
      'networks.csv': 'id,name,locale\nn,N,en\n',
      'memberships.csv':
        'id,city,network,role,started_on,ended_on,ongoing\n' +
        'a,london,n,MEMBER,2023-02-29,,\n' +
        'b,bogota,n,MEMBER,2020-01-01,2019-01-01,\n' +
        'c,leeds,n,Member,2020-1-1,0000-01-01,maybe\n' +
        'd,leeds,n,LEAD,2020-01-01,2021-01-01,true\n' +
        'e,bogota,n,LEAD,2020-12-31,,\n' +
        'f,bogota,n,LEAD,2020-12-31,2021-01-01,\n',
    });
    const day = 'expected a day of the calendar, YYYY-MM-DD';
    expect(problems).toEqual([
      `memberships.csv, row 2, started_on: ${day}, got "2023-02-29"`,
      'memberships.csv, row 3, ended_on: expected a day after started_on 2020-01-01, got "2019-01-01"',
      `memberships.csv, row 4, ended_on: ${day}, got "0000-01-01"`,
      'memberships.csv, row 4, ongoing: expected true or false, got "maybe"',
      'memberships.csv, row 4, role: expected one of LEAD, CO_LEAD, MEMBER, OBSERVER, got "Member"',
      `memberships.csv, row 4, started_on: ${day}, got "2020-1-1"`,
      'memberships.csv, row 5, ongoing: expected no end where ongoing is true, got "true"',
      'memberships.csv, row 7, started_on: expected no other row of this city and network at the same time; it overlaps e, ' +
        'got "2020-12-31"',
    ]);
  });

  test('ids that are missing, twice there, or refer to nothing', async () => {
    const rows = ['york,York,GB,,,', 'york,New York,GB,,,', ',Bath,,,,', 'Ely!,Ely,FR,,,'];
    expect(await problemsOfCities(...rows)).toEqual([
      'cities.csv, row 3, id: expected each id once; row 2 has it too, got "york"',
      'cities.csv, row 4, country: expected an id in countries.csv or in the database, got an empty cell',
      expect.stringMatching(/^cities.csv, row 4, id: expected an id of 1 to 70 .*, got an empty cell$/),
      'cities.csv, row 5, country: expected an id in countries.csv or in the database, got "FR"',
      expect.stringMatching(/^cities.csv, row 5, id: expected an id of 1 to 70 .*, got "Ely!"$/),
    ]);
  });

  test('references to rows that were left out are not wrong', async () => {
    const problems = await database.problemsOf({
      'countries.csv': 'code,name\nFR,France,Paris\n',
      'cities.csv': 'id,name,country\nparis,Paris,FR\n',
    });
    expect(problems).toEqual([expect.stringContaining('countries.csv, row 2: expected 2 cells')]);
  });

  test('lists, moments, addresses, codes', async () => {
    const header = 'id,city,title,summary,locale,sector,status,visibility,published_at,links';
    const problems = await database.problemsOf({
      'solutions.csv':
        `${header}\na,london,A,S,en,WASTE ,PUBLISHED,PUBLIC,,https://a.example;ftp://b\n` +
        'b,london,B,S,english language,WASTE,PUBLISHED,PUBLIC,2020-01-01T24:00:00Z,\n',
      'actions.csv':
        'id,city,title,locale,sector,status,reported_on,influences\nx,london,X,en,FOOD,PLANNED,2020-01-01,OLD\n',
    });
    expect(problems.map((problem) => problem.replace(/: expected.*got/, ':'))).toEqual([
      'solutions.csv, row 2, links: "https://a.example;ftp://b"',
      'solutions.csv, row 2, published_at: an empty cell',
      'solutions.csv, row 2, sector: "WASTE "',
      'solutions.csv, row 3, locale: "english language"',
      'solutions.csv, row 3, published_at: "2020-01-01T24:00:00Z"',
      'actions.csv, row 2, influences: "OLD"',
    ]);
  });

  test('collaborations of fewer than two cities', async () => {
    const problems = await database.problemsOf({
      'collaborations.csv': 'id,kind,title\na,TWINNING,\nb,TWINNING,T\n',
      'collaboration-participants.csv': 'collaboration,city\na,london\nb,london\nb,leeds\n',
    });
    expect(problems).toEqual([
      'collaborations.csv, row 2, id: expected two cities or more in collaboration-participants.csv, got "a"',
      'collaborations.csv, row 3, locale: expected the language of the title, got an empty cell',
    ]);
  });
});

test('fifty problems are told, and all are counted', async () => {
  const rows = Array.from({ length: 70 }, (_, i) => `c${i},C,GB,,${i < 60 ? '91,0' : ','}${i % 2 ? '' : ',,'}`);
  const report = await database.import({ 'cities.csv': [HEADER, ...rows].join('\n') });
  expect(report.problems).toHaveLength(50);
  expect(report.problems.map(({ row }) => row)).toEqual(
    [...report.problems.map(({ row }) => row)].sort((a, b) => a! - b!),
  );
  expect(report).toMatchObject({ problemCount: 65, warningCount: 0, changed: false });
  expect(countOf(report, 'cities')).toEqual({ created: 0, changed: 0, unchanged: 0, refused: 65 });
});

describe('packages', () => {
  const importOf = (files: Record<string, string>) => database.import(files);

  test('files that are none of ours are left out, with a warning', async () => {
    const { warnings, counts } = await importOf({ 'countries.csv': 'code,name\nGB,United Kingdom\n', 'city.csv': 'x' });
    expect(warnings).toEqual([{ file: 'city.csv', expected: 'a file of the format; it was left out' }]);
    expect(counts).toHaveLength(1);
  });

  test.each([
    ['nothing to import', {}, /^Expected a data package \(sources.csv, cities.csv and so on, .*, got none at .*\.$/],
    ['no JSON', { 'datapackage.json': '{' }, /^Expected a descriptor in JSON, got /],
    ['no resources', { 'datapackage.json': '{"resources": {}}' }, /^Expected a descriptor with a list "resources"/],
    [
      'a path out of the package',
      { 'datapackage.json': '{"resources": [{"name": "cities", "path": "../cities.csv"}]}' },
      /^Expected one path of a CSV file below the package for resource cities in .*, got "..\/cities.csv"\.$/,
    ],
    [
      'a file that is missing',
      { 'datapackage.json': '{"resources": [{"name": "cities", "path": "cities.csv"}]}' },
      /^Expected a file or a folder that can be read, got ENOENT for .*cities.csv\.$/,
    ],
    [
      'an encoding that is not ours',
      {
        'cities.csv': '',
        'datapackage.json': '{"resources": [{"name": "cities", "path": "cities.csv", "encoding": "cp1252"}]}',
      },
      /^Expected encoding utf-8 for resource cities in .*, got "cp1252"\.$/,
    ],
    ['two files of a resource', { 'cities.csv': '', 'cities.csv.gz': '' }, /^Expected one file of cities, got /],
  ])('%s', async (_, files: Record<string, string>, message) => {
    await expect(importOf(files)).rejects.toMatchObject({
      code: 'IMPORT_PATH',
      message: expect.stringMatching(message),
    });
  });
});

import { describeFinding } from '../../src/import/findings';
import { countOf, ImportDatabase, places } from './database';

let database: ImportDatabase;

beforeEach(async () => {
  database = await new ImportDatabase().open();
  await database.load(places);
});

afterEach(() => database.close());

const network = { 'networks.csv': 'id,name,locale\nn,N,en\n' };
const cities = (...rows: string[]): Record<string, string> => ({
  'cities.csv': ['id,name,country,population,wikidata,geonames', ...rows, ''].join('\n'),
});

describe('cities', () => {
  test('are recognised by an identifier under another id, and what refers to them follows', async () => {
    const report = await database.load({
      ...network,
      ...cities('ciudad-bogota,Bogota,CO,7412566,Q2841,', 'londres,London,GB,,,2643743', 'york,York,GB,141685,Q42462,'),
      'memberships.csv':
        'id,city,network,role\nm,ciudad-bogota,n,LEAD\no,londres,n,MEMBER\np,york,n,MEMBER\nq,leeds,n,MEMBER\n',
    });
    expect(countOf(report, 'cities')).toEqual({ created: 1, changed: 1, unchanged: 1, refused: 0 });
    const members = `SELECT m.slug, c.slug, c.name, c.population FROM membership m JOIN city c ON c.id = m.city_id ORDER BY 1`;
    expect(await database.rows(members)).toEqual([
      'm,bogota,Bogota,7412566',
      'o,london,London,8908081',
      'p,york,York,141685',
      'q,leeds,Leeds,',
    ]);
  });

  test('are recognised by their id where nothing says otherwise', async () => {
    const report = await database.load(cities('leeds,Leeds,GB,516298,Q39121,'));
    expect(countOf(report, 'cities')).toEqual({ created: 0, changed: 1, unchanged: 0, refused: 0 });
    expect(await database.rows(`SELECT population, wikidata_id FROM city WHERE slug = 'leeds'`)).toEqual([
      '516298,Q39121',
    ]);
  });

  test('never by their name', async () => {
    const report = await database.load(cities('london-on,London,GB,,,'));
    expect(countOf(report, 'cities').created).toBe(1);
  });

  test('of two identifiers that belong to two cities, neither is believed', async () => {
    expect(await database.problemsOf(cities('x,X,GB,,Q84,3688689'))).toEqual([
      'cities.csv, row 2, geonames: expected a value that no other row in the database has; it belongs to bogota, got "3688689"',
    ]);
  });

  test('an id does not pass on to another city', async () => {
    expect(await database.problemsOf(cities('london,London,CO,,Q92561,'))).toEqual([
      'cities.csv, row 2, wikidata: expected the wikidata that this id has in the database, or an id of its own for another one: ' +
        'Q84, got "Q92561"',
    ]);
  });

  test('two rows do not mean the same city', async () => {
    expect(await database.problemsOf(cities('a,A,GB,,Q84,', 'london,B,GB,,,', 'c,C,GB,,Q1,', 'd,D,GB,,Q1,'))).toEqual([
      expect.stringMatching(/^cities.csv, row 3, id: expected one row for each .*; it is the same as a, got "london"$/),
      'cities.csv, row 5, wikidata: expected each wikidata once; row 4 has it too, got "Q1"',
    ]);
  });

  test('a population far from the one known so far is a warning', async () => {
    const { warnings, changed } = await database.load(
      cities('bogota,Bogotá,CO,74125660,Q2841,', 'london,London,GB,8900000,Q84,'),
    );
    expect(warnings.map(describeFinding)).toEqual([
      'cities.csv, row 2, population: expected a population within five times of the one known so far, 7412566, got "74125660"',
    ]);
    expect(changed).toBe(true);
    expect(await database.rows(`SELECT population FROM city WHERE slug = 'bogota'`)).toEqual(['74125660']);
  });

  test('keep what the file does not know', async () => {
    const report = await database.load(cities('london,London,GB,,Q84,'));
    expect(countOf(report, 'cities').unchanged).toBe(1);
    expect(await database.rows(`SELECT population, latitude, geonames_id FROM city WHERE slug = 'london'`)).toEqual([
      '8908081,51.5,2643743',
    ]);
  });
});

test('a record becomes what its row says; columns that the file has not stay', async () => {
  const memberships = (header: string, row: string) => database.load({ 'memberships.csv': `${header}\n${row}\n` });
  await database.load(network);
  await memberships(
    'id,city,network,role,started_on,ended_on,ongoing,date_precision',
    'm,london,n,LEAD,2010-01-01,2012-01-01,,YEAR',
  );
  await memberships('id,city,network,role,ended_on,ongoing', 'm,london,n,CO_LEAD,,true');
  expect(await database.rows('SELECT role, started_on::text, ended_on, ongoing FROM membership')).toEqual([
    'CO_LEAD,2010-01-01,,true',
  ]);
});

test('periods are compared with those in the database, but for those that the file replaces', async () => {
  const file = (...rows: string[]) => ({
    ...network,
    'memberships.csv': ['id,city,network,role,started_on,ended_on,date_precision', ...rows, ''].join('\n'),
  });
  await database.load(file('a,london,n,MEMBER,2010-01-01,2015-01-01,DAY', 'b,london,n,LEAD,2015-01-01,2020-01-01,DAY'));
  expect(await database.problemsOf(file('c,london,n,LEAD,2019-12-31,,DAY'))).toEqual([
    'memberships.csv, row 2, started_on: expected no other row of this city and network at the same time; it overlaps b, ' +
      'got "2019-12-31"',
  ]);
  await database.load(file('a,london,n,MEMBER,2010-01-01,2017-01-01,DAY', 'b,london,n,LEAD,2017-01-01,,DAY'));
  expect(await database.rows('SELECT slug, started_on::text FROM membership ORDER BY 1')).toEqual([
    'a,2010-01-01',
    'b,2017-01-01',
  ]);
});

test('of two names, the one that is newly preferred shows', async () => {
  const names = (...rows: string[]) =>
    database.load({ 'city-names.csv': ['city,locale,name,preferred', ...rows, ''].join('\n') });
  await names('london,es,Londinium,true', 'london,es,Londres,false');
  await names('london,es,Londres,true');
  expect(await database.rows('SELECT name, preferred FROM city_name ORDER BY 1')).toEqual([
    'Londinium,false',
    'Londres,true',
  ]);
  const twice = { 'city-names.csv': 'city,locale,name,preferred\nlondon,es,A,true\nlondon,es,B,true\n' };
  expect(await database.problemsOf(twice)).toEqual([
    'city-names.csv, row 3, preferred: expected one preferred name of a city in a language at most, got "true"',
  ]);
});

test('a network may name a successor that comes after it', async () => {
  await database.load({ 'networks.csv': 'id,name,locale,successor\nev,EV,en,lev\nlev,LEV,en,zev\nzev,ZEV,en,\n' });
  const lineage = 'SELECT n.slug, s.slug FROM network n LEFT JOIN network s ON s.id = n.successor_id ORDER BY 1';
  expect(await database.rows(lineage)).toEqual(['ev,lev', 'lev,zev', 'zev,']);
});

describe('collaborations', () => {
  const links = (rows: string[], participants: string[]): Record<string, string> => ({
    'sources.csv': 'id,name\ns,S\nt,T\n',
    'collaborations.csv': ['id,kind,title,locale,started_on,date_precision,source', ...rows, ''].join('\n'),
    'collaboration-participants.csv': ['collaboration,city', ...participants, ''].join('\n'),
  });
  const pair = (id: string): string[] => [`${id},london`, `${id},bogota`];

  beforeEach(() => database.load(links(['a,TWINNING,,,,,s'], pair('a'))));

  test('that are there already are not there twice, whatever their id', async () => {
    const again = links(['b,TWINNING,,,,,s', 'c,TWINNING,,,,,s'], [...pair('c'), ...pair('b').reverse()]);
    const report = await database.load({
      ...again,
      'collaboration-translations.csv': 'collaboration,locale,title\nb,es,Hermanamiento\n',
    });
    expect(countOf(report, 'collaborations')).toEqual({ created: 0, changed: 0, unchanged: 2, refused: 0 });
    expect(countOf(report, 'collaboration-participants')).toEqual({ created: 0, changed: 0, unchanged: 4, refused: 0 });
    const translated = `SELECT c.slug, t.title FROM collaboration c JOIN collaboration_translation t ON t.collaboration_id = c.id`;
    expect(await database.rows(translated)).toEqual(['a,Hermanamiento']);
  });

  test.each([
    ['another kind', 'b,MENTORING,,,,,s', []],
    ['another source', 'b,TWINNING,,,,,t', []],
    ['another day', 'b,TWINNING,,,2020-01-01,DAY,s', []],
    ['another title', 'b,TWINNING,Sisters,en,,,s', []],
    ['another city more', 'b,TWINNING,,,,,s', ['b,leeds']],
  ])('%s makes another one', async (_, row, participants: string[]) => {
    const report = await database.load(links([row], [...pair('b'), ...participants]));
    expect(countOf(report, 'collaborations')).toMatchObject({ created: 1, unchanged: 0 });
  });

  test('new ones that are the same are one, and cities are added to those that are there', async () => {
    const file = links(['b,WORKSHOP,,,,,s', 'c,WORKSHOP,,,,,s'], [...pair('b'), ...pair('c')]);
    expect(countOf(await database.load(file), 'collaborations')).toMatchObject({ created: 1, unchanged: 1 });
    await database.load({ 'collaboration-participants.csv': 'collaboration,city\na,leeds\n' });
    expect(await database.rows('SELECT slug, participant_count FROM collaboration ORDER BY 1')).toEqual(['a,3', 'b,2']);
  });
});

test('what only the database knows to be wrong is told in one line', async () => {
  await database.client.query(`ALTER TABLE city ADD CONSTRAINT no_bath CHECK (slug <> 'bath')`);
  await expect(database.import(cities('bath,Bath,GB,,,'))).rejects.toMatchObject({
    code: 'IMPORT_REFUSED',
    message: expect.stringMatching(
      /^Expected rows that the database accepts, got: new row .* "no_bath" .* Nothing was changed\.$/,
    ),
  });
});

import fs from 'node:fs';
import path from 'node:path';
import { importPackage } from '../../src/import/import-package';
import type { ImportReport } from '../../src/import/report';
import { createDataFolder } from '../support/folders';
import { useWorld } from '../support/world';

const FIRST = path.join(__dirname, '../fixtures/world');
const world = useWorld({ data: null });
let folder: string;

beforeAll(() => {
  folder = createDataFolder();
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Imports some CSV files. */
function importFiles(files: Record<string, string>, dryRun = false): Promise<ImportReport> {
  const target = fs.mkdtempSync(path.join(folder, 'package-'));
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(target, `${name}.csv`), `${text}\n`);
  return importFrom(target, dryRun);
}

async function importFrom(target: string, dryRun = false): Promise<ImportReport> {
  const client = await world.database.pool.connect();
  try {
    return await importPackage(client, target, { dryRun });
  } finally {
    client.release();
  }
}

/** The events that wait for their positions, as `TYPE Subject slug`, which then are gone. */
async function takeEvents(): Promise<string[]> {
  const rows = await world.sql<{ event: string }>(`WITH taken AS (DELETE FROM event_inbox RETURNING *)
    SELECT type || ' ' || subject_type || ' ' || subject_slug AS event FROM taken ORDER BY id`);
  return rows.map(({ event }) => event);
}

/** What an import of some CSV files appends. */
async function eventsOf(files: Record<string, string>, dryRun = false): Promise<string[]> {
  const { problems } = await importFiles(files, dryRun);
  expect(problems).toEqual([]);
  return takeEvents();
}

const SOLUTION = 'id,city,title,summary,locale,sector,status,visibility,published_at';
const solution = (status: string, title = 'A title'): string =>
  `${SOLUTION}\nnew-one,paris,${title},A summary.,en,WASTE,${status},PUBLIC,2026-01-01T00:00:00Z`;

test('a first import tells of each record once, those that others refer to first', async () => {
  expect(await importFrom(FIRST)).toMatchObject({ changed: true, problems: [] });
  const events = await takeEvents();
  const counted = await world.sql<{
    n: number;
  }>(`SELECT ((SELECT count(*) FROM city) + (SELECT count(*) FROM network)
    + (SELECT count(*) FROM initiative) + (SELECT count(*) FROM membership) + (SELECT count(*) FROM collective_action)
    + (SELECT count(*) FROM signature) + (SELECT count(*) FROM solution WHERE status <> 'DRAFT')
    + (SELECT count(*) FROM adoption) + (SELECT count(*) FROM action) + (SELECT count(*) FROM collaboration))::int AS n`);
  expect(new Set(events).size).toBe(events.length);
  expect(events.length).toBe(counted[0]!.n);
  const first = (type: string): number => events.findIndex((event) => event.startsWith(type));
  expect(first('CITY_CHANGED')).toBe(0);
  expect(first('SOLUTION_SHARED')).toBeLessThan(first('ADOPTION_RECORDED'));
});

test('what was there already is not told of again, nor what a dry run or a refused import would do', async () => {
  expect(await eventsOf({ cities: 'id,name,country\nparis,Paris,FR' })).toEqual([]);
  expect(await eventsOf({ cities: 'id,name,country\nparis,Lutetia,FR' }, true)).toEqual([]);
  const cities = 'id,name,country\nparis,Lutetia,FR\nx,X,none';
  expect(await importFiles({ cities })).toMatchObject({ changed: false });
  expect(await takeEvents()).toEqual([]);
});

test('a city', async () => {
  const cities = 'id,name,country,population\nparis,Paris,FR,2100001\nnew-city,New City,FR,5';
  expect(await eventsOf({ cities })).toEqual(['CITY_CHANGED City paris', 'CITY_CHANGED City new-city']);
});

test('what belongs to a record is told of as a change of that one', async () => {
  expect(
    await eventsOf({ 'city-names': 'city,locale,name,preferred\nparis,eo,Parizo,true\nparis,la,Lutetia,true' }),
  ).toEqual(['CITY_CHANGED City paris']);
  expect(await eventsOf({ 'city-names': 'city,locale,name,preferred\nparis,eo,Parizo,false' })).toEqual([
    'CITY_CHANGED City paris',
  ]);
});

describe('a solution', () => {
  test.each([
    ['as a draft is told to nobody', solution('DRAFT'), []],
    ['that changes as a draft neither', solution('DRAFT', 'Another'), []],
    ['is shared when it is published', solution('PUBLISHED', 'Another'), ['SOLUTION_SHARED']],
    ['is revised', solution('PUBLISHED'), ['SOLUTION_REVISED']],
    ['is withdrawn', solution('WITHDRAWN'), ['SOLUTION_WITHDRAWN']],
    ['stays withdrawn', solution('WITHDRAWN', 'Another'), []],
    ['is shared once more', solution('PUBLISHED'), ['SOLUTION_SHARED']],
    ['is taken back as a draft', solution('DRAFT'), ['SOLUTION_WITHDRAWN']],
  ])('%s', async (_, solutions, types) => {
    expect(await eventsOf({ solutions })).toEqual(types.map((type) => `${type} Solution new-one`));
  });

  test('that is new with its translation and its networks is shared, once', async () => {
    const solutions = solution('PUBLISHED').replace('new-one', 'another-one');
    const translations = 'solution,locale,title,summary\nanother-one,es,Título,Resumen.';
    const networks = 'solution,network\nanother-one,cool-cities';
    const files = { solutions, 'solution-translations': translations, 'solution-networks': networks };
    expect(await eventsOf(files)).toEqual(['SOLUTION_SHARED Solution another-one']);
    expect(await eventsOf({ 'solution-translations': translations.replace('Título', 'Otro') })).toEqual([
      'SOLUTION_REVISED Solution another-one',
    ]);
  });
});

test('an adoption, and that it was confirmed', async () => {
  const adoption = (confirmed: boolean, status = 'CONSIDERING'): Record<string, string> => ({
    adoptions: `id,solution,city,kind,status,confirmed\nan-adoption,another-one,accra,REPLICATED,${status},${confirmed}`,
  });
  expect(await eventsOf(adoption(false))).toEqual(['ADOPTION_RECORDED Adoption an-adoption']);
  expect(await eventsOf(adoption(true))).toEqual(['ADOPTION_CONFIRMED Adoption an-adoption']);
  expect(await eventsOf(adoption(true, 'STOPPED'))).toEqual(['ADOPTION_RECORDED Adoption an-adoption']);
});

test('a membership that is set, and one that has ended', async () => {
  const membership = (ended: string): Record<string, string> => ({
    memberships: `id,city,network,role,started_on,ended_on\na-membership,new-city,cool-cities,MEMBER,2020-01-01,${ended}`,
  });
  expect(await eventsOf(membership(''))).toEqual(['MEMBERSHIP_SET Membership a-membership']);
  expect(await eventsOf(membership('2024-01-01'))).toEqual(['MEMBERSHIP_ENDED Membership a-membership']);
});

test('a signature that is set, and one that is withdrawn', async () => {
  const [row] = await world.sql<{ slug: string }>('SELECT slug FROM collective_action ORDER BY slug LIMIT 1');
  const signature = (withdrawn: string): Record<string, string> => ({
    signatures: `id,city,collective_action,signed_on,withdrawn_on\na-signature,new-city,${row!.slug},2020-01-01,${withdrawn}`,
  });
  expect(await eventsOf(signature(''))).toEqual(['SIGNATURE_SET Signature a-signature']);
  expect(await eventsOf(signature('2024-01-01'))).toEqual(['SIGNATURE_WITHDRAWN Signature a-signature']);
});

test('a collaboration that gets another participant', async () => {
  const [row] = await world.sql<{ slug: string }>('SELECT slug FROM collaboration ORDER BY slug LIMIT 1');
  expect(await eventsOf({ 'collaboration-participants': `collaboration,city\n${row!.slug},new-city` })).toEqual([
    `COLLABORATION_RECORDED Collaboration ${row!.slug}`,
  ]);
});

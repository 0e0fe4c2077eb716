import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { Directory } from '../../src/access/directory';
import { exportPackage } from '../../src/export/export-package';
import { toGlobalId } from '../../src/graphql/global-id';
import { importPackage } from '../../src/import/import-package';
import { mergeCities } from '../../src/import/merge-cities/merge-cities';
import { useWorld } from '../support/world';

// A register that knows Bogotá under another name, with records that Bogotá has too, and some that it has not.
const register = {
  'cities.csv':
    'id,name,country,population,wikidata,geonames,cdp\nbogota-dc,Bogotá D.C.,CO,7181469,Q999,1234,777\ncali,Cali,CO,2227642,Q51103,,\n',
  'city-names.csv': 'city,locale,name,preferred\nbogota-dc,fr,Bogota DC,true\nbogota-dc,es,Santafé,true\n',
  'memberships.csv':
    'id,city,network,role,started_on,ended_on,ongoing\n' +
    'dc-zev,bogota-dc,zero-emission-vehicles,MEMBER,2017-01-01,,true\ndc-food,bogota-dc,food-systems,MEMBER,2018-01-01,,true\n',
  'signatures.csv':
    'id,city,collective_action,signed_on\ndc-clean-air,bogota-dc,clean-air-pledge,2020-05-01\ndc-green,bogota-dc,green-roof-accord,2020-01-01\n',
  'solutions.csv':
    'id,city,title,summary,locale,sector,status,visibility,published_at\n' +
    'gardens-dc,bogota-dc,Huertas,Huertas en los techos.,es,FOOD,PUBLISHED,PUBLIC,2024-01-01T00:00:00Z\n',
  'adoptions.csv':
    'id,solution,city,learned_from,kind,status,confirmed\n' +
    'ciclovia-dc,ciclovia-bogota,bogota-dc,bogota,REPLICATED,IMPLEMENTED,true\n' +
    'roofs-dc,cool-roofs-new-york,bogota-dc,new-york,REPLICATED,IMPLEMENTED,true\n' +
    'roofs-cali,cool-roofs-new-york,cali,bogota-dc,REPLICATED,IMPLEMENTED,true\n',
  'collaborations.csv':
    'id,kind,started_on\ntwins,TWINNING,\nself,TWINNING,\nonce,TWINNING,2001-01-01\nagain,TWINNING,2001-01-01\nthree,WORKSHOP,\n',
  'collaboration-participants.csv':
    'collaboration,city\ntwins,bogota-dc\ntwins,cali\nself,bogota\nself,bogota-dc\nonce,bogota\nonce,paris\nagain,bogota-dc\n' +
    'again,paris\nthree,bogota\nthree,bogota-dc\nthree,cali\n',
};

const world = useWorld();
const folders: string[] = [];

afterAll(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true })));

function folder(files: Record<string, string> = {}): string {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'interurban-merge-'));
  folders.push(made);
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(made, name), content);
  return made;
}

async function withClient<T>(run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(world.testDatabase.connection);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

const load = (files: Record<string, string>) => withClient((client) => importPackage(client, folder(files)));
const column = async (text: string): Promise<unknown[]> => (await world.sql(text)).flatMap((row) => Object.values(row));
const former = toGlobalId('City', 'bogota-dc');

describe('two cities that are the same', () => {
  let told: string[];

  beforeAll(async () => {
    expect(await load(register)).toMatchObject({ changed: true, problems: [] });
    const before = Number((await column('SELECT coalesce(max(id), 0) FROM event_inbox'))[0]);
    const report = await withClient(async (client) => {
      const rehearsal = await mergeCities(client, 'bogota-dc', 'bogota', { dryRun: true });
      expect(await column("SELECT count(*)::int FROM city WHERE slug = 'bogota-dc'")).toEqual([1]);
      expect(await mergeCities(client, 'bogota-dc', 'bogota')).toEqual(rehearsal);
      return rehearsal;
    });
    expect(report).toEqual({
      counts: [
        { what: 'memberships', moved: 1, dropped: 1 },
        { what: 'signatures', moved: 1, dropped: 1 },
        { what: 'adoptions', moved: 2, dropped: 1 },
        { what: 'solutions', moved: 1, dropped: 0 },
        { what: 'actions', moved: 0, dropped: 0 },
        { what: 'collaborations', moved: 2, dropped: 2 },
        { what: 'names', moved: 3, dropped: 0 },
      ],
      formerKeys: ['SLUG bogota-dc', 'WIKIDATA Q999', 'GEONAMES 1234', 'CDP 777'],
    });
    told = (await column(
      `SELECT type || ' ' || subject_slug FROM event_inbox WHERE id > ${before} ORDER BY 1`,
    )) as string[];
  });

  test('have what both had, once', async () => {
    const bogota = "(SELECT id FROM city WHERE slug = 'bogota')";
    expect(await column(`SELECT slug FROM membership WHERE city_id = ${bogota} ORDER BY 1`)).toEqual([
      'bogota-bus-lanes',
      'bogota-cool-cities',
      'bogota-red-andina',
      'bogota-zev',
      'dc-food',
    ]);
    expect(await column(`SELECT slug FROM signature WHERE city_id = ${bogota} ORDER BY 1`)).toEqual([
      'bogota-clean-air',
      'dc-green',
    ]);
    expect(await column(`SELECT slug FROM adoption WHERE ${bogota} IN (city_id, learned_from_id) ORDER BY 1`)).toEqual([
      'ciclovia-los-angeles',
      'ciclovia-mexico-city',
      'ciclovia-quito',
      'roofs-cali',
      'roofs-dc',
    ]);
    expect(
      await column(
        `SELECT t.slug || t.participant_count FROM collaboration t JOIN collaboration_participant p ON p.collaboration_id = t.id
         WHERE p.city_id = ${bogota} ORDER BY 1`,
      ),
    ).toEqual(['cycling-visit4', 'once2', 'three2', 'twins2']);
    expect(await column("SELECT count(*)::int FROM city WHERE slug = 'bogota-dc'")).toEqual([0]);
  });

  test('are found by every key, and by every name', async () => {
    const data = await world.ask(
      `query ($id: ID!, $keys: [_Any!]!) {
        byId: city(id: $id) { slug population } bySlug: city(slug: "bogota-dc") { slug }
        byWikidata: city(wikidataId: "Q999") { slug wikidataId } byGeonames: city(geonamesId: "1234") { slug }
        node(id: $id) { id ... on City { slug networks { nodes { slug } } } } nodes(ids: [$id, $id]) { id }
        _entities(representations: $keys) { ... on City { slug } }
        search(text: "bogota d.c.", first: 1) { nodes { ... on City { slug } } }
      }`,
      {
        variables: {
          id: former,
          keys: [
            { __typename: 'City', id: former },
            { __typename: 'City', wikidataId: 'Q999' },
          ],
        },
      },
    );
    const bogota = { slug: 'bogota' };
    const id = toGlobalId('City', 'bogota');
    expect(data).toMatchObject({
      byId: { ...bogota, population: 7743955 },
      bySlug: bogota,
      byWikidata: { ...bogota, wikidataId: 'Q2841' },
      byGeonames: bogota,
      node: { id, ...bogota, networks: { nodes: expect.arrayContaining([{ slug: 'food-systems' }]) } },
      nodes: [{ id }, { id }],
      _entities: [bogota, bogota],
      search: { nodes: [bogota] },
    });
  });

  test('one more statement finds all that are asked for by former keys, and none is run where there are none', async () => {
    const ask = (...slugs: string[]) => {
      world.statements.length = 0;
      const keys = slugs.map((slug) => ({ __typename: 'City', id: toGlobalId('City', slug) }));
      return world.ask('query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on City { slug } } }', {
        variables: { keys },
      });
    };
    await ask('bogota', 'paris');
    expect(world.statements).toHaveLength(1);
    await ask('bogota', 'bogota-dc', 'atlantis', 'paris');
    expect(world.statements).toHaveLength(2);
  });

  test('a token, a mutation and the graph may name it by its former id', async () => {
    const city = await new Directory(world.database).city('bogota-dc');
    expect(city?.slug).toBe('bogota');
    const { reportAction } = await world.ask(
      `mutation ($input: ReportActionInput!) { reportAction(input: $input) { action { city { slug } } userErrors { message } } }`,
      {
        variables: {
          input: {
            cityId: former,
            title: 'Trees',
            sector: 'LAND_USE',
            status: 'PLANNED',
            reportedOn: '2026-01-01',
            locale: 'en',
          },
        },
        viewer: {
          issuer: 'test',
          subject: 'bogota',
          roles: ['PRACTITIONER'],
          city,
          networks: [],
          expiresAt: null,
        } as never,
      },
    );
    expect(reportAction).toEqual({ action: { city: { slug: 'bogota' } }, userErrors: [] });
    const { graph } = await world.ask(
      `query ($id: ID!) { graph(filter: { layers: [COLLABORATION] }) { neighbourhood(of: $id, depth: 1) { nodes { city { slug } } } } }`,
      { variables: { id: former } },
    );
    expect(graph.neighbourhood.nodes).toEqual(expect.arrayContaining([{ city: { slug: 'bogota' } }]));
  });

  test('everything that changed is told, what is gone too', () => {
    expect(told).toEqual([
      'ADOPTION_RECORDED ciclovia-dc',
      'ADOPTION_RECORDED roofs-cali',
      'ADOPTION_RECORDED roofs-dc',
      'CITY_CHANGED bogota',
      'CITY_CHANGED bogota-dc',
      'COLLABORATION_RECORDED again',
      'COLLABORATION_RECORDED self',
      'COLLABORATION_RECORDED three',
      'COLLABORATION_RECORDED twins',
      'MEMBERSHIP_SET dc-food',
      'MEMBERSHIP_SET dc-zev',
      'SIGNATURE_SET dc-clean-air',
      'SIGNATURE_SET dc-green',
      'SOLUTION_REVISED gardens-dc',
    ]);
  });

  test('the register is imported again without a second Bogotá, and its references are understood', async () => {
    const again = await load({
      'cities.csv': register['cities.csv'],
      'city-names.csv': register['city-names.csv'],
      'memberships.csv': 'id,city,network,role\ndc-water,bogota-dc,water-security,MEMBER\n',
    });
    expect(again).toMatchObject({ changed: true, problems: [] });
    const alone = await load({
      'actions.csv': 'id,city,title,locale,sector,status,reported_on\na-dc,bogota-dc,A,en,FOOD,PLANNED,2026-01-01\n',
    });
    expect(alone).toMatchObject({ changed: true, problems: [] });
    expect(await column("SELECT slug FROM city WHERE name LIKE 'Bog%'")).toEqual(['bogota']);
    const owners = "SELECT c.slug FROM city c JOIN membership m ON m.city_id = c.id WHERE m.slug = 'dc-water' UNION ALL " +
      "SELECT c.slug FROM city c JOIN action a ON a.city_id = c.id WHERE a.slug = 'a-dc'"; // prettier-ignore
    expect(await column(owners)).toEqual(['bogota', 'bogota']);
  });

  test('a former key is never used for another city, whoever writes', async () => {
    const write = (slug: string, wikidata: string) =>
      world.sql(
        `INSERT INTO city (slug, name, country_id, wikidata_id) SELECT $1, 'X', id, $2 FROM country WHERE code = 'CO'`,
        [slug, wikidata],
      );
    await expect(write('bogota-dc', 'Q5')).rejects.toThrow(
      'expected a new key, but SLUG bogota-dc has led to another city',
    );
    await expect(write('x', 'Q999')).rejects.toThrow('expected a new key, but WIKIDATA Q999 has led to another city');
    await expect(world.sql("UPDATE city SET geonames_id = '1234' WHERE slug = 'cali'")).rejects.toThrow(
      'GEONAMES 1234',
    );
    expect(await load({ 'city-former-keys.csv': 'scheme,value,city\nWIKIDATA,Q90,bogota\n' })).toMatchObject({
      changed: false,
      problems: [{ expected: 'an id that no city has now' }],
    });
  });

  test('former keys are exported, and lead to the city that has become part of yet another one', async () => {
    const target = folder();
    await withClient(async (client) => {
      await mergeCities(client, 'bogota', 'cali');
      await exportPackage(client, target);
    });
    expect(fs.readFileSync(path.join(target, 'city-former-keys.csv'), 'utf8')).toBe(
      'scheme,value,city\nCDP,777,cali\nGEONAMES,1234,cali\nSLUG,bogota,cali\nSLUG,bogota-dc,cali\nWIKIDATA,Q2841,cali\nWIKIDATA,Q999,cali\n',
    );
    const { city } = await world.ask('query ($id: ID!) { city(id: $id) { slug geonamesId unlocode } }', {
      variables: { id: former },
    });
    expect(city).toEqual({ slug: 'cali', geonamesId: '3688689', unlocode: 'COBOG' });
  });
});

test.each([
  ['paris', 'paris', 'Expected two cities, but got "paris" twice. Nothing was changed.'],
  ['atlantis', 'paris', 'Expected the ids of two cities, but got "atlantis", which no city has. Nothing was changed.'],
  ['london', 'paris', 'Expected two cities of one country, but got "london" and "paris". Nothing was changed.'],
])('%s and %s are not merged', async (one, other, message) => {
  await withClient((client) =>
    expect(mergeCities(client, one, other)).rejects.toMatchObject({ code: 'MERGE_REFUSED', message }),
  );
});

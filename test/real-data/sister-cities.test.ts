import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { importGraph } from '../../src/import/graph/import-graph';
import { randomSizes, walkBackwards, walkForwards, type ListPage } from '../support/walk';
import { useWorld, type Json, type World } from '../support/world';

const folder = process.env['INTERURBAN_TEST_DATA'];
const file = path.join(folder ?? '', 'sister-cities/sister_cities.gexf');

const CITIES = 4566;
const LINKS = 8182;

if (folder && fs.existsSync(file)) {
  describe(`sister cities of the world (${file})`, tests);
} else {
  const why = folder ? `there is no ${file}` : 'INTERURBAN_TEST_DATA names no folder';
  test.skip(`sister cities of the world (skipped: ${why})`, () => undefined);
}

function tests(): void {
  const world = useWorld({ data: null });

  async function importFile() {
    const client = new pg.Client(world.testDatabase.connection);
    await client.connect();
    try {
      return await importGraph(client, file, { kind: 'TWINNING' });
    } finally {
      await client.end();
    }
  }

  test('import, once and again', async () => {
    const first = await importFile();
    expect(first).toMatchObject({ changed: true, problemCount: 0 });
    const counts = await world.ask('{ cities { totalCount } collaborations { totalCount } }');
    expect(counts).toEqual({ cities: { totalCount: CITIES }, collaborations: { totalCount: LINKS } });
    expect(await importFile()).toMatchObject({ problemCount: 0 });
    expect(await world.ask('{ cities { totalCount } collaborations { totalCount } }')).toEqual(counts);
  }, 120_000);

  test('London has the 32 peers that the file links it to', async () => {
    const data = await world.ask(
      '{ city(wikidataId: "Q84") { name country { code } peers(first: 100) { totalCount nodes { wikidataId } } } }',
    );
    const { nodes, ...peers } = data.city.peers;
    expect({ ...data.city, peers }).toEqual({ name: 'London', country: { code: 'GB' }, peers: { totalCount: 32 } });
    const linked = linksIn(gexf()).flatMap((link) => (link.includes('Q84') ? link.filter((id) => id !== 'Q84') : []));
    expect(nodes.map((peer: Json) => peer.wikidataId).sort()).toEqual(linked.sort());
  });

  test('every city has the degree that the links of the file give it', async () => {
    const degrees = new Map<string, number>();
    for (const id of linksIn(gexf()).flat()) degrees.set(id, (degrees.get(id) ?? 0) + 1);
    expect(degrees.size).toBe(CITIES);
    expect(await degreesInApi(world)).toEqual(degrees);
    // The nodes' attribute `degree` was counted before the file's authors left links out: it is never less, and
    // London's is 48.
    const said = degreesIn(gexf());
    expect(said.get('Q84')).toBe(48);
    expect([...said].filter(([id, degree]) => degree < degrees.get(id)!)).toEqual([]);
  }, 120_000);

  test('all links, forwards and backwards, without a gap or a repeat', async () => {
    const list = { name: 'collaborations', field: 'collaborations', args: '', isTwoWay: true };
    const ids = (pages: ListPage[]) => pages.flatMap((page) => page.ids);
    const size = randomSizes(100);
    const forwards = ids(await walkForwards(world, list, () => Math.max(60, size())));
    expect(forwards).toHaveLength(LINKS);
    expect(new Set(forwards).size).toBe(LINKS);
    const backwards = ids((await walkBackwards(world, list, () => 100)).reverse());
    expect(backwards).toEqual(forwards);
  }, 120_000);
}

const gexf = (): string => fs.readFileSync(file, 'utf8');

/** The two ends of each link of the file. */
const linksIn = (text: string): string[][] =>
  [...text.matchAll(/<edge source="(Q\d+)" target="(Q\d+)"/g)].map(([, source, target]) => [source!, target!]);

/** Each node's attribute `degree`. */
function degreesIn(text: string): Map<string, number> {
  const nodes = text.matchAll(/<node id="(Q\d+)"[^>]*>\s*<attvalues>\s*<attvalue for="0" value="(\d+)"/g);
  return new Map([...nodes].map(([, id, degree]) => [id!, Number(degree)]));
}

/** Each city's number of peers by its Wikidata id. */
async function degreesInApi(world: World): Promise<Map<string, number>> {
  const document = `query ($after: String) { cities(first: 100, after: $after) {
    nodes { wikidataId peers(first: 1) { totalCount } } pageInfo { hasNextPage endCursor } } }`;
  const degrees = new Map<string, number>();
  for (let after: string | null = null, isLast = false; !isLast;) {
    const { nodes, pageInfo }: Json = (await world.ask(document, { variables: { after } })).cities;
    for (const { wikidataId, peers } of nodes) degrees.set(wikidataId, peers.totalCount);
    [after, isLast] = [pageInfo.endCursor, !pageInfo.hasNextPage];
  }
  return degrees;
}

import { parse } from 'csv-parse/sync';
import { recordTables, type RecordTableName } from '../../src/export/records/record-tables';
import { toGlobalId } from '../../src/graphql/global-id';
import { useHttpWorld } from '../support/http';
import { intercept } from '../support/intercept';
import type { Json } from '../support/world';

const http = useHttpWorld();
const names = Object.keys(recordTables) as RecordTableName[];

async function text(address: string, headers: Record<string, string> = {}): Promise<string> {
  const { status, text: body } = await http.fetch(`/exports/${address}`, { headers });
  expect({ address, status }).toEqual({ address, status: 200 });
  return body;
}

const lines = async (address: string, headers?: Record<string, string>): Promise<Record<string, Json>[]> =>
  (await text(address, headers))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, Json>);

test.each(names)('%s: CSV and NDJSON say the same, and what the API says', async (name) => {
  const { type, columns } = recordTables[name];
  const records = await lines(`${name}.ndjson`);
  expect(records.length).toBeGreaterThan(3);
  const cells = parse<Record<string, string>>(await text(`${name}.csv`), { columns: true });
  const asCell = (value: Json): string => (Array.isArray(value) ? value.join(';') : String(value ?? ''));
  const asCells = (record: Record<string, Json>) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, asCell(value)]));
  expect(cells).toEqual(records.map(asCells));
  expect(Object.keys(records[0]!)).toEqual(Object.keys(columns));
  // A field whose name is its path is there as it is in the API.
  const own = Object.entries(columns).flatMap(([column, path]) => (column === path ? [column] : []));
  const { nodes } = await http.world.ask(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${own.join(' ')} } } }`,
    {
      variables: { ids: records.map(({ id }) => id as string) },
    },
  );
  expect(records.map((record) => Object.fromEntries(own.map((field) => [field, record[field]])))).toEqual(nodes);
});

test('numbers and days are written as such', async () => {
  const [city] = await lines(
    'cities.ndjson?id=' + encodeURIComponent(JSON.stringify({ eq: toGlobalId('City', 'london') })),
  );
  expect(city).toMatchObject({
    slug: 'london',
    country: 'GB',
    population: expect.any(Number),
    latitude: expect.any(Number),
    wikidataId: expect.stringMatching(/^Q\d+$/),
    networkCount: expect.any(Number),
  });
  const memberships = await lines('memberships.ndjson');
  expect(memberships.map(({ startedOn }) => startedOn)).toContainEqual(expect.stringMatching(/^\d{4}-\d\d-\d\d$/));
});

test('texts come in the language that the address or the header names', async () => {
  const titles = async (address: string, headers?: Record<string, string>) =>
    (await lines(address, headers)).map(({ contentLocale }) => contentLocale as string);
  const original = await titles('solutions.ndjson');
  const spanish = await titles('solutions.ndjson?locale=es-MX');
  expect(spanish).not.toEqual(original);
  expect(spanish).toContain('es');
  expect(await titles('solutions.ndjson', { 'accept-language': 'es' })).toEqual(spanish);
});

test('filters mean what they mean in the API', async () => {
  const filter = { region: { eq: 'AFRICA' }, population: { gte: 1_000_000 } };
  const { cities } = await http.world.ask(
    'query ($filter: CityFilter) { cities(filter: $filter, first: 100) { nodes { id } } }',
    { variables: { filter } },
  );
  const query = new URLSearchParams({ filter: JSON.stringify(filter) }).toString();
  const ids = (await lines(`cities.ndjson?${query}`)).map(({ id }) => id as string);
  expect(ids.sort()).toEqual(cities.nodes.map(({ id }: { id: string }) => id).sort());
  expect(ids.length).toBeGreaterThan(0);
});

test('solutions are those that lists show', async () => {
  const { solutions } = await http.world.ask('{ solutions(first: 100) { nodes { slug } } }');
  const slugs = (await lines('solutions.ndjson')).map(({ slug }) => slug as string);
  expect(slugs.sort()).toEqual(solutions.nodes.map(({ slug }: { slug: string }) => slug).sort());
});

test('every city that took part is named, however many there were', async () => {
  await http.world.sql(`INSERT INTO city (slug, name, country_id)
    SELECT 'crowd-' || n, 'Crowd ' || n, (SELECT id FROM country WHERE code = 'FR') FROM generate_series(1, 250) n`);
  await http.world.sql(`WITH made AS (INSERT INTO collaboration (slug, kind) VALUES ('crowd', 'WORKSHOP') RETURNING id)
    INSERT INTO collaboration_participant SELECT made.id, c.id FROM made, city c WHERE c.slug LIKE 'crowd-%'`);
  const crowd = (await lines('collaborations.ndjson')).find(({ id }) => id === toGlobalId('Collaboration', 'crowd'))!;
  expect(new Set(crowd['participantSlugs'])).toEqual(new Set(Array.from({ length: 250 }, (_, i) => `crowd-${i + 1}`)));
  const cities = await lines('cities.ndjson');
  expect(new Set(cities.map(({ id }) => id as string)).size).toBe(cities.length);
  expect(cities.length).toBeGreaterThan(250);
});

test('no text begins a formula in a spreadsheet; in JSON it is as it was written', async () => {
  await http.world.sql(`UPDATE city SET name = '=HYPERLINK("http://127.0.0.1")' WHERE slug = 'suva'`);
  const cells = parse<Record<string, string>>(await text('cities.csv'), { columns: true });
  expect(cells.find(({ slug }) => slug === 'suva')!['name']).toBe(`'=HYPERLINK("http://127.0.0.1")`);
  const south = cells.filter(({ latitude }) => latitude!.includes('-'));
  expect(south.map(({ latitude }) => Number(latitude))).not.toContain(NaN);
  expect((await lines('cities.ndjson')).find(({ slug }) => slug === 'suva')!['name']).toBe(
    '=HYPERLINK("http://127.0.0.1")',
  );
});

test('says what it is', async () => {
  const { headers } = await http.fetch('/exports/cities.csv');
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(headers.get('content-disposition')).toBe('attachment; filename="cities.csv"');
  expect(headers.get('vary')).toContain('Accept-Language');
});

test.each([
  ['/exports/cities.csv?region=%7B%22eq%22%3A%22MARS%22%7D', 'BAD_USER_INPUT', /"filter\.region\.eq".*MARS/],
  ['/exports/cities.csv?population=%7B%22gt%22%3A2%2C%22lt%22%3A1%7D', 'INVALID_FILTER', /filter\.population/],
  ['/exports/cities.csv?locale=e', 'BAD_USER_INPUT', /a language tag/],
  ['/exports/memberships.csv?filter=%7B%7D', 'BAD_USER_INPUT', /one of locale, but got "filter"/],
])('refuses %s', async (address, code, message) => {
  const { status, json } = await http.fetch(address);
  expect(status).toBe(400);
  expect(json.errors).toEqual([
    { message: expect.stringMatching(message), extensions: expect.objectContaining({ code }) },
  ]);
});

test('a client that leaves stops the reading', async () => {
  const { database } = http.world;
  const leaving = new AbortController();
  const closed = new Promise<void>((resolve) =>
    http.http.server.once('request', (_, answer) => answer.once('close', resolve)),
  );
  let pages = 0;
  // An endless table: every page is as full as the first one.
  const leave = intercept(database, async (statement, run) => {
    if (!/FROM city t WHERE .* ORDER BY t\.id/s.test(statement.text)) return run();
    if (++pages === 3) {
      leaving.abort();
      await closed;
    }
    return run({ text: statement.text, values: [0, ...statement.values.slice(1)] });
  });
  try {
    const answer = fetch(`${http.url}/exports/cities.csv`, { signal: leaving.signal });
    await expect(answer.then((response) => response.text())).rejects.toThrow(/aborted|terminated/);
    await closed;
  } finally {
    leave();
  }
  expect(pages).toBe(3);
});

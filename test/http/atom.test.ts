import fs from 'node:fs';
import { signLocalToken } from '../../src/access/local-issuer';
import { toGlobalId } from '../../src/graphql/global-id';
import { atomProblems, childrenOf, linkOf, parseXml, textOf, type XmlElement } from '../support/atom';
import { createDataFolder } from '../support/folders';
import { useHttpWorld } from '../support/http';

const dataDir = createDataFolder();
afterAll(() => fs.rmSync(dataDir, { recursive: true, force: true }));

const http = useHttpWorld(() => ({ INTERURBAN_DATA_DIR: dataDir }));
const PATH = '/feeds/solutions.atom';

async function read(query = '', headers: Record<string, string> = {}): Promise<XmlElement> {
  const { status, text } = await http.fetch(`${PATH}${query}`, { headers });
  if (status !== 200) throw new Error(`Expected a feed, got ${status}: ${text}`);
  const feed = parseXml(text);
  expect(atomProblems(feed)).toEqual([]);
  return feed;
}

const titles = (feed: XmlElement) => childrenOf(feed, 'entry').map((entry) => textOf(entry, 'title'));
const links = (parent: XmlElement, rel: string) =>
  childrenOf(parent, 'link').flatMap(({ attributes }) => (attributes['rel'] === rel ? [attributes['href']] : []));

describe('the feed', () => {
  test('is valid Atom, and shows what everybody may see, newest first', async () => {
    const { headers } = await http.fetch(PATH);
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = await read();
    const published = await http.post({ query: '{ solutions(first: 100) { nodes { title publishedAt } } }' });
    const nodes = published.json.data.solutions.nodes as { title: string; publishedAt: string }[];
    expect(titles(feed)).toEqual(nodes.map(({ title }) => title));
    expect(textOf(feed, 'updated')).toBe(nodes[0]!.publishedAt);
    expect(titles(feed).join()).not.toMatch(/members|draft|withdrawn/i);
    expect(linkOf(feed, 'self')).toBe(`${http.url}${PATH}`);
    expect(linkOf(feed, 'next')).toBeUndefined();
  });

  test('has an entry’s facts where readers look for them', async () => {
    const [entry] = childrenOf(await read('?city=london&text=charge'), 'entry');
    expect(textOf(entry!, 'title')).toBe('Congestion charge');
    expect(textOf(entry!, 'summary')).toBe('Drivers pay to enter the centre and the money runs buses.');
    expect(textOf(entry!, 'published')).toBe('2024-03-01T10:00:00.123Z');
    expect(textOf(childrenOf(entry!, 'author')[0]!, 'name')).toBe('London');
    expect(childrenOf(entry!, 'category')[0]!.attributes).toEqual({ term: 'TRANSPORT', label: 'Transport' });
    expect(links(entry!, 'related')).toEqual(['https://example.org/charge']);
  });

  test('leads to the solution in the explorer of the API', async () => {
    const [entry] = childrenOf(await read('?city=quito'), 'entry');
    const query = new URL(linkOf(entry!, 'alternate')!).searchParams.get('query');
    expect((await http.post({ query })).json.data.solution.title).toBe('Metro bajo el centro');
  });

  test('names an entry the same in every feed, and every feed otherwise', async () => {
    const [all, one, page] = [await read(), await read('?city=quito'), await read('?city=paris')];
    const id = (feed: XmlElement) => textOf(childrenOf(feed, 'entry').at(-1)!, 'id');
    const inAll = childrenOf(all, 'entry').map((entry) => textOf(entry, 'id'));
    expect(inAll).toContain(id(one));
    expect(new Set([all, one, page].map((feed) => textOf(feed, 'id'))).size).toBe(3);
    expect(textOf(await read('?network=cool-cities&sector=adaptation'), 'id')).toBe(
      textOf(await read('?sector=ADAPTATION&network=cool-cities'), 'id'),
    );
  });

  test('keeps markup and control characters of a text apart from its own', async () => {
    const { world } = http;
    const [before] = await world.sql<{ title: string }>(`SELECT title FROM solution WHERE slug = 'metro-quito'`);
    await world.sql(`UPDATE solution SET title = $1 WHERE slug = 'metro-quito'`, ['<b>"A" & ]]>\u0007\uFFFE é 周</b>']);
    try {
      expect(titles(await read('?city=quito'))).toEqual(['<b>"A" & ]]> é 周</b>']);
    } finally {
      await world.sql(`UPDATE solution SET title = $1 WHERE slug = 'metro-quito'`, [before!.title]);
    }
  });
});

describe('who asks', () => {
  const as = async (city: string) => {
    const token = { subject: city, roles: ['practitioner'], city, networks: [], expiresIn: 60 };
    return { authorization: `Bearer ${await signLocalToken(dataDir, token)}` };
  };

  test('sees what they may see: Tokyo what is for members of Water Security, Quito not', async () => {
    expect(titles(await read('', await as('tokyo')))).toContain('Sewer map for members');
    expect(titles(await read('', await as('quito')))).not.toContain('Sewer map for members');
  });

  test('with a token gets what no cache may keep, and with a wrong one nothing', async () => {
    const { headers } = await http.fetch(PATH, { headers: await as('tokyo') });
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('vary')).toContain('Authorization');
    const refused = await http.fetch(PATH, { headers: { authorization: 'Bearer nonsense' } });
    expect(refused.status).toBe(401);
    expect(refused.text).not.toContain('<entry');
  });
});

describe('languages', () => {
  test('of the reader where there is a translation; each entry tells its own', async () => {
    for (const feed of [
      await read('?city=bogota&locale=zh-Hant-TW'),
      await read('?city=bogota', { 'accept-language': 'zh' }),
    ]) {
      const [entry] = childrenOf(feed, 'entry');
      expect(textOf(entry!, 'title')).toBe('周日自行车道');
      expect(entry!.attributes['xml:lang']).toBe('zh');
      expect(childrenOf(entry!, 'category')[0]!.attributes['label']).toBe('交通');
    }
    const [untranslated] = childrenOf(await read('?city=sao-paulo&locale=zh'), 'entry');
    expect(untranslated!.attributes['xml:lang']).toBe('pt-BR');
  });
});

describe('filters', () => {
  test.each([
    ['sector=TRANSPORT', '{ sector: { eq: TRANSPORT } }', 'Transport'],
    ['region=europe', '{ city: { region: { eq: EUROPE } } }', 'Europe'],
    ['country=gb', '{ city: { country: { eq: "GB" } } }', 'GB'],
    ['city=nairobi', `{ city: { id: { eq: "${toGlobalId('City', 'nairobi')}" } } }`, 'Nairobi'],
    ['network=cool-cities', '{ network: { slug: { eq: "cool-cities" } } }', 'Cool Cities'],
    ['initiative=adaptation', '{ initiative: { slug: { eq: "adaptation" } } }', 'Adaptation and Water'],
    ['text=roofs', '{ text: "roofs" }', '“roofs”'],
    [
      'sector=TRANSPORT&region=EUROPE',
      '{ sector: { eq: TRANSPORT }, city: { region: { eq: EUROPE } } }',
      'Transport · Europe',
    ],
  ])('%s', async (query, filter, title) => {
    const feed = await read(`?${query}`);
    const { json } = await http.post({ query: `{ solutions(first: 100, filter: ${filter}) { nodes { title } } }` });
    const expected = json.data.solutions.nodes.map((node: { title: string }) => node.title);
    expect(expected.length).toBeGreaterThan(0);
    expect(titles(feed)).toEqual(expected);
    expect(textOf(feed, 'title')).toContain(`Solutions shared by cities · ${title}`);
  });

  test('that nothing fits give a valid feed without entries', async () => {
    expect(titles(await read('?text=nosuchword'))).toEqual([]);
  });

  test.each([
    ['sector=CARS', 'Expected one of ADAPTATION, AIR_QUALITY, '],
    ['region=MOON', 'Expected one of AFRICA, '],
    ['country=XX', 'Expected the ISO 3166-1 alpha-2 code of a country for "country", but got "XX".'],
    ['city=atlantis', 'Expected the slug of a city that there is for "city", but got "atlantis".'],
    ['city=No Slug', 'Expected the slug of a city for "city", but got "No Slug".'],
    ['network=nets', 'Expected the slug of a network that there is for "network", but got "nets".'],
    ['initiative=none', 'Expected the slug of an initiative area that there is for "initiative", but got "none".'],
    ['text=', 'Expected a text of 1 to 200 characters for "text", but got "".'],
    ['text=a%00b', 'Expected a text of 1 to 200 characters for "text"'],
    ['locale=spanish!', 'Expected a language tag such as "en" or "pt-BR" for "locale", but got "spanish!".'],
    ['after=abc', 'Expected the cursor of a feed’s next page for "after", but got "abc".'],
    ['sector=FOOD&sector=WASTE', 'Expected one value for "sector", but got "FOOD and WASTE".'],
    ['page=2', 'Expected a parameter that is one of sector, region, country, city, network, initiative, text, '],
    ['constructor=2', 'Expected a parameter that is one of sector, '],
  ])('that are wrong are refused in one line: %s', async (query, line) => {
    const { status, headers, text } = await http.fetch(`${PATH}?${query}`);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text).toMatch(/^[^\n]+\n$/);
    expect(text).toContain(line);
  });
});

describe('pages', () => {
  const COUNT = 120;

  beforeAll(() =>
    http.world
      .sql(`INSERT INTO solution (slug, city_id, title, summary, original_locale, sector, status, visibility, published_at)
      SELECT 'page-' || n, (SELECT id FROM city WHERE slug = 'apia'), 'Page ' || n, 'One of many.', 'en', 'FINANCE',
        'PUBLISHED', 'PUBLIC', timestamptz '2025-01-01' + n * interval '1 hour' FROM generate_series(1, ${COUNT}) n`),
  );
  afterAll(() => http.world.sql(`DELETE FROM solution WHERE slug LIKE 'page-%'`));

  test('follow one another to the end, without a gap or a repeat', async () => {
    const seen: (string | undefined)[] = [];
    let next: string | undefined = `${http.url}${PATH}?city=apia&sector=FINANCE`;
    const ids = new Set<string | undefined>();
    while (next !== undefined) {
      const { pathname, search } = new URL(next);
      expect(pathname).toBe(PATH);
      const feed = await read(search);
      expect(linkOf(feed, 'self')).toBe(next);
      expect(linkOf(feed, 'first')).toBe(`${http.url}${PATH}?city=apia&sector=FINANCE`);
      ids.add(textOf(feed, 'id'));
      seen.push(...titles(feed));
      next = linkOf(feed, 'next');
    }
    expect(seen).toEqual(Array.from({ length: COUNT }, (_, i) => `Page ${COUNT - i}`));
    expect(ids.size).toBe(1);
  });
});

describe('what caches are told', () => {
  const get = (etag?: string, more: Record<string, string> = {}) =>
    http.fetch(PATH, { headers: { ...(etag !== undefined && { 'if-none-match': etag }), ...more } });

  test('a strong tag of the content, and 304 to those who have it', async () => {
    const { headers, text } = await get();
    const etag = headers.get('etag')!;
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect((await get()).headers.get('etag')).toBe(etag);
    expect(headers.get('cache-control')).toBe('public, no-cache');
    expect(headers.get('vary')?.split(', ').sort()).toEqual(['Accept-Language', 'Authorization']);
    expect(Date.parse(headers.get('last-modified')!)).toBe(Date.parse('2024-03-01T10:00:00Z'));
    for (const known of [etag, `"other", ${etag}`, `W/${etag}`, '*']) {
      const answer = await get(known);
      expect([answer.status, answer.text, answer.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await get('"other"')).text).toBe(text);
    const head = await http.fetch(PATH, { method: 'HEAD' });
    expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', etag]);
  });

  test('another one once a solution is withdrawn, though no date became later', async () => {
    const { headers } = await get();
    const { world } = http;
    await world.sql(`UPDATE solution SET status = 'WITHDRAWN' WHERE slug = 'metro-quito'`);
    try {
      const since = { 'if-modified-since': headers.get('last-modified')! };
      expect(await get(headers.get('etag')!, since)).toMatchObject({ status: 200 });
      expect(await get(undefined, since)).toMatchObject({ status: 200 });
    } finally {
      await world.sql(`UPDATE solution SET status = 'PUBLISHED' WHERE slug = 'metro-quito'`);
    }
    expect((await get(headers.get('etag')!)).status).toBe(304);
  });
});

describe('behind a proxy', () => {
  const publicUrl = 'https://cities.example.org/graph';
  const proxied = useHttpWorld(() => ({ PUBLIC_URL: `${publicUrl}/` }));

  test('links lead to the address that clients use', async () => {
    const feed = parseXml((await proxied.fetch(`${PATH}?city=quito`)).text);
    expect(linkOf(feed, 'self')).toBe(`${publicUrl}${PATH}?city=quito`);
    expect(linkOf(childrenOf(feed, 'entry')[0]!, 'alternate')).toMatch(`${publicUrl}/graphql?query=`);
  });
});

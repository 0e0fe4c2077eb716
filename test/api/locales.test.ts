import { acceptedLocales, localeChain } from '../../src/data/locale';
import { useWorld } from '../support/world';

const world = useWorld();

describe('Accept-Language', () => {
  test.each([
    [undefined, []],
    ['', []],
    ['es', ['es']],
    ['es-MX', ['es-MX', 'es']],
    ['en;q=0.5, es', ['es', 'en']],
    ['fr;q=0.2, es;q=0.9, zh;q=0.5', ['es', 'zh', 'fr']],
    ['en-US,en;q=0.9,es;q=0.8', ['en-US', 'en', 'es']],
    ['zh-Hant-TW, *;q=0.1', ['zh-Hant-TW', 'zh-Hant', 'zh']],
    ['ES-mx, ZH-hans', ['es-MX', 'es', 'zh-Hans', 'zh']],
    ['es;q=0, en', ['en']],
    ['es;q=high, en', ['en']],
    ['<script>, 漢, en', ['en']],
    ['es;level=1;q=0.3, en;q=0.4', ['en', 'es']],
    ['constructor, toString, valueOf', ['tostring', 'valueof']],
  ])('%j', (header, expected) => {
    expect(acceptedLocales(header)).toEqual(expected);
  });

  test('a header of any length is read, and cut', () => {
    const header = Array.from({ length: 5000 }, (_, i) => `x${String.fromCharCode(97 + (i % 26))}-${i}`).join(',');
    expect(acceptedLocales(header).length).toBeLessThanOrEqual(20);
  });

  test('whatever the case of a tag', () => {
    expect(localeChain('zh-hant-tw')).toEqual(['zh-Hant-TW', 'zh-Hant', 'zh']);
    expect(localeChain('PT-br')).toEqual(['pt-BR', 'pt']);
  });
});

const texts = `{ solution(slug: "congestion-charge-london") { title contentLocale originalLocale city { name
  country { name } } } }`;

describe('the reader’s languages', () => {
  test.each([
    ['none: the original', undefined, { title: 'Congestion charge', contentLocale: 'en' }, 'London'],
    [
      'the first that there is',
      'fr, es;q=0.9, zh;q=0.8',
      { title: 'Tasa de congestión', contentLocale: 'es' },
      'Londres',
    ],
    ['a region falls back', 'zh-Hans-CN', { title: '交通拥堵费', contentLocale: 'zh' }, '伦敦'],
    ['the original, where it comes first', 'en, es', { title: 'Congestion charge', contentLocale: 'en' }, 'London'],
    ['none that there is: the original', 'fr, de', { title: 'Congestion charge', contentLocale: 'en' }, 'London'],
    ['names that every object has', 'valueOf, toString', { title: 'Congestion charge', contentLocale: 'en' }, 'London'],
  ])('%s', async (_what, header, solution, city) => {
    const data = await world.ask(texts, { locales: acceptedLocales(header) });
    expect(data.solution).toMatchObject({ ...solution, originalLocale: 'en', city: { name: city } });
  });

  test('each text falls back by itself, and contentLocale tells of which language the name is', async () => {
    const data = await world.ask(
      `{ networks(filter: { slug: { in: ["cool-cities", "red-andina", "air-sensors"] } }) { nodes { name summary
        contentLocale } } }`,
      { locales: ['zh', 'en'] },
    );
    expect(data.networks.nodes).toEqual([
      { name: 'Air Sensors', summary: null, contentLocale: 'en' },
      { name: '凉爽城市', summary: 'Cities that keep cool in heat waves.', contentLocale: 'zh' },
      { name: 'Andean Cities Network', summary: 'Cities of the Andes.', contentLocale: 'en' },
    ]);
  });

  test('contentLocale tells of which language the names of cities and countries are', async () => {
    const names = `name contentLocale country { name contentLocale } da: contentLocale(locale: "da-DK")`;
    const data = await world.ask(
      `{ copenhagen: city(slug: "copenhagen") { ${names} } bogota: city(slug: "bogota") { ${names} } }`,
      {
        locales: ['es', 'zh'],
      },
    );
    expect(data).toEqual({
      copenhagen: {
        ...{ name: 'Copenhague', contentLocale: 'es', da: 'da' },
        country: { name: 'Denmark', contentLocale: 'en' },
      },
      // Its Spanish name is one that people search for, and not the one that is shown.
      bogota: { name: '波哥大', contentLocale: 'zh', country: { name: '哥伦比亚', contentLocale: 'zh' }, da: 'en' },
    });
    const original = await world.ask(
      '{ city(slug: "copenhagen") { name contentLocale } country(code: "DK") { contentLocale } }',
    );
    expect(original).toEqual({ city: { name: 'Copenhagen', contentLocale: 'en' }, country: { contentLocale: 'en' } });
  });

  test('facets are labelled in them', async () => {
    const document = '{ solutions(filter: { sector: { eq: WATER } }) { facets(by: SECTOR) { label } } }';
    for (const [locales, label] of [
      [['zh-Hans', 'zh'], '水'],
      [['fr', 'es'], 'Agua'],
      [['valueof'], 'Water'],
      [[], 'Water'],
    ] as const) {
      const data = await world.ask(document, { locales });
      expect(data.solutions.facets).toEqual([{ label }]);
    }
  });
});

describe('the argument', () => {
  test('wins over the reader’s languages; null leaves the choice to these', async () => {
    const document = `{ city(slug: "tokyo") { name zh: name(locale: "zh") none: name(locale: null)
      en: name(locale: "en") ja: name(locale: "ja-JP") } }`;
    expect((await world.ask(document, { locales: ['es'] })).city).toEqual({
      name: 'Tokio',
      zh: '东京',
      none: 'Tokio',
      en: 'Tokyo',
      ja: '東京',
    });
  });

  test('several languages of one field in one operation, by fragments and variables too', async () => {
    const document = `query ($l: Locale) { cities(filter: { name: { in: ["Tokyo", "New York"] } }) {
      nodes { es: name(locale: "es") v: name(locale: $l) ...Hant } edges { node { name } } } }
      fragment Hant on City { hant: name(locale: "zh-Hant") hans: name(locale: "zh-Hans") country {
        es: name(locale: "es") zh: name(locale: "ZH") } }`;
    const data = await world.ask(document, { variables: { l: 'fr' } });
    expect(data.cities).toEqual({
      nodes: [
        { es: 'Nueva York', v: 'New York', hant: '纽约', hans: '纽约', country: { es: 'Estados Unidos', zh: '美国' } },
        { es: 'Tokio', v: 'Tokyo', hant: '東京都', hans: '东京', country: { es: 'Japan', zh: 'Japan' } },
      ],
      edges: [{ node: { name: 'New York' } }, { node: { name: 'Tokyo' } }],
    });
  });

  test('only preferred names are displayed', async () => {
    const data = await world.ask(
      `{ city(slug: "beijing") { name(locale: "en") } bogota: city(slug: "bogota") { name(locale: "es") } }`,
    );
    expect(data).toEqual({ city: { name: 'Beijing' }, bogota: { name: 'Bogotá' } });
  });

  test('what is no language tag is refused', async () => {
    const errors = await world.fail('{ city(slug: "tokyo") { name(locale: "not a tag") } }');
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });
});

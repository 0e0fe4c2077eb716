import { pino } from 'pino';
import { composeSheet } from '../../src/fact-sheets/compose';
import { Printer } from '../../src/fact-sheets/pdf/printer';
import type { SheetFacts } from '../../src/fact-sheets/read';
import { DatePrecision } from '../../src/graphql/date-precision';
import { Region } from '../../src/subgraphs/cities';
import { CollaborationKind } from '../../src/subgraphs/collaborations';
import { MembershipRole, type SheetLocale } from '../../src/subgraphs/networks';
import { Sector } from '../../src/subgraphs/solutions';
import { readPdf } from '../support/pdf';

const log: string[] = [];
const printer = new Printer(pino({}, { write: (line: string) => void log.push(line) }));
afterAll(() => printer.close());

const origin = { day: '2026-02-03', position: 1234, isRestricted: false, base: 'https://interurban.example' };

const REGIONS = Object.values(Region);

const words = (count: number): string => 'a network of cities that learn from one another '.repeat(count / 9).trim();

const source = (i: number) => ({
  name: `Example: yearbook of networks, volume ${i}`,
  url: `https://example.org/${i}`,
  retrievedOn: null,
});

/** Facts of a network with this many members and a lot to tell of everything else, or nothing. */
function facts(memberCount: number, isRich: boolean, name = 'Cool Cities'): SheetFacts {
  const members = Array.from({ length: memberCount }, (_, i) => ({
    role: isRich && i < 3 ? MembershipRole.LEAD : MembershipRole.MEMBER,
    node: {
      slug: `city-${i}`,
      name: `Altavista-${i}`,
      region: REGIONS[i % REGIONS.length]!,
      country: { code: `C${i % 40}`, name: `Country ${i % 40}` },
      location: { latitude: (i * 7) % 60, longitude: ((i * 37) % 340) - 170 },
      adoptions: { totalCount: 1 },
    },
  }));
  const city = { name: 'Rio de Janeiro', country: { name: 'Brazil' } };
  const list = <T>(count: number, of: (i: number) => T) => ({
    nodes: isRich ? Array.from({ length: count }, (_, i) => of(i)) : [],
  });
  const adoption = (i: number) => ({
    ...{ adoptedOn: '2020-01-01', datePrecision: DatePrecision.YEAR, city, source: source(100 + i) },
    learnedFrom: { name: 'Bogotá' },
  });
  return {
    network: {
      ...{ slug: 'cool-cities', name, contentLocale: 'en', originalLocale: 'en', startedOn: null, endedOn: null },
      ...{ summary: isRich ? words(90) : null, datePrecision: null, successor: null, source: null },
      formerNames: list(4, (i) => ({ name: `Former name ${i}`, from: null, until: `201${i}-01-01` })).nodes,
      initiative: null,
      overlaps: list(5, (i) => ({ sharedCityCount: i + 1, network: { name: `Network ${i}` } })).nodes,
      sharedHere: { totalCount: 0 },
      collaborations: list(8, (i) => ({
        ...{ kind: CollaborationKind.STUDY_VISIT, title: words(18), contentLocale: 'en', startedOn: `202${i}-01-01` },
        ...{
          datePrecision: null,
          participants: { totalCount: 9, nodes: Array(6).fill(city) as (typeof city)[] },
          source: source(i),
        },
      })),
    },
    adopted: list(5, (i) => ({
      ...{
        title: words(18),
        summary: words(120),
        contentLocale: 'en',
        sector: Sector.WATER,
        city,
        source: source(20 + i),
      },
      adoptions: { totalCount: 90, nodes: Array.from({ length: 40 }, (_, k) => adoption(i * 40 + k)) },
    })),
    latest: list(3, (i) => ({
      title: words(18),
      contentLocale: 'en',
      publishedAt: '2026-01-01T00:00:00Z',
      city,
      source: source(30 + i),
    })),
    actions: list(8, (i) => ({
      ...{ id: String(i), title: words(18), contentLocale: 'en', reportedOn: '2025-01-01', datePrecision: null },
      ...{ revisionOf: null, city, source: source(40 + i) },
    })),
    impact: { actionCount: 12_345, answeredActionCount: 6_789, influencedActionCount: 1_234 },
    members,
    ...{ solutionCount: 12_345, adoptionCount: 23_456, predecessors: [] },
  };
}

const print = async (all: SheetFacts, locale: SheetLocale = 'en') =>
  readPdf(await printer.sheet(composeSheet(all, { ...origin, locale })));

const LONG_NAME =
  'The Global Network of Coastal and Delta Cities for Adaptation, Resilience, Water Security and Nature-based Solutions';

test.each<[string, number, boolean, string]>([
  ['nothing', 0, false, 'Cool Cities'],
  ['one member', 1, false, 'Cool Cities'],
  ['97 members and nothing else', 97, false, 'Cool Cities'],
  ['97 members and much of everything', 97, true, 'Cool Cities'],
  ['a long name', 97, true, LONG_NAME],
])('a network with %s has two pages, and all of its members on the first', async (_, count, isRich, name) => {
  const { pages } = await print(facts(count, isRich, name));
  expect(pages).toHaveLength(2);
  const first = pages[0]!.text;
  for (let i = 0; i < count; i++) expect(first).toMatch(new RegExp(`Altavista-${i}(?!\\d)`));
});

test('a network of 1,200 members has two pages, and says how many of them are missing there', async () => {
  const { pages } = await print(facts(1200, true));
  expect(pages).toHaveLength(2);
  const [, members] = pages[0]!.text.split('Member cities');
  const shown = members!.match(/Altavista-/g)!.length;
  expect(shown).toBeGreaterThan(60);
  expect(members).toContain(`and ${1200 - shown} more on the live page`);
});

test('what is left out for want of room cites nothing: sources are numbered from 1 without a gap', async () => {
  const [, second] = (await print(facts(300, true))).pages;
  const cited = new Set(second!.text.match(/volume \d+/g));
  expect(second!.links.filter((link) => link.startsWith('https://example.org/'))).toHaveLength(cited.size);
});

test('a script that no font has is no reason to tell nothing: the document conforms less, and the log says why', async () => {
  const { pages, isTagged, isUniversal } = await print(facts(3, true, 'เมือง Cities'));
  expect(pages).toHaveLength(2);
  expect(pages[0]!.text).toContain('Cities');
  expect([isTagged, isUniversal]).toEqual([true, false]);
  expect(log.join()).toContain('does not conform to PDF/UA');
  expect((await print(facts(3, true))).isUniversal).toBe(true);
});

test('the same facts give the same bytes', async () => {
  const sheet = composeSheet(facts(20, true), { ...origin, locale: 'zh' });
  const [one, other] = [await printer.sheet(sheet), await printer.sheet(sheet)];
  expect(Buffer.compare(one, other)).toBe(0);
});

test('numbers and dates are written as the reader writes them', () => {
  const of = (locale: SheetLocale) => {
    const { figures, asOf } = composeSheet(facts(1, false), { ...origin, locale });
    return [figures[2]!.value, asOf];
  };
  expect(of('en')).toEqual(['12,345', 'As of 3 February 2026 (UTC), position 1,234 of the event log.']);
  expect(of('es')).toEqual(['12.345', 'Datos al 3 de febrero de 2026 (UTC), posición 1234 del registro de eventos.']);
  expect(of('zh')).toEqual(['12,345', '数据截至2026年2月3日（协调世界时），事件日志位置 1,234。']);
});

test('a text that fell back to another language carries it, and says so', () => {
  const all = facts(1, true);
  all.network.contentLocale = 'pt-BR';
  const { name, summary } = composeSheet(all, { ...origin, locale: 'es' });
  expect(name).toEqual({ text: 'Cool Cities', lang: 'pt-BR', mark: 'en portugués de Brasil' });
  expect(summary.lang).toBe('pt-BR');
  expect(composeSheet(facts(1, true), { ...origin, locale: 'en' }).name).toEqual({ text: 'Cool Cities' });
});

import path from 'node:path';
import { readPdf, type ReadPdf } from '../support/pdf';
import { useHttpWorld } from '../support/http';

// The sheets of the real networks of the sample.
const http = useHttpWorld(undefined, { data: path.join(__dirname, '../../data') });

const LOCALES = ['en', 'es', 'zh'] as const;
const FOOTER = /(\d+)\/(\d+)$/;
const A4 = [0, 0, 595.28, 841.89];

async function pdfAt(address: string): Promise<ReadPdf> {
  const response = await fetch(`${http.url}${address}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return readPdf(new Uint8Array(await response.arrayBuffer()));
}

async function networksIn(locale: string): Promise<{ name: string; factSheet: { title: string; pdfUrl: string } }[]> {
  const query = `{ networks(first: 100) { nodes { name(locale: "${locale}") factSheet(locale: "${locale}") { title pdfUrl } } } }`;
  return (await http.post({ query })).json.data.networks.nodes;
}

const without = (text: string, spaces = /\s/g) => text.replace(spaces, '');

/** What holds of every document. */
function expectWellMade({ pages, isTagged, isUniversal, language }: ReadPdf, locale: string): void {
  expect([isTagged, isUniversal]).toEqual([true, true]);
  expect(language.split('-')[0]).toBe(locale);
  const fonts = pages.flatMap((page) => page.fonts);
  expect(fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
  // Subsets of these two families and of no other: nothing fell back to a font of the compiler or the machine.
  expect(fonts.filter(({ name }) => !/^[A-Z]{6}\+(SourceSans3|NotoSansSC)-/.test(name))).toEqual([]);
  for (const { size } of pages) size.forEach((side, i) => expect(side).toBeCloseTo(A4[i]!, 0));
  // Every page has its number, but for the cover.
  const numbers = pages.map(({ text }) => FOOTER.exec(without(text))?.slice(1).map(Number));
  pages.forEach((_, i) => expect([[i + 1, pages.length], undefined]).toContainEqual(numbers[i]));
}

// 46 pages are made, and read again.
const LONG = 120_000;

describe.each(LOCALES)('all networks in %s', (locale) => {
  test(
    'are in one document: each on two pages of its own, with a bookmark and in the contents',
    async () => {
      const networks = await networksIn(locale);
      expect(networks).toHaveLength(22);
      const pdf = await pdfAt(`/fact-sheets/all.${locale}.pdf`);
      expectWellMade(pdf, locale);
      expect(pdf.pages).toHaveLength(2 + 2 * networks.length);
      const bookmarks = networks.map(({ name }, i) => ({ title: name, page: 3 + 2 * i }));
      expect(pdf.bookmarks.filter(({ page }) => page > 2)).toEqual(bookmarks);
      networks.forEach(({ name }, i) => {
        expect(without(pdf.pages[1]!.text)).toContain(without(name));
        for (const page of [2 + 2 * i, 3 + 2 * i]) expect(without(pdf.pages[page]!.text)).toContain(without(name));
      });
    },
    LONG,
  );
});

describe.each([
  ['en', 'walking-and-cycling', 'Africa', 'Ciclovía: streets without cars on Sundays', 'learnt from Gurugram'],
  [
    'es',
    'zero-emission-vehicles',
    'Asia Meridional y Occidental',
    'Plan de gestión de lluvias torrenciales',
    'aprendida de Copenhague',
  ],
  ['zh', 'cool-cities', '拉丁美洲', '清溪川', '学自'],
])('a sheet in %s', (locale, slug, ...told) => {
  let pdf: ReadPdf;
  beforeAll(async () => (pdf = await pdfAt(`/fact-sheets/${slug}.${locale}.pdf`)));

  test('is two pages with title, language, tags, fonts and a picture that is told in words', async () => {
    const { data } = (
      await http.post({ query: `{ network(slug: "${slug}") { factSheet(locale: "${locale}") { title } } }` })
    ).json;
    expect(pdf.title).toBe(data.network.factSheet.title);
    expect(pdf.pages).toHaveLength(2);
    expectWellMade(pdf, locale);
    const roles = new Set(pdf.pages.flatMap((page) => page.roles));
    expect([...roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Figure', 'L', 'LI', 'LBody', 'Link']));
    expect(pdf.pages.flatMap(({ alt }) => alt)).toHaveLength(1);
  });

  test('says what its page for browsers says, and leads to the same places', async () => {
    const { text: html } = await http.fetch(`/fact-sheets/${slug}.${locale}.html`);
    const printed = without(pdf.pages.map(({ text }) => text).join(''));
    for (const text of told) expect(printed).toContain(without(text));
    const body = html.slice(html.indexOf('<header>')).replace(/<nav.*?<\/nav>|<sup.*?<\/sup>|<h2[^>]*>.*?<\/h2>/gs, '');
    const texts = body.split(/<[^>]*>/).map((text) => without(decode(text)));
    expect(texts.filter((text) => text !== '').length).toBeGreaterThan(100);
    expect(texts.filter((text) => text.length > 1 && !printed.includes(text))).toEqual([]);
    const hrefs = [...body.matchAll(/href="(http[^"]*)"/g)].map(([, href]) => decode(href!));
    expect(new Set(pdf.pages.flatMap(({ links }) => links))).toEqual(new Set(hrefs));
  });
});

const decode = (text: string): string => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

import fs from 'node:fs';
import { signLocalToken } from '../../src/access/local-issuer';
import { FactSheets, TooManySheets } from '../../src/fact-sheets';
import { toGlobalId } from '../../src/graphql/global-id';
import { mergedSchema } from '../../src/schema/merged';
import { settled } from '../support/event-log';
import { createDataFolder } from '../support/folders';
import { useHttpWorld } from '../support/http';

const dataDir = createDataFolder();
afterAll(() => fs.rmSync(dataDir, { recursive: true, force: true }));

const http = useHttpWorld(() => ({ INTERURBAN_DATA_DIR: dataDir }), { followsLog: true });

const SHEET = '/fact-sheets/cool-cities.en.html';

const as = async (city: string) => {
  const token = { subject: city, roles: ['practitioner'], city, networks: [], expiresIn: 60 };
  return { authorization: `Bearer ${await signLocalToken(dataDir, token)}` };
};

describe('a page', () => {
  test('runs nothing, loads its stylesheet alone, and is in the language that it says', async () => {
    const { status, headers, text } = await http.fetch('/fact-sheets/cool-cities.zh.html');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/);
    expect(headers.get('content-language')).toBe('zh');
    expect(text).toMatch(/^<!doctype html>\n<html lang="zh-Hans">/);
    expect(text).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i);
    const [, stylesheet] = /<link rel="stylesheet" href="([^"]*)"/.exec(text)!;
    const css = await http.fetch(stylesheet!);
    expect([css.status, css.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  });

  test('marks what there is in another language alone, and gives it that language', async () => {
    const { text } = await http.fetch('/fact-sheets/cool-cities.zh.html');
    expect(text).toMatch(/<span lang="(en|es|pt-BR)">[^<]+<\/span> <small class="mark">\[[^\]]+\]<\/small>/);
  });

  test('escapes what others wrote', async () => {
    const { world } = http;
    await world.sql(`UPDATE network SET name = name || $1 WHERE slug = 'water-security'`, ['<b>"&']);
    const { text } = await http.fetch('/fact-sheets/water-security.en.html');
    expect(text).toContain('&#60;b&#62;&#34;&#38;</h1>');
    expect(text).not.toContain('<b>');
  });

  test('is found by the API, which leads to it', async () => {
    const query = '{ network(slug: "cool-cities") { factSheet(locale: "es-MX") { locale title htmlUrl pdfUrl } } }';
    const { factSheet } = (await http.post({ query })).json.data.network;
    expect(factSheet.htmlUrl).toBe(`${http.url}/fact-sheets/cool-cities.es.html`);
    const page = await (await fetch(factSheet.htmlUrl)).text();
    expect(page).toContain(`<title>${factSheet.title}</title>`);
    expect(page).toContain(`href="${factSheet.pdfUrl}"`);
    const pdf = await http.fetch(new URL(factSheet.pdfUrl).pathname); // To its end: else its connection stays open.
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
  });
});

describe('an address without a sheet is answered in the form that the client takes', () => {
  const NETWORK = 'Expected the slug of a network that there is, but got "atlantis".';

  test.each([
    ['atlantis.en.pdf', 404, 'NOT_FOUND', NETWORK],
    ['cool-cities.fr.pdf', 400, 'BAD_USER_INPUT', 'Expected one of en, es, zh for the language, but got "fr".'],
    ['all.en.html', 404, 'NOT_FOUND', 'All networks are in one document as PDF alone: /fact-sheets/all.en.pdf.'],
    ['cool-cities.en.docx', 404, 'NOT_FOUND', 'Expected an address such as /fact-sheets/cool-cities.en.pdf'],
    ['cool-cities', 404, 'NOT_FOUND', 'Expected an address such as /fact-sheets/cool-cities.en.pdf'],
  ])('%s', async (file, status, code, message) => {
    const answer = await http.fetch(`/fact-sheets/${file}`);
    expect(answer.status).toBe(status);
    const [error] = answer.json.errors;
    expect([error.extensions.code, error.message.slice(0, message.length)]).toEqual([code, message]);
  });

  test('as a page for browsers, as a line for others', async () => {
    const of = (accept: string) => http.fetch('/fact-sheets/atlantis.en.html', { headers: { accept } });
    const page = await of('text/html,application/xhtml+xml,*/*;q=0.8');
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.text).toContain('&#34;atlantis&#34;');
    expect((await of('text/plain')).text).toBe(`${NETWORK}\n`);
  });
});

describe('who asks', () => {
  test('sees what they may see: a member what is for members, and others not', async () => {
    const [own, others] = [
      await http.fetch('/fact-sheets/zero-emission-vehicles.en.html', { headers: await as('tokyo') }),
      await http.fetch('/fact-sheets/zero-emission-vehicles.en.html'),
    ];
    expect(own.text).toContain('Sewer map for members');
    expect(own.text).toContain('Made for a signed-in reader');
    expect(own.headers.get('cache-control')).toBe('private, no-store');
    expect(others.text).not.toMatch(/Sewer map|signed-in/);
    expect(others.headers.get('cache-control')).toBe('public, no-cache');
  });
});

describe('what has been made', () => {
  test('is made once for all who ask at a time, and kept', async () => {
    const { statements } = http.world;
    const countOf = async (ask: () => Promise<unknown>) => {
      const before = statements.length;
      await ask();
      return statements.slice(before).filter((statement) => !statement.includes('event_log')).length;
    };
    const address = '/fact-sheets/cool-cities.es.html';
    await http.fetch('/fact-sheets/cool-cities.en.html');
    const one = await countOf(() => http.fetch('/fact-sheets/zero-emission-vehicles.es.html'));
    const many = await countOf(() => Promise.all(Array.from({ length: 20 }, () => http.fetch(address))));
    expect(one).toBeGreaterThan(5);
    expect(many).toBeLessThan(2 * one);
    expect(await countOf(() => http.fetch(address))).toBe(0);
  });

  test('is told by its tag, until something happens', async () => {
    const first = await http.fetch(SHEET);
    const headers = { 'if-none-match': first.headers.get('etag')! };
    expect((await http.fetch(SHEET, { headers })).status).toBe(304);
    const input = {
      cityId: toGlobalId('City', 'bogota'),
      sector: 'WATER',
      title: 'Rain gardens',
      summary: 'Streets that drink.',
      locale: 'en',
    };
    const query = 'mutation ($input: ShareSolutionInput!) { shareSolution(input: $input) { userErrors { message } } }';
    const { json } = await http.post({ query, variables: { input } }, await as('bogota'));
    expect(json.data.shareSolution.userErrors).toEqual([]);
    const position = await settled(http.world, http.world.services.log);
    const { status, text, headers: later } = await http.fetch(SHEET, { headers });
    expect(status).toBe(200);
    expect(later.get('etag')).not.toBe(headers['if-none-match']);
    expect(text).toContain(`position ${position} of the event log`);
  });

  test('is not made for more at once than it can: the rest are told to come again', async () => {
    const sheets = new FactSheets(mergedSchema(), http.world.services, http.world.logger);
    const caller = { viewer: null, locales: [] } as never;
    const asked = Array.from({ length: 40 }, (_, i) =>
      sheets.get({ network: `none-${i}`, locale: 'en', format: 'html' }, caller),
    );
    const results = await Promise.allSettled(asked);
    const refused = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason as Error);
    expect(refused.length).toBeGreaterThan(0);
    for (const error of refused) expect(error).toBeInstanceOf(TooManySheets);
    expect(await sheets.get({ network: 'none-39', locale: 'en', format: 'html' }, caller)).toBeUndefined();
    await sheets.close();
  });
});

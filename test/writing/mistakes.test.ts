import type { Viewer } from '../../src/access/viewer';
import { useWorld } from '../support/world';
import { aSolution, cityId, Desk, documentOf, idOf, networkId, solutionId, type UserError } from './desk';

const world = useWorld();
const desk = new Desk(world);

let london: Viewer;
beforeAll(async () => {
  london = await desk.practitioner('london');
});

const share = (more: object) => desk.write('shareSolution', aSolution('london', more), london);
const refused = (more: object) => desk.refused('shareSolution', aSolution('london', more), london);
const message = ({ userErrors }: { userErrors: UserError[] }): string | undefined => userErrors[0]?.message;

test('several mistakes are told at once, each with its place', async () => {
  await desk.told();
  const { record, userErrors } = await desk.write(
    'shareSolution',
    aSolution('paris', {
      title: ' ',
      summary: 'a\u0000b',
      networkIds: [networkId('cool-cities'), networkId('atlantis'), cityId('paris'), 'rubbish'],
      links: ['https://example.org/', `https://example.org/${'a'.repeat(2000)}`],
    }),
    london,
  );
  expect(record).toBeNull();
  expect(userErrors.map(({ code, path }) => [code, ...path].join(' '))).toEqual([
    'FORBIDDEN input cityId',
    'NOT_FOUND input networkIds 1',
    'NOT_FOUND input networkIds 2',
    'NOT_FOUND input networkIds 3',
    'INVALID input title',
    'INVALID input summary',
    'INVALID input links 1',
  ]);
  expect(await desk.told()).toEqual([]);
});

describe('ids', () => {
  test.each([
    ['of nothing', cityId('atlantis')],
    ['of another type', networkId('cool-cities')],
    ['of a type that is none', idOf('Moon', 'london')],
    ['with what no slug has', idOf('City', "london' OR true --")],
    ['with a NUL', idOf('City', 'lon\u0000don')],
    ['that is longer than any', idOf('City', 'a'.repeat(5000))],
    ['that is none', 'london'],
    ['that is empty', ''],
    ['in another writing', `${cityId('london')}=`],
  ])('%s are not found', async (_what, id) => {
    expect(await refused({ cityId: id })).toEqual(['NOT_FOUND cityId']);
  });

  test.each(['members-map-london', 'secret-draft-nairobi', 'no-such-solution'])(
    'what may not be seen is not found, as what is not there: %s',
    async (slug) => {
      const paris = await desk.practitioner('quito');
      const attempt = async (name: 'reviseSolution' | 'publishSolution' | 'withdrawSolution', more: object) =>
        (await desk.write(name, { solutionId: solutionId(slug), ...more }, paris)).userErrors;
      const expected = [
        {
          code: 'NOT_FOUND',
          message: 'Expected the id of a Solution that you may see, but there is none.',
          path: ['input', 'solutionId'],
        },
      ];
      expect(await attempt('reviseSolution', { title: 'Mine' })).toEqual(expected);
      expect(await attempt('publishSolution', {})).toEqual(expected);
      expect(await attempt('withdrawSolution', { reason: 'Mine.' })).toEqual(expected);
    },
  );

  test('more networks than anybody shares in', async () => {
    const networkIds = Array<string>(51).fill(networkId('cool-cities'));
    expect(await refused({ networkIds })).toEqual(['INVALID networkIds']);
  });
});

describe('texts', () => {
  test.each([
    ['title', 200],
    ['summary', 2000],
    ['body', 50_000],
  ])('%s has at most %i characters, however many bytes', async (field, max) => {
    const { record, userErrors } = await share({ [field]: '𝄞'.repeat(max) });
    expect(userErrors).toEqual([]);
    expect(record[field]).toBe('𝄞'.repeat(max));
    expect(await refused({ [field]: 'a'.repeat(max + 1) })).toEqual([`INVALID ${field}`]);
  });

  // PostgreSQL’s index of titles takes 2,704 bytes, after accents are taken off: none of these makes many of one.
  test('a title of what grows most when it is folded fits its index', async () => {
    const [grown] = await world.sql<{ letter: string; bytes: number }>(
      `SELECT chr(i) AS letter, octet_length(fold(chr(i))) AS bytes FROM generate_series(1, 1114111) i
       WHERE i NOT BETWEEN 55296 AND 57343 ORDER BY 2 DESC, i LIMIT 1`,
    );
    expect(grown!.bytes * 200).toBeLessThan(2600);
    expect((await share({ title: grown!.letter.repeat(200) })).userErrors).toEqual([]);
  });

  test('a body of as many words as fit is found by them', async () => {
    const words = Array.from({ length: 8000 }, (_, i) => `w${i}`).join(' ');
    const { record } = await share({ title: 'Wordy', body: words });
    const { solutions } = await world.ask('{ solutions(filter: { text: "w7999" }) { nodes { id } } }');
    expect(solutions.nodes).toEqual([{ id: record.id }]);
  });

  test.each([
    ['NUL', '\u0000', 'U+0000'],
    ['bell', '\u0007', 'U+0007'],
    ['carriage return', '\r', 'U+000D'],
    ['escape', '\u001b', 'U+001B'],
    ['delete', '\u007f', 'U+007F'],
    ['next line', '\u0085', 'U+0085'],
    ['half a surrogate pair', '\ud83d', 'U+D83D'],
    ['the other half', '\ude00', 'U+DE00'],
  ])('%s is refused, and where it is', async (_what, character, name) => {
    const answer = await share({ body: `🌞\n\t${character}!` });
    expect(message(answer)).toBe(
      `Expected no control characters but line feeds and tabs, but got ${name} as character 4.`,
    );
    expect(await refused({ title: `A${character}B` })).toEqual(['INVALID title']);
  });

  test('a title is one line', async () => {
    for (const title of ['a\nb', 'a\tb', 'a\u2028b']) expect(await refused({ title })).toEqual(['INVALID title']);
  });

  test('what is only blank is none', async () => {
    expect(await refused({ title: '  ', summary: '\n' })).toEqual(['INVALID title', 'INVALID summary']);
    expect(message(await share({ title: '' }))).toBe('Expected some text, but got none.');
  });

  test('what other programs would read as code or markup is kept', async () => {
    const text = `'; DROP TABLE solution; -- \${1} $1 %s \\ "quoted" <img src=x onerror=alert(1)> =1+1`;
    const { record } = await share({ title: text, summary: text, body: text });
    expect([record.title, record.summary, record.body]).toEqual([text, text, text]);
  });
});

describe('links', () => {
  test('are 20 at most', async () => {
    const links = Array.from({ length: 21 }, (_, i) => `https://example.org/${i}`);
    expect(await refused({ links })).toEqual(['INVALID links']);
  });

  test.each(['javascript:alert(1)', 'ftp://example.org/', 'example.org', '//example.org/', 'data:text/html,x'])(
    '%s is no address on the web',
    async (link) => {
      const variables = { input: aSolution('london', { links: [link] }) };
      const errors = await world.fail(documentOf('shareSolution'), { variables, viewer: london });
      expect(errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    },
  );
});

test.each(['i-klingon', 'x-private'])('a language that PostgreSQL has no place for: %s', async (locale) => {
  const answer = await share({ locale });
  expect(answer.userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'locale'] }]);
});

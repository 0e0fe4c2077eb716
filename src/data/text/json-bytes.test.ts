import fc from 'fast-check';
import { toGlobalId } from '../../graphql/global-id';
import { jsonBytes, type JsonBytes } from './json-bytes';

const textOf = (write: (out: JsonBytes) => void): string => jsonBytes(write).toString();

/** Any units of UTF-16: pairs, and halves of them. */
const anyString = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
);

test.each([
  ['nothing', ''],
  ['letters', 'Bogotá'],
  ['what JSON escapes', 'a "quote", a \\ and\n\u0001'],
  ['all planes', 'é ’ 北京 \u{1f6b2}'],
  ['halves of a pair', 'a\ud83d b\udeb2'],
  ['what HTML escapes, but JSON does not', '</script>\u2028\u007f'],
])('a string as JSON.stringify writes it: %s', (_what, text) => {
  expect(textOf((out) => out.string(text))).toBe(JSON.stringify(text));
});

test('any string as JSON.stringify writes it', () => {
  fc.assert(fc.property(anyString, (text) => textOf((out) => out.string(text)) === JSON.stringify(text)));
});

test('any UTF-8 as JSON.stringify writes its text, from where it stands among others', () => {
  const written = (text: string): string => {
    const bytes = Buffer.from(`"${text}\n`);
    return textOf((out) => out.utf8(bytes, 1, bytes.length - 1));
  };
  // PostgreSQL sends no half of a pair.
  const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(texts, (text) => written(text) === JSON.stringify(text)),
    { examples: [['a "quote"'], ['a \\ and\u0001'], ['\u2028 北京 \u{1f6b2}\u007f'], ['x'.repeat(300_000)]] },
  );
});

test('any number as JSON.stringify writes it, and none that JSON does not have', () => {
  const numbers = fc.oneof(
    fc.integer(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    // Few decimals, as degrees have them, and about as many as are printed without help.
    fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 17 })).map(([digits, places]) => digits / 10 ** places),
    fc.tuple(fc.integer(), fc.integer({ min: 0, max: 10 })).map(([digits, places]) => digits / 10 ** places),
  );
  fc.assert(
    fc.property(numbers, (value) => textOf((out) => out.number(value)) === JSON.stringify(value)),
    {
      numRuns: 5000,
      examples: [
        [0],
        [-0],
        [2 ** 31 - 1],
        [2 ** 31],
        [-(2 ** 31)],
        [2 ** 31 - 0.5],
        [0.1],
        [1e-6],
        [1e-7],
        [0.00000101],
        [1e15],
        [1e21],
        [999999999999999],
        [9999999.99999999],
      ],
    },
  );
  for (const value of [NaN, Infinity]) expect(() => textOf((out) => out.number(value))).toThrow(RangeError);
});

test('any global id as toGlobalId makes it', () => {
  const types = fc.constantFrom('City', 'Network', 'CollectiveAction');
  const same = (type: string, slug: string): boolean =>
    [
      textOf((out) => out.globalId(type, slug)),
      textOf((out) => out.globalIdOf(type, Buffer.from(`-${slug}-`), 1, Buffer.byteLength(slug) + 1)),
    ].every((written) => written === JSON.stringify(toGlobalId(type, slug)));
  fc.assert(fc.property(types, fc.oneof(fc.stringMatching(/^[a-z0-9-]*$/), fc.string({ unit: 'grapheme' })), same));
});

test('what stands already, once more, and more than there was room for', () => {
  const row = `${'x'.repeat(1000)}é`;
  const text = textOf((out) => {
    out.raw(Buffer.from('['));
    const from = out.length;
    out.string(row);
    const to = out.length;
    for (let i = 0; i < 999; i++) {
      out.byte(0x2c);
      out.again(from, to);
    }
    out.text(']');
  });
  expect(JSON.parse(text)).toEqual(Array.from({ length: 1000 }, () => row));
});

test('what failed leaves nothing behind', () => {
  const fail = (): Buffer =>
    jsonBytes((out) => {
      out.string('half an answer');
      throw new Error('no more');
    });
  expect(fail).toThrow('no more');
  expect(textOf((out) => out.string('whole'))).toBe('"whole"');
});

test('each answer has bytes of its own', () => {
  const first = jsonBytes((out) => out.string('first'));
  jsonBytes((out) => out.string('other'));
  expect(first.toString()).toBe('"first"');
});

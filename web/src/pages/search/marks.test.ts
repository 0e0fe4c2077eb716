import { marks } from './marks';

/** What is marked, in brackets. */
const marked = (text: string, searched: string): string =>
  marks(text, searched)
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('');

test.each([
  ['Bogotá', 'bogota', '[Bogotá]'],
  ['São Paulo', 'sao', '[São] Paulo'],
  ['Water squares, and waterways', 'WATER', '[Water] squares, and [water]ways'],
  ['Walking and Cycling', 'cycling walk', '[Walk]ing and [Cycling]'],
  ['墨西哥城', '墨西哥', '[墨西哥]城'],
  ['Bogota\u0301, Quito', 'quito', 'Bogota\u0301, [Quito]'],
  ['Köln 🚲 lanes', 'lanes', 'Köln 🚲 [lanes]'],
  ['İstanbul', 'istanbul', '[İstanbul]'],
  ['banana', 'ana', 'b[anana]'],
  ['Copenhagen', 'Kopenhagen', 'Copenhagen'],
  ['Quito', '  ', 'Quito'],
])('in %s, %s is marked so: %s', (text, searched, expected) => {
  expect(marked(text, searched)).toBe(expected);
});

// Most texts are: they need no look at each character's kind.
const PLAIN = /^[\x20-\x7E]*$/;

/**
 * Text without the characters that files of text have no way to hold: control characters other than tabs and line breaks, halves of
 * surrogate pairs, and what Unicode calls no character.
 */
export const printable = (text: string): string =>
  PLAIN.test(text)
    ? text
    : // eslint-disable-next-line no-control-regex -- these are what is looked for
      text.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\p{Surrogate}\uFFFE\uFFFF]/gu, '');

import { printable } from './printable';

/** Text as XML 1.0 holds it: markup escaped, and characters left out that XML has no way to write. */
export const escapeXml = (text: string): string =>
  /^[\w .:/-]*$/.test(text)
    ? text
    : printable(text).replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Attributes by name; those without a value are left out. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** A piece of XML that is well formed already. */
export class Xml {
  constructor(readonly markup: string) {}
}

/** An element. Texts among its content are escaped. */
export function element(name: string, attributes: XmlAttributes, ...content: readonly (Xml | string)[]): Xml {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const start = [name, ...given.map(([key, value]) => `${key}="${escapeXml(value)}"`)].join(' ');
  const inner = content.map((part) => (typeof part === 'string' ? escapeXml(part) : part.markup)).join('');
  return new Xml(inner === '' ? `<${start}/>` : `<${start}>${inner}</${name}>`);
}

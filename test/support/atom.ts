import { SaxesParser } from 'saxes';

/** An element as a parser reads it: names and attributes with their namespaces resolved. */
export interface XmlElement {
  name: string;
  namespace: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** @throws where the text is not well formed, or uses a prefix that it does not declare */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: '', namespace: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const own = Object.values(attributes).map(({ name, value }) => [name, value] as const);
    const child = { name: local, namespace: uri, attributes: Object.fromEntries(own), children: [], text: '' };
    open.at(-1)!.children.push(child);
    open.push(child);
  });
  parser.on('text', (part) => (open.at(-1)!.text += part));
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return root.children[0]!;
}

export const childrenOf = ({ children }: XmlElement, name: string): XmlElement[] =>
  children.filter((child) => child.name === name);

export const textOf = (parent: XmlElement, name: string): string | undefined => childrenOf(parent, name)[0]?.text;

/** Where a feed or an entry links to by this relation. */
export const linkOf = (parent: XmlElement, rel: string): string | undefined =>
  childrenOf(parent, 'link').find(({ attributes }) => attributes['rel'] === rel)?.attributes['href'];

const ATOM = 'http://www.w3.org/2005/Atom';
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

// How often an element may stand in its parent (RFC 4287, 4.1.1 and 4.1.2).
const CARDINALITY: Record<string, Record<string, readonly [number, number]>> = {
  feed: {
    id: [1, 1],
    title: [1, 1],
    updated: [1, 1],
    author: [0, Infinity],
    generator: [0, 1],
    link: [0, Infinity],
    entry: [0, Infinity],
  },
  entry: {
    id: [1, 1],
    title: [1, 1],
    updated: [1, 1],
    published: [0, 1],
    author: [0, Infinity],
    category: [0, Infinity],
    link: [0, Infinity],
    summary: [0, 1],
  },
  author: { name: [1, 1] },
};

/** What of the Atom Syndication Format (RFC 4287) and of feed paging (RFC 5005) a document breaks; empty for a valid one. */
export function atomProblems(feed: XmlElement): string[] {
  const entries = childrenOf(feed, 'entry');
  const ids = entries.map((entry) => textOf(entry, 'id'));
  return [
    ...(feed.name === 'feed' ? [] : ['the document is no feed']),
    ...contentProblems(feed),
    ...linkProblems(feed),
    ...entries.flatMap(linkProblems),
    ...(linkOf(feed, 'self') === undefined ? ['the feed does not link to itself'] : []),
    ...(new Set(ids).size === ids.length ? [] : ['two entries have the same id']),
    ...entries.flatMap((entry) =>
      [...childrenOf(entry, 'author'), ...childrenOf(feed, 'author')].length > 0 ? [] : ['an entry has no author'],
    ),
    // Without content, an entry must say where it is read (4.1.2).
    ...entries.flatMap((entry) => (linkOf(entry, 'alternate') === undefined ? ['an entry has no alternate'] : [])),
  ];
}

function contentProblems(parent: XmlElement): string[] {
  const allowed = CARDINALITY[parent.name];
  if (!allowed) return leafProblems(parent);
  const counts = Object.entries(allowed).flatMap(([name, [least, most]]) => {
    const count = childrenOf(parent, name).length;
    return count < least || count > most ? [`${parent.name} has ${count} of ${name}`] : [];
  });
  const strangers = parent.children.filter(({ name }) => !Object.hasOwn(allowed, name));
  const language = parent.attributes['xml:lang'];
  return [
    ...counts,
    ...strangers.map(({ name }) => `${parent.name} has a ${name}`),
    ...(parent.namespace === ATOM ? [] : [`${parent.name} is of another namespace`]),
    ...(language === undefined || LANGUAGE.test(language) ? [] : [`${language} is no language`]),
    ...parent.children.flatMap(contentProblems),
  ];
}

function leafProblems({ name, text, attributes, children }: XmlElement): string[] {
  if (children.length > 0) return [`${name} has elements`];
  if (name === 'updated' || name === 'published') return RFC3339.test(text) ? [] : [`${name} is no date: ${text}`];
  if (name === 'id') return /^(urn:[a-z0-9][a-z0-9-]{1,31}:.+|tag:.+|https?:.+)$/.test(text) ? [] : [`no IRI: ${text}`];
  if (name === 'link') return URL.canParse(attributes['href'] ?? '') ? [] : ['a link has no absolute address'];
  if (name === 'category') return attributes['term'] ? [] : ['a category has no term'];
  return text.trim() === '' ? [`${name} is empty`] : [];
}

/** No two alternates of one type and language (4.1.1, 4.1.2). */
function linkProblems(parent: XmlElement): string[] {
  const alternates = childrenOf(parent, 'link')
    .filter(({ attributes }) => attributes['rel'] === 'alternate')
    .map(({ attributes }) => `${attributes['type']} ${attributes['hreflang']}`);
  return new Set(alternates).size === alternates.length ? [] : [`${parent.name} has two alternates of a kind`];
}

import { createHash } from 'node:crypto';
import { sectorLabel, type Sector } from '../../subgraphs/solutions';
import { element, type Xml } from '../../xml';

/** A solution as a feed tells of it. */
export interface FeedSolution {
  id: string;
  slug: string;
  title: string;
  summary: string;
  /** The language of title and summary. */
  contentLocale: string;
  sector: Sector;
  publishedAt: string;
  links: readonly string[];
  /** Null while the part of the platform that keeps cities is down. */
  city: { name: string } | null;
}

/** A page of a feed. */
export interface FeedPage {
  /** What is the same for all pages of this feed, and for no other one: its filters. */
  key: string;
  /** What it was filtered by, in words. */
  about: readonly string[];
  solutions: readonly FeedSolution[];
  /** Absolute addresses: of the server, of this page, of the first one, and of the next one where there is one. */
  base: string;
  self: string;
  first: string;
  next: string | undefined;
}

// Names in this namespace are the API's global ids, and the filters of feeds.
const NAMESPACE = Buffer.from('b6d1c7f24c0e4c41a4c99e2b3c5a7d18', 'hex');

/** A name-based UUID (RFC 9562, version 5): the same for a solution in every feed and on every server that has its record. */
function uuidOf(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

const urn = (name: string): string => `urn:uuid:${uuidOf(name)}`;

const link = (rel: string, href: string, type?: string): Xml => element('link', { rel, type, href });

/** Where a person reads a solution: the explorer of the API, with the question for it. */
const pageOf = (base: string, slug: string): string => {
  const query = `{\n  solution(slug: "${slug}") {\n    title\n    summary\n    body\n    city {\n      name\n    }\n  }\n}`;
  return `${base}/graphql?${new URLSearchParams({ query }).toString()}`;
};

function entry(solution: FeedSolution, base: string): Xml {
  const { id, slug, title, summary, contentLocale, sector, publishedAt, links, city } = solution;
  return element(
    'entry',
    { 'xml:lang': contentLocale },
    element('id', {}, urn(id)),
    element('title', {}, title),
    element('updated', {}, publishedAt),
    element('published', {}, publishedAt),
    ...(city ? [element('author', {}, element('name', {}, city.name))] : []),
    element('category', { term: sector, label: sectorLabel(sector, [contentLocale.split('-')[0]!]) }),
    link('alternate', pageOf(base, slug), 'text/html'),
    ...links.map((href) => link('related', href)),
    element('summary', {}, summary),
  );
}

/** When the page last changed: when its newest solution was shared; for an empty one, the beginning of computers' time. */
export const updatedAt = ({ solutions }: Pick<FeedPage, 'solutions'>): string =>
  solutions.reduce(
    (latest, { publishedAt }) => (publishedAt > latest ? publishedAt : latest),
    '1970-01-01T00:00:00.000Z',
  );

/** An Atom document (RFC 4287), one page of a feed (RFC 5005). */
export function atomFeed(page: FeedPage): string {
  const { key, about, solutions, base, self, first, next } = page;
  const feed = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' },
    element('id', {}, urn(`solutions?${key}`)),
    element('title', {}, ['Solutions shared by cities', ...about].join(' · ')),
    element('updated', {}, updatedAt(page)),
    element('author', {}, element('name', {}, 'Interurban')),
    element('generator', {}, 'Interurban'),
    link('self', self, 'application/atom+xml'),
    link('alternate', `${base}/graphql`, 'text/html'),
    link('first', first, 'application/atom+xml'),
    ...(next === undefined ? [] : [link('next', next, 'application/atom+xml')]),
    ...solutions.map((solution) => entry(solution, base)),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.markup}\n`;
}

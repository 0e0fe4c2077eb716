import { GraphQLError, Kind, visit, type DocumentNode } from 'graphql';

/** How large and how deep documents may be; 0 sets no limit. */
export interface ShapeLimits {
  /** Characters of the document. */
  length: number;
  /** How deep fields may lie: 1 for those of the root. */
  depth: number;
  /** Fields of the root. */
  rootFields: number;
  aliases: number;
  directives: number;
}

const WORDS = {
  length: 'characters',
  tokens: 'tokens',
  depth: 'levels of fields',
  rootFields: 'root fields',
  aliases: 'aliases',
  directives: 'directives',
  selections: 'selections, with fragments opened wherever they are spread',
  repeats: 'selections of one field at one place',
};

/** What is not counted to its end, for that alone would take long. */
const UNCOUNTED: ReadonlySet<keyof typeof WORDS> = new Set(['depth', 'selections', 'repeats']);

/** @throws GraphQLError DOCUMENT_TOO_COMPLEX where a document has more of something than it may */
export function refuseShape(what: keyof typeof WORDS, limit: number, count: number): void {
  if (limit === 0 || count <= limit) return;
  const counted = UNCOUNTED.has(what) ? {} : { count };
  throw new GraphQLError(
    `Expected a document with at most ${limit} ${WORDS[what]}, but got ${counted.count ?? 'more'}. ` +
      'Ask for less, or in several requests.',
    { extensions: { code: 'DOCUMENT_TOO_COMPLEX', limited: what, limit, ...counted, http: { status: 400 } } },
  );
}

/**
 * Counts what a document has of what makes it dear to read, whether it is executed or not.
 * @throws GraphQLError DOCUMENT_TOO_COMPLEX
 */
export function checkShape(document: DocumentNode, limits: ShapeLimits): void {
  let [aliases, directives] = [0, 0];
  refuseShape('length', limits.length, document.loc?.source.body.length ?? 0);
  visit(document, {
    [Kind.FIELD]: ({ alias }) => {
      if (alias) aliases++;
    },
    [Kind.DIRECTIVE]: () => {
      directives++;
    },
  });
  refuseShape('aliases', limits.aliases, aliases);
  refuseShape('directives', limits.directives, directives);
}

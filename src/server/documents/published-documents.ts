import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import sql from 'sql-template-tag';
import type { Database } from '../../data/database';

/** How many characters of documents are kept in memory: those asked for last. */
const MAX_CHARACTERS = 10_000_000;

/** A document's text may also be asked for by its hash, as the GraphQL over HTTP specification writes it. */
const HASH_PREFIX = 'sha256:';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The documents that `interurban documents publish` has put into the database. */
export class PublishedDocuments {
  private readonly texts = new LRUCache<string, string>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (text, id) => text.length + id.length,
  });

  constructor(private readonly database: Pick<Database, 'rows'>) {}

  /** The text with an id, or with the hash `sha256:…`; undefined where none is published. */
  async find(id: string): Promise<string | undefined> {
    const known = this.texts.get(id);
    if (known !== undefined) return known;
    const hash = id.startsWith(HASH_PREFIX) ? id.slice(HASH_PREFIX.length).toLowerCase() : id;
    const [row] = await this.database.rows(
      sql`SELECT text FROM published_document WHERE id = ${id} OR sha256 = ${hash} ORDER BY id = ${id} DESC LIMIT 1`,
    );
    const text = row?.[0] as string | undefined;
    // A text never changes under its id; what is not there may come at any time.
    if (text !== undefined) this.texts.set(id, text);
    return text;
  }

  /** The same, where it has been asked for lately. */
  inMemory(id: string): string | undefined {
    return this.texts.get(id);
  }

  /**
   * The same.
   * @throws DOCUMENT_NOT_FOUND where none is published
   */
  async text(id: unknown): Promise<string> {
    const text = typeof id === 'string' && id !== '' ? await this.find(id) : undefined;
    if (text === undefined) throw notFound(id);
    return text;
  }

  /** Whether a text is published, under whatever id. */
  async has(text: string): Promise<boolean> {
    return (
      (await this.database.rows(sql`SELECT 1 FROM published_document WHERE sha256 = ${sha256(text)} LIMIT 1`)).length >
      0
    );
  }
}

const notFound = (id: unknown): GraphQLError =>
  new GraphQLError(
    `Expected the id of a published document, but got ${JSON.stringify(id ?? null).slice(0, 80)}. Publish it first: interurban ` +
      'documents publish.',
    { extensions: { code: 'DOCUMENT_NOT_FOUND', http: { status: 404 } } },
  );

import { LRUCache } from 'lru-cache';
import type { PublishedDocuments } from './published-documents';

/** How many characters of documents that clients registered by themselves are kept: those asked for last. */
const MAX_CHARACTERS = 10_000_000;

/** Apollo Server puts it before each hash. */
const PREFIX = /^apq:/;

/**
 * What Apollo's automatic persisted queries are kept in: in memory, by the hash of their text. A client that asks for one that is
 * forgotten sends it again. Published documents are found by their ids here, too.
 */
export class PersistedQueries {
  private readonly registered = new LRUCache<string, string>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (text, hash) => text.length + hash.length,
  });

  constructor(private readonly published: PublishedDocuments) {}

  async get(key: string): Promise<string | undefined> {
    const id = key.replace(PREFIX, '');
    return this.registered.get(id) ?? (await this.published.find(id));
  }

  set(key: string, text: string): Promise<void> {
    this.registered.set(key.replace(PREFIX, ''), text);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.registered.delete(key.replace(PREFIX, '')));
  }
}

import { LRUCache } from 'lru-cache';

/** As many statements as a server has, and more. */
const MAX_STATEMENTS = 2000;

const WORD = /\w+/g;

/** Finds the tables that statements read, by their names in the text. A name too many is no harm; one too few would be. */
export class SourceNames {
  private readonly names: ReadonlySet<string>;
  private readonly found = new LRUCache<string, readonly string[]>({ max: MAX_STATEMENTS });

  /** @param names of all tables, and of columns that change apart from the rest of their row */
  constructor(names: Iterable<string>) {
    this.names = new Set(names);
  }

  /** The names that a statement has. */
  in(statement: string): readonly string[] {
    let found = this.found.get(statement);
    if (!found) {
      const words = new Set(statement.match(WORD));
      this.found.set(statement, (found = [...words].filter((word) => this.names.has(word))));
    }
    return found;
  }
}

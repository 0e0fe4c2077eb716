import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { encodeCursor } from '../src/data/cursor';
import { toGlobalId } from '../src/graphql/global-id';
import { PROJECT_ROOT } from '../src/project-root';

const FOLDER = path.join(PROJECT_ROOT, 'bench/operations');

export type Variables = Record<string, string | null>;

/** One of the operations that are measured. */
export interface Operation {
  name: string;
  title: string;
  text: string;
  /** Requests take one after the other, so that no answer comes from a cache of one row. */
  variables: Variables[];
}

/** The body of a request. */
export function bodyOf({ text }: Operation, variables: Variables): string {
  const operationName = /^query (\w+)/m.exec(text)![1];
  return JSON.stringify({ operationName, query: text, variables });
}

interface Declaration {
  name: string;
  title: string;
  variables: (database: pg.Client) => Promise<Variables[]>;
}

const column = async (database: pg.Client, text: string): Promise<string[]> =>
  (await database.query<[string]>({ text, rowMode: 'array' })).rows.map(([value]) => value);

/** The cursors of every n-th row of an ordered list, and null for its beginning. */
async function cursors(database: pg.Client, order: string, every: number, text: string): Promise<(string | null)[]> {
  const { rows } = await database.query<[string, string]>({ text, rowMode: 'array' });
  const ends = rows.filter((_, i) => i % every === every - 1 && i < rows.length - 1);
  return [null, ...ends.map(([value, slug]) => encodeCursor(order, { value, slug }))];
}

const declarations: Declaration[] = [
  {
    name: 'dashboard',
    title: 'dashboard: 20 networks × 10 members × 3 solutions',
    variables: async (database) => {
      const text = 'SELECT member_count::text AS value, slug FROM network ORDER BY member_count DESC, slug DESC';
      return (await cursors(database, 'MEMBER_COUNT DESC', 20, text)).map((after) => ({ after }));
    },
  },
  {
    name: 'city-profile',
    title: 'a city’s profile',
    variables: async (database) =>
      (await column(database, 'SELECT slug FROM city ORDER BY md5(slug) LIMIT 500')).map((slug) => ({ slug })),
  },
  {
    name: 'feed',
    title: 'feed of a sector: 50 solutions',
    variables: async (database) => {
      const sectors = await column(database, 'SELECT DISTINCT sector FROM solution ORDER BY 1');
      const pages: Variables[][] = [];
      for (const sector of sectors) {
        const text = `SELECT published_at::text AS value, slug FROM solution
          WHERE sector = '${sector}' AND status = 'PUBLISHED' AND visibility = 'PUBLIC'
          ORDER BY published_at DESC, slug DESC LIMIT 501`;
        pages.push((await cursors(database, 'PUBLISHED_AT DESC', 50, text)).map((after) => ({ sector, after })));
      }
      return interleaved(pages);
    },
  },
  {
    name: 'city-by-id',
    title: 'a city by id',
    variables: async (database) =>
      (await column(database, 'SELECT slug FROM city ORDER BY md5(slug) LIMIT 2000')).map((slug) => ({
        id: toGlobalId('City', slug),
      })),
  },
  {
    name: 'wide',
    title: '500 cities wide: pages of 100',
    variables: async (database) => {
      const text = 'SELECT folded_name AS value, slug FROM city ORDER BY folded_name, slug';
      return (await cursors(database, 'NAME ASC', 100, text)).map((after) => ({ after }));
    },
  },
];

const interleaved = <T>(lists: T[][]): T[] =>
  Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, i) =>
    lists.flatMap((list) => list.slice(i, i + 1)),
  ).flat();

/** The operations with variables that fit the database. */
export async function readOperations(database: pg.Client): Promise<Operation[]> {
  const operations: Operation[] = [];
  for (const { name, title, variables } of declarations) {
    const text = fs.readFileSync(path.join(FOLDER, `${name}.graphql`), 'utf8');
    operations.push({ name, title, text, variables: await variables(database) });
  }
  return operations;
}

import { documentOf, type ListCase } from './lists';
import type { Json, World } from './world';

export interface PageArguments {
  first?: number;
  after?: string | null;
  last?: number;
  before?: string | null;
}

export interface ListPage {
  ids: string[];
  cursors: string[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

/** One page of a list. */
export async function pageOf(world: World, list: ListCase, variables: PageArguments): Promise<ListPage> {
  const data = await world.ask(documentOf(list), { variables: { ...variables } });
  const { edges, totalCount, pageInfo } = findList(data);
  const [ids, cursors] = [edges.map((edge: Edge) => edge.node.id), edges.map((edge: Edge) => edge.cursor)];
  return { ids, cursors, totalCount, pageInfo };
}

/** The list, wherever it lies; of several objects that have it, the first one's. */
const findList = (data: Json): Json => (data.list ? data.list : findList(Object.values(data)[0]));

interface Edge {
  cursor: string;
  node: { id: string };
}

/** All pages of a list from its beginning, each of the size that is asked for. */
export async function walkForwards(world: World, list: ListCase, size: () => number): Promise<ListPage[]> {
  const pages: ListPage[] = [];
  let after: string | null = null;
  do {
    const page: ListPage = await pageOf(world, list, { first: size(), after });
    pages.push(page);
    after = page.pageInfo.endCursor;
  } while (pages.at(-1)!.pageInfo.hasNextPage);
  return pages;
}

/** All pages of a list from its end, the last one first. */
export async function walkBackwards(world: World, list: ListCase, size: () => number): Promise<ListPage[]> {
  const pages: ListPage[] = [];
  let before: string | null = null;
  do {
    const page: ListPage = await pageOf(world, list, { last: size(), before });
    pages.push(page);
    before = page.pageInfo.startCursor;
  } while (pages.at(-1)!.pageInfo.hasPreviousPage);
  return pages;
}

/** Numbers from 1 to `max`, the same in every run. */
export function randomSizes(max: number, seed = 1): () => number {
  let state = seed;
  // Park and Miller's generator.
  return () => ((state = (state * 48271) % 2147483647) % max) + 1;
}

import type { Sql } from 'sql-template-tag';
import type { PageArgs } from '../graphql/pages';
import type { EntityReads, Readable } from './entity-reads';
import type { Direction, Order } from './page';
import type { Scope } from './scope';

/** The arguments that every list takes; the rest are the list's own. */
export interface ListArgs {
  page: PageArgs;
  filter?: object | null;
  orderBy?: { field: string; direction?: Direction | null } | null;
}

/** What the SQL of a list may refer to. */
export interface ListScope<A extends ListArgs> {
  args: A;
  /** SQL of the parent's row id; that of a root list is never used. */
  parent: Sql;
  /** Whose eyes the list is read with. */
  viewer: Scope;
}

/**
 * A list of the graph, declared: which rows belong to a parent, how they are filtered and ordered, what their edges say. The reader
 * makes one statement of it, whatever the number of parents.
 */
export interface List<T extends Readable = Readable, A extends ListArgs = ListArgs> {
  /** How its nodes are read. Subgraphs refer to one another, so what crosses between them is asked for when it is needed. */
  node: () => EntityReads<T>;
  /** The alias of the node's table. */
  t: string;
  /** Whether it belongs to a parent; otherwise it is a list of its own. */
  ofParent: boolean;
  /** What stands behind FROM. */
  from(scope: ListScope<A>): Sql;
  /** The conditions that make a row part of the list, the filter's among them. */
  where(scope: ListScope<A>): Sql[];
  /** Its orders by their name in the API. */
  orders: () => Record<string, Order>;
  /** The order where none is asked for. */
  defaultOrder: string;
  /** SQL of the slug that tells apart rows with the same sort key. Default: the node's. */
  slug?: string;
  /** Fields of an edge beside cursor and node, and their SQL. */
  edge?: Record<string, (scope: ListScope<A>) => Sql>;
}

/** A short list that is given whole. */
export interface Many<T extends Readable = Readable, A extends ListArgs = ListArgs> extends Pick<
  List<T, A>,
  'node' | 't' | 'from' | 'where'
> {
  /** SQL behind ORDER BY. */
  orderBy: string;
}

/** Gives a list its types. */
export const list = <T extends Readable, A extends ListArgs = ListArgs>(declaration: List<T, A>): List<T, A> =>
  declaration;

/** Gives a short list its types. */
export const many = <T extends Readable, A extends ListArgs = ListArgs>(declaration: Many<T, A>): Many<T, A> =>
  declaration;

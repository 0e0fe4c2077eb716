import { getNamedType, type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import { join, type Sql } from 'sql-template-tag';
import type { Children, Keeper } from './children';
import type { Row } from './database';
import type { EntityReads, Readable, ReadColumn } from './entity-reads';
import { joinsFor, type Join } from './join';
import type { List } from './list';
import type { PageRequest } from './page';
import { fieldsAt, groupedSubfields, subfields } from './selection';

const OF_PAGE = new Set(['nodes', 'edges', 'pageInfo']);

/** What the selection of a field that is a list asks of each row: the same for all of its parents, pages and executions. */
export class ListSelection<T extends Readable = Readable> {
  readonly node: EntityReads<T>;
  readonly columns: ReadColumn[];
  readonly joins: Join[];
  /** The selected fields of edges that the list declares. */
  readonly edgeFields: string[];
  /** With how many columns of cursors rows begin: none, the sort key, or that and the slug, where nodes do not have it. */
  readonly cursorWidth: 0 | 1 | 2;
  readonly withPage: boolean;
  readonly withTotal: boolean;
  /** The fields that have nodes of the list, each with its selection. */
  readonly nodeFields: FieldNode[][];
  /** What is read together with the nodes. */
  children: Children | undefined;

  private readonly slugAt: number;
  private made: Sql | undefined;

  constructor(
    private readonly list: List<T, never>,
    info: GraphQLResolveInfo,
    locales: readonly string[],
  ) {
    this.node = list.node();
    const type = getNamedType(info.returnType) as GraphQLObjectType;
    const namesAt = (path: string[]): string[] => fieldsAt(info, type, info.fieldNodes, path).map(nameOf);
    const selected = subfields(info, type, info.fieldNodes).map(nameOf);
    this.withPage = selected.some((name) => OF_PAGE.has(name));
    this.withTotal = selected.includes('totalCount');
    const edges = namesAt(['edges']);
    const withCursors = edges.includes('cursor') || namesAt(['pageInfo']).some((name) => name.endsWith('Cursor'));
    this.edgeFields = Object.keys(list.edge ?? {}).filter((name) => edges.includes(name));
    this.nodeFields = nodeFieldsOf(type, info);
    const nodes = [['nodes'], ['edges', 'node']].flatMap((path) => fieldsAt(info, type, info.fieldNodes, path));
    this.joins = joinsFor(this.node, list.t, nodes, info, locales);
    const isJoined = (node: FieldNode): boolean => this.joins.some(({ field }) => field === nameOf(node));
    this.columns = this.node.columnsFor(nodes.filter((node) => !isJoined(node)), info, locales); // prettier-ignore
    const slugAt = list.slug === undefined ? this.columns.findIndex(({ property }) => property === 'slug') : -1;
    this.cursorWidth = withCursors ? (slugAt < 0 ? 2 : 1) : 0;
    this.slugAt = slugAt < 0 ? 1 : this.nodeFrom + slugAt;
  }

  /** The first of a node's columns in a row. */
  get nodeFrom(): number {
    return this.cursorWidth + this.edgeFields.length;
  }

  /** How many columns a row has, its children apart. */
  get width(): number {
    return this.nodeFrom + this.columns.length + this.joins.reduce((sum, { columns }) => sum + columns.length, 0);
  }

  /** The columns of a node and of what is joined with it, put together once. */
  get nodeColumns(): Sql {
    const joined = () => this.joins.flatMap(({ columns, alias }) => columns.map((column) => column.sql(alias)));
    return (this.made ??= join([...this.columns.map((column) => column.sql(this.list.t)), ...joined()]));
  }

  /**
   * The cursor of a row whose columns begin at `from`.
   * @param valueAt gives the value of one of its columns
   */
  cursorOf(page: PageRequest, valueAt: (at: number) => unknown, from: number): string {
    return page.cursor(valueAt(from) as string, valueAt(from + this.slugAt) as string);
  }

  /** The node in a row whose columns of it begin at `from`, with what is joined with it; what is read together with it is kept. */
  nodeOf(row: Row, from: number, keeper: Keeper): T {
    const node = this.node.instance(this.columns, row, from);
    let offset = from + this.columns.length;
    for (const join of this.joins) {
      (node as Record<string, unknown>)[join.field] = join.target(row, offset);
      offset += join.columns.length;
    }
    this.children?.keep(row, from, offset, keeper);
    return node;
  }
}

/** `nodes`, and `node` of `edges`, as often as they are selected under names of their own. */
function nodeFieldsOf(type: GraphQLObjectType, info: GraphQLResolveInfo): FieldNode[][] {
  return groupedSubfields(info, type, info.fieldNodes).flatMap((group) => {
    const name = nameOf(group[0]!);
    if (name === 'nodes') return [group];
    if (name !== 'edges') return [];
    const edge = getNamedType(type.getFields()['edges']!.type) as GraphQLObjectType;
    return groupedSubfields(info, edge, group).filter(([node]) => nameOf(node!) === 'node');
  });
}

const nameOf = (field: FieldNode): string => field.name.value;

import {
  getNamedType,
  getNullableType,
  isEnumType,
  isLeafType,
  type FieldNode,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { PageInfo } from '../../graphql/pages';
import type { Children } from '../children';
import type { Row } from '../database';
import type { EntityReads, ReadColumn } from '../entity-reads';
import { fieldKey } from '../field-key';
import { KeyPlan } from '../key-plan';
import type { Join } from '../join';
import type { ListPlan } from '../list-plan';
import type { ListSelection } from '../list-selection';
import type { PageRequest } from '../page';
import { PageEnds } from '../page-ends';
import { groupedSubfields, type SelectionInfo } from '../selection';
import { Kind } from '../wire/decoders';
import type { Apart } from './apart';
import { withValues, type Cells, type Leaf } from './cells';
import { json, leaf, list, passedOn, written } from './json';
import type { JsonBytes } from './json-bytes';
import { constant, membersOf, objectOf, type WriteRow } from './members';
import { isProperty, resolvedWriter, valueWriter } from './values';

/** Where objects stand in rows: their columns, behind these what is joined with them, behind these what is read together with them. */
interface Placed {
  reads: EntityReads;
  columns: readonly ReadColumn[];
  joins: readonly Join[];
  children: Children | undefined;
}

/** Rows of a page, as they were read. */
interface PageRows<R> {
  page: PageRequest;
  rows: readonly R[];
}

/** The rows of the page itself. */
interface Cut<R> extends PageRows<R> {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

interface EdgeRow<R> {
  page: PageRequest;
  row: R;
}

/**
 * Makes what writes rows as the JSON that their selection asks for: what resolvers would make of them, without an object or a promise for
 * each. Where a selection asks for more than the rows have, nothing is made.
 */
export class RowWriters<R> {
  constructor(
    private readonly info: SelectionInfo,
    /** The reader's languages. */
    private readonly locales: readonly string[],
    private readonly cells: Cells<R>,
  ) {}

  /** What writes the objects of a plan. */
  ofKey({ reads, columns, children }: KeyPlan, nodes: readonly FieldNode[]): WriteRow<R> | undefined {
    return this.object({ reads, columns, children, joins: [] }, nodes);
  }

  /** What writes the pages of a selection, whose rows have its columns from `from` on. */
  ofPage(
    selection: ListSelection,
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
  ): WriteRow<PageRows<R>> | undefined {
    const members = membersOf<Cut<R>>(groupedSubfields(this.info, type, nodes), (group) => {
      const { value: name } = group[0]!.name;
      if (name === '__typename') return constant(type.name);
      if (name === 'nodes') return listOf(this.node(selection, group), ({ rows }) => rows);
      if (name === 'edges') return listOf(this.edge(selection, type, group), edgesOf);
      if (name !== 'pageInfo') return undefined;
      const write = valueWriter(type.getFields()[name]!.type, group, this.info);
      return write && ((cut, from, out) => write(this.ends(selection, cut, from), out));
    });
    const connection = members && objectOf(members);
    return connection && (({ page, rows }, from, out) => connection({ page, ...page.cut(rows) }, from, out));
  }

  private node(selection: ListSelection, nodes: readonly FieldNode[]): WriteRow<R> | undefined {
    const { node: reads, columns, joins, children, nodeFrom } = selection;
    const write = this.object({ reads, columns, joins, children }, nodes);
    return write && ((row, from, out) => write(row, from + nodeFrom, out));
  }

  private edge(
    selection: ListSelection,
    connection: GraphQLObjectType,
    nodes: readonly FieldNode[],
  ): WriteRow<EdgeRow<R>> | undefined {
    const type = getNamedType(connection.getFields()['edges']!.type) as GraphQLObjectType;
    const members = membersOf<EdgeRow<R>>(groupedSubfields(this.info, type, nodes), (group) => {
      const { value: name } = group[0]!.name;
      if (name === '__typename') return constant(type.name);
      if (name === 'cursor') return ({ page, row }, from, out) => out.string(this.cursor(selection, page, row, from));
      if (name === 'node') {
        const write = this.node(selection, group);
        return write && (({ row }, from, out) => write(row, from, out));
      }
      const at = selection.edgeFields.indexOf(name);
      const definition = type.getFields()[name]!;
      const write = at >= 0 && isProperty(definition) ? valueWriter(definition.type, group, this.info) : undefined;
      const offset = selection.cursorWidth + at;
      return write && (({ row }, from, out) => write(this.cells.value(row, from + offset), out));
    });
    return members && objectOf(members);
  }

  private object(placed: Placed, nodes: readonly FieldNode[]): WriteRow<R> | undefined {
    const type = this.info.schema.getType(placed.reads.type.name) as GraphQLObjectType;
    const groups = groupedSubfields(this.info, type, nodes);
    const members = membersOf<R>(groups, (group) => this.field(placed, type, group));
    return members && this.cells.object(members, groups.map((group) => this.leafOf(placed, type, group))); // prettier-ignore
  }

  private field(placed: Placed, type: GraphQLObjectType, group: readonly FieldNode[]): WriteRow<R> | undefined {
    const { value: name } = group[0]!.name;
    if (name === '__typename') return constant(type.name);
    const definition = type.getFields()[name]!;
    if (isLeafType(getNamedType(definition.type))) return this.leaf(placed, type, definition, group);
    return (
      this.joined(placed, definition, group) ??
      this.child(placed, definition, group) ??
      this.resolved(placed, type, group)
    );
  }

  private leaf(
    placed: Placed,
    type: GraphQLObjectType,
    definition: GraphQLField<unknown, unknown>,
    group: readonly FieldNode[],
  ): WriteRow<R> | undefined {
    const { cells } = this;
    const at = this.columnOf(placed, type, definition, group);
    if (at < 0) return this.resolved(placed, type, group);
    if (definition.name === 'id')
      return (row, from, out) => out.globalId(type.name, cells.value(row, from + at) as string);
    const write = written(definition.type, leaf(getNamedType(definition.type) as GraphQLLeafType));
    return (row, from, out) => write(cells.value(row, from + at), out);
  }

  /** The column that is the value of a field; of an id it is the slug. -1 where there is more to it. */
  private columnOf(
    { reads, columns }: Placed,
    type: GraphQLObjectType,
    definition: GraphQLField<unknown, unknown>,
    group: readonly FieldNode[],
  ): number {
    const column = reads.valueColumn(group[0]!, type, this.info, this.locales);
    if (definition.name === 'id') return columns.findIndex(({ property }) => property === 'slug');
    if (column?.property === definition.name && !isProperty(definition)) return -1;
    return columns.findIndex(({ property }) => property === column?.property);
  }

  /** What is known of a field that is a column; undefined where there is more to it. */
  private leafOf(placed: Placed, type: GraphQLObjectType, group: readonly FieldNode[]): Leaf | undefined {
    const definition = type.getFields()[group[0]!.name.value];
    const nullable = definition && getNullableType(definition.type);
    if (!isLeafType(nullable)) return undefined;
    const at = this.columnOf(placed, type, definition!, group);
    if (at < 0) return undefined;
    if (definition!.name === 'id') return { at, kind: Kind.TEXT, isNullable: false, idOf: type.name };
    const kind = passedOn(nullable);
    if (kind === Kind.OTHER) return undefined;
    const names = isEnumType(nullable) ? nullable.getValues().map(({ name }) => json(name)) : undefined;
    return { at, kind, isNullable: nullable === definition!.type, names };
  }

  /** A record that is joined: its columns stand behind those of the object. */
  private joined(
    { columns, joins }: Placed,
    { name, type }: GraphQLField<unknown, unknown>,
    group: readonly FieldNode[],
  ): WriteRow<R> | undefined {
    const i = joins.findIndex(({ field }) => field === name);
    if (i < 0) return undefined;
    const at = columns.length + widthOf(joins.slice(0, i));
    const { reads, columns: own } = joins[i]!;
    const write = this.object({ reads, columns: own, joins: [], children: undefined }, group);
    const { cells } = this;
    return (
      write &&
      ((row, from, out) => {
        if (cells.isNull(row, from + at)) nothing(type, out);
        else write(row, from + at, out);
      })
    );
  }

  /** What belongs to the object: it stands behind all other columns. */
  private child(
    { columns, joins, children }: Placed,
    { type }: GraphQLField<unknown, unknown>,
    group: readonly FieldNode[],
  ): WriteRow<R> | undefined {
    const i = children?.indexOf(fieldKey(group)) ?? -1;
    if (!children || i < 0) return undefined;
    const { plan, isApart, keyAt } = children.at(i);
    const at = columns.length + widthOf(joins) + i;
    const { cells, info, locales } = this;
    const writers = new RowWriters(info, locales, withValues);
    // What was read apart has its key before its columns.
    const write = writers.ofPlan(plan, getNamedType(type) as GraphQLObjectType, group, isApart ? 1 : 0);
    if (!write) return undefined;
    if (!isApart && !(plan instanceof KeyPlan))
      return (row, from, out) => write((cells.value(row, from + at) ?? []) as Row[], out);
    return (row, from, out) => {
      const brought = cells.value(row, from + at);
      if (cells.isNull(row, from + keyAt) || brought == null) nothing(type, out);
      else if (isApart) (brought as Apart<Row>).write(write, out);
      else write(brought as Row, out);
    };
  }

  /** What writes the row that a plan brings for a key, or the rows. */
  private ofPlan(
    plan: KeyPlan | ListPlan,
    type: GraphQLObjectType,
    group: readonly FieldNode[],
    from: number,
  ): ((read: R | readonly R[], out: JsonBytes) => void) | undefined {
    if (plan instanceof KeyPlan) {
      const write = this.ofKey(plan, group);
      return write && ((read, out) => write(read as R, from, out));
    }
    const write = this.ofPage(plan.selection, type, group);
    return write && ((read, out) => write({ page: plan.page, rows: read as readonly R[] }, from, out));
  }

  private ends(selection: ListSelection, { page, rows, ...more }: Cut<R>, from: number): PageInfo {
    return new PageEnds(more, (i) => {
      const row = rows.at(i);
      return row === undefined ? null : this.cursor(selection, page, row, from);
    });
  }

  private cursor(selection: ListSelection, page: PageRequest, row: R, from: number): string {
    return selection.cursorOf(page, (at) => this.cells.value(row, at), from);
  }

  /** A field that its resolver makes of the object alone. */
  private resolved({ reads, columns }: Placed, type: GraphQLObjectType, group: readonly FieldNode[]) {
    const write = resolvedWriter(type, group, this.info);
    // Its object has what the field needs and no more: to fill it takes longer than to resolve the field.
    const needed = new Set(reads.columnsFor(group, this.info, this.locales).map(({ property }) => property));
    const places = [...columns.keys()].filter((at) => needed.has(columns[at]!.property));
    const own = places.map((at) => columns[at]!);
    const { cells } = this;
    const object = (row: R, from: number) => {
      const values = new Array<unknown>(places.length);
      for (let i = 0; i < places.length; i++) values[i] = cells.value(row, from + places[i]!);
      return reads.instance(own, values, 0);
    };
    return write && ((row: R, from: number, out: JsonBytes) => write(object(row, from), out));
  }
}

const widthOf = (joins: readonly Join[]): number => joins.reduce((sum, { columns }) => sum + columns.length, 0);

/** Writes a field that has no value. @throws Unwritable where it must have one */
export const nothing = (type: GraphQLOutputType, out: JsonBytes): void => written(type, () => undefined)(null, out);

/** Writes what is written of each of some rows as a list. */
function listOf<R, I>(
  write: WriteRow<I> | undefined,
  itemsOf: (cut: Cut<R>) => readonly I[],
): WriteRow<Cut<R>> | undefined {
  if (!write) return undefined;
  return (cut, from, out) => list(itemsOf(cut), (row) => write(row, from, out), out);
}

const edgesOf = <R>({ page, rows }: Cut<R>): EdgeRow<R>[] => rows.map((row) => ({ page, row }));

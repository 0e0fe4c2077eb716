import {
  getNamedType,
  isLeafType,
  type FieldNode,
  type GraphQLField,
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
import type { Apart } from './apart';
import { leaf, list, written } from './json';
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
interface PageRows {
  page: PageRequest;
  rows: readonly Row[];
}

/** The rows of the page itself. */
interface Cut extends PageRows {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

interface EdgeRow {
  page: PageRequest;
  row: Row;
}

/**
 * Makes what writes rows as the JSON that their selection asks for: what resolvers would make of them, without an object or a promise for
 * each. Where a selection asks for more than the rows have, nothing is made.
 */
export class RowWriters {
  constructor(
    private readonly info: SelectionInfo,
    /** The reader's languages. */
    private readonly locales: readonly string[],
  ) {}

  /** What writes the objects of a plan. */
  ofKey({ reads, columns, children }: KeyPlan, nodes: readonly FieldNode[]): WriteRow | undefined {
    return this.object({ reads, columns, children, joins: [] }, nodes);
  }

  /** What writes the pages of a selection, whose rows have its columns from `from` on. */
  ofPage(
    selection: ListSelection,
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
  ): WriteRow<PageRows> | undefined {
    const members = membersOf<Cut>(groupedSubfields(this.info, type, nodes), (group) => {
      const { value: name } = group[0]!.name;
      if (name === '__typename') return constant(type.name);
      if (name === 'nodes') return listOf(this.node(selection, group), ({ rows }) => rows);
      if (name === 'edges') return listOf(this.edge(selection, type, group), edgesOf);
      if (name !== 'pageInfo') return undefined;
      const write = valueWriter(type.getFields()[name]!.type, group, this.info);
      return write && ((cut, from, out) => write(endsOf(selection, cut, from), out));
    });
    const connection = members && objectOf(members);
    return connection && (({ page, rows }, from, out) => connection({ page, ...page.cut(rows) }, from, out));
  }

  private node(selection: ListSelection, nodes: readonly FieldNode[]): WriteRow | undefined {
    const { node: reads, columns, joins, children, nodeFrom } = selection;
    const write = this.object({ reads, columns, joins, children }, nodes);
    return write && ((row, from, out) => write(row, from + nodeFrom, out));
  }

  private edge(
    selection: ListSelection,
    connection: GraphQLObjectType,
    nodes: readonly FieldNode[],
  ): WriteRow<EdgeRow> | undefined {
    const type = getNamedType(connection.getFields()['edges']!.type) as GraphQLObjectType;
    const members = membersOf<EdgeRow>(groupedSubfields(this.info, type, nodes), (group) => {
      const { value: name } = group[0]!.name;
      if (name === '__typename') return constant(type.name);
      if (name === 'cursor') return ({ page, row }, from, out) => out.string(selection.cursorOf(page, row, from));
      if (name === 'node') {
        const write = this.node(selection, group);
        return write && (({ row }, from, out) => write(row, from, out));
      }
      const at = selection.edgeFields.indexOf(name);
      const definition = type.getFields()[name]!;
      const write = at >= 0 && isProperty(definition) ? valueWriter(definition.type, group, this.info) : undefined;
      const offset = selection.cursorWidth + at;
      return write && (({ row }, from, out) => write(row[from + offset], out));
    });
    return members && objectOf(members);
  }

  private object(placed: Placed, nodes: readonly FieldNode[]): WriteRow | undefined {
    const type = this.info.schema.getType(placed.reads.type.name) as GraphQLObjectType;
    const groups = groupedSubfields(this.info, type, nodes);
    const members = membersOf<Row>(groups, (group) => this.field(placed, type, group));
    return members && objectOf(members);
  }

  private field(placed: Placed, type: GraphQLObjectType, group: readonly FieldNode[]): WriteRow | undefined {
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
  ): WriteRow | undefined {
    const { reads, columns } = placed;
    const column = reads.valueColumn(group[0]!, type, this.info, this.locales);
    const at = columns.findIndex(({ property }) => property === (definition.name === 'id' ? 'slug' : column?.property));
    if (definition.name === 'id') return (row, from, out) => out.globalId(type.name, row[from + at] as string);
    if (at < 0 || (column?.property === definition.name && !isProperty(definition)))
      return this.resolved(placed, type, group);
    const named = getNamedType(definition.type);
    const write = isLeafType(named) ? written(definition.type, leaf(named)) : undefined;
    return write && ((row, from, out) => write(row[from + at], out));
  }

  /** A record that is joined: its columns stand behind those of the object. */
  private joined(
    { columns, joins }: Placed,
    { name, type }: GraphQLField<unknown, unknown>,
    group: readonly FieldNode[],
  ): WriteRow | undefined {
    const i = joins.findIndex(({ field }) => field === name);
    if (i < 0) return undefined;
    const at = columns.length + widthOf(joins.slice(0, i));
    const { reads, columns: own } = joins[i]!;
    const write = this.object({ reads, columns: own, joins: [], children: undefined }, group);
    return (
      write &&
      ((row, from, out) => {
        if (row[from + at] === null) nothing(type, out);
        else write(row, from + at, out);
      })
    );
  }

  /** What belongs to the object: it stands behind all other columns. */
  private child(
    { columns, joins, children }: Placed,
    { type }: GraphQLField<unknown, unknown>,
    group: readonly FieldNode[],
  ): WriteRow | undefined {
    const i = children?.indexOf(fieldKey(group)) ?? -1;
    if (!children || i < 0) return undefined;
    const { plan, isApart, keyAt } = children.at(i);
    const at = columns.length + widthOf(joins) + i;
    // What was read apart has its key before its columns.
    const write = this.ofPlan(plan, getNamedType(type) as GraphQLObjectType, group, isApart ? 1 : 0);
    if (!write) return undefined;
    if (!isApart && !(plan instanceof KeyPlan)) return (row, from, out) => write((row[from + at] ?? []) as Row[], out);
    return (row, from, out) => {
      const brought = row[from + at];
      if (row[from + keyAt] === null || brought == null) nothing(type, out);
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
  ): ((read: Row | readonly Row[], out: JsonBytes) => void) | undefined {
    if (plan instanceof KeyPlan) {
      const write = this.ofKey(plan, group);
      return write && ((read, out) => write(read as Row, from, out));
    }
    const write = this.ofPage(plan.selection, type, group);
    return write && ((read, out) => write({ page: plan.page, rows: read as readonly Row[] }, from, out));
  }

  /** A field that its resolver makes of the object alone. */
  private resolved({ reads, columns }: Placed, type: GraphQLObjectType, group: readonly FieldNode[]) {
    const write = resolvedWriter(type, group, this.info);
    // Its object has what the field needs and no more: to fill it takes longer than to resolve the field.
    const needed = new Set(reads.columnsFor(group, this.info, this.locales).map(({ property }) => property));
    const places = [...columns.keys()].filter((at) => needed.has(columns[at]!.property));
    const own = places.map((at) => columns[at]!);
    const object = (row: Row, from: number) => reads.instance(own, places.map((at) => row[from + at]), 0); // prettier-ignore
    return write && ((row: Row, from: number, out: JsonBytes) => write(object(row, from), out));
  }
}

const widthOf = (joins: readonly Join[]): number => joins.reduce((sum, { columns }) => sum + columns.length, 0);

/** Writes a field that has no value. @throws Unwritable where it must have one */
export const nothing = (type: GraphQLOutputType, out: JsonBytes): void => written(type, () => undefined)(null, out);

/** Writes what is written of each of some rows as a list. */
function listOf<R>(write: WriteRow<R> | undefined, rowsOf: (cut: Cut) => readonly R[]): WriteRow<Cut> | undefined {
  if (!write) return undefined;
  return (cut, from, out) => list(rowsOf(cut), (row) => write(row, from, out), out);
}

const edgesOf = ({ page, rows }: Cut): EdgeRow[] => rows.map((row) => ({ page, row }));

const endsOf = (selection: ListSelection, cut: Cut, from: number): PageInfo =>
  new PageEnds(cut, (i) => {
    const row = cut.rows.at(i);
    return row ? selection.cursorOf(cut.page, row, from) : null;
  });

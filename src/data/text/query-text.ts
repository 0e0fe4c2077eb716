import {
  getArgumentValues,
  getNamedType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Database, Queryable, Row } from '../database';
import type { KeyPlan } from '../key-plan';
import { ROOT, type ListPlan } from '../list-plan';
import { Planner } from '../planner';
import type { Scope } from '../scope';
import { groupedSubfields } from '../selection';
import { readApart } from './apart';
import { asTheyCame, withValues, type Cells } from './cells';
import { jsonBytes, type JsonBytes } from './json-bytes';
import { constant, responseKey } from './members';
import { rootReadOf } from './root-read';
import { nothing, RowWriters } from './rows';

/** A query to be answered as text. Its document is valid, and it has been let in. */
export interface TextQuery {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** As GraphQL has checked and converted them. */
  variables: Readonly<Record<string, unknown>>;
  /** The reader's languages, best first. */
  locales: readonly string[];
  /** Whose eyes it is read with. */
  viewer: Scope;
}

/**
 * A field of more rows than this is read apart, by a statement for all that it belongs to. Rows of JSON cost more than flat ones, and a
 * statement costs as much as some hundred of them; what many rows have, such as a city in many networks, is then read and written once.
 */
const MAX_TOGETHER = 250;

/** One root field, and what reads it: that gives what writes its value. */
interface RootField {
  key: string;
  read: (database: Queryable) => Promise<(out: JsonBytes) => void>;
}

/**
 * Answers queries whose root fields each are one statement: what it brings is written as the JSON of the answer, past resolvers and
 * objects. What resolvers would be asked for is found by asking them once.
 */
export class QueryTexts {
  // By what is kept of a selection; null where its rows do not have all that is selected.
  private readonly writers = new WeakMap<object, unknown>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly database: Database,
  ) {}

  /**
   * An answer, as JSON with a line feed at its end, read from `database`. Undefined, or rejected, where that is not so simple, or something
   * is wrong: then resolvers answer.
   */
  of(query: TextQuery, database: Queryable = this.database): Promise<Buffer> | undefined {
    const fields = this.rootFields(query);
    return fields && textOf(fields, database);
  }

  private rootFields(query: TextQuery): RootField[] | undefined {
    const { schema } = this;
    const type = schema.getQueryType()!;
    const fragments = fragmentsOf(query.document);
    const together = Math.min(this.database.maxNestedRows, MAX_TOGETHER);
    const planner = new Planner(query.locales, query.viewer, { all: Infinity, together });
    const fields: RootField[] = [];
    for (const nodes of groupedSubfields({ schema, fragments, variableValues: query.variables }, type, [
      query.operation,
    ])) {
      const key = responseKey(nodes[0]!);
      const field = this.rootField(key, nodes, type, fragments, query, planner);
      if (!field) return undefined;
      fields.push(field);
    }
    return fields;
  }

  private rootField(
    key: string,
    fieldNodes: FieldNode[],
    parentType: GraphQLObjectType,
    fragments: Fragments,
    { operation, variables, locales }: TextQuery,
    planner: Planner,
  ): RootField | undefined {
    const [node] = fieldNodes as [FieldNode];
    const { value: fieldName } = node.name;
    if (fieldName === '__typename') {
      const write = constant<undefined>(parentType.name);
      return { key, read: () => Promise.resolve((out) => write(undefined, 0, out)) };
    }
    const definition = parentType.getFields()[fieldName];
    if (!definition) return undefined; // Introspection.
    const { type: returnType } = definition;
    const info: GraphQLResolveInfo = {
      ...{ fieldName, fieldNodes, returnType, parentType, schema: this.schema, fragments, operation },
      ...{ path: { prev: undefined, key, typename: parentType.name }, rootValue: undefined, variableValues: variables },
    };
    const read = rootReadOf(definition, getArgumentValues(definition, node, variables), info);
    const reading =
      read?.kind === 'list'
        ? this.pageOf(planner.list(read.list, read.args, info), info, locales)
        : read && this.objectOf(planner.byKey(read.reads, read.property, info, fieldNodes), read.value, info, locales);
    return reading && { key, read: reading };
  }

  private pageOf(plan: ListPlan, info: GraphQLResolveInfo, locales: readonly string[]): RootField['read'] | undefined {
    const { selection } = plan;
    if (!selection.withPage || selection.withTotal) return undefined;
    const statement = plan.pages([ROOT], true);
    const { children } = selection;
    // Rows that wait for others would keep all that was sent with them until old objects are collected.
    if (!children) return this.page(plan, asTheyCame, (database) => database.sent(statement), info, locales);
    const [from, childrenAt] = [1 + selection.nodeFrom, 1 + selection.width];
    const rowsOf = async (database: Queryable): Promise<Row[]> => {
      const rows = await database.rows(statement);
      await readApart(children, rows, { from, childrenAt }, database);
      return rows;
    };
    return this.page(plan, withValues, rowsOf, info, locales);
  }

  private page<R>(
    { selection, page }: ListPlan,
    cells: Cells<R>,
    rowsOf: (database: Queryable) => Promise<R[]>,
    info: GraphQLResolveInfo,
    locales: readonly string[],
  ): RootField['read'] | undefined {
    const connection = getNamedType(info.returnType) as GraphQLObjectType;
    const make = () => new RowWriters(info, locales, cells).ofPage(selection, connection, info.fieldNodes);
    const write = this.kept(selection, make);
    if (!write) return undefined;
    return async (database) => {
      const rows = await rowsOf(database);
      return (out) => write({ page, rows }, 1, out);
    };
  }

  private objectOf(
    plan: KeyPlan,
    key: string,
    info: GraphQLResolveInfo,
    locales: readonly string[],
  ): RootField['read'] | undefined {
    const write = this.kept(plan, () => new RowWriters(info, locales, withValues).ofKey(plan, info.fieldNodes));
    if (!write) return undefined;
    return async (database) => {
      const row = await plan.read(key, database);
      if (!row) return (out) => nothing(info.returnType, out);
      await readApart(plan.children, [row], { from: 1, childrenAt: 1 + plan.columns.length }, database);
      return (out) => write(row, 1, out);
    };
  }

  /** A writer is as good for what is made of a selection as that is for the selection. */
  private kept<W>(plan: object, make: () => W | undefined): W | undefined {
    let writer = this.writers.get(plan) as W | null | undefined;
    if (writer === undefined) this.writers.set(plan, (writer = make() ?? null));
    return writer ?? undefined;
  }
}

const [BEGINNING, END] = [Buffer.from('{"data":{'), Buffer.from('}}\n')];
const [COMMA, COLON] = [0x2c, 0x3a];

async function textOf(fields: readonly RootField[], database: Queryable): Promise<Buffer> {
  const read = await Promise.all(fields.map((field) => field.read(database)));
  return jsonBytes((out) => {
    out.raw(BEGINNING);
    fields.forEach(({ key }, i) => {
      if (i > 0) out.byte(COMMA);
      out.string(key);
      out.byte(COLON);
      read[i]!(out);
    });
    out.raw(END);
  });
}

type Fragments = Record<string, FragmentDefinitionNode>;

const fragmentsByDocument = new WeakMap<DocumentNode, Fragments>();

function fragmentsOf(document: DocumentNode): Fragments {
  let fragments = fragmentsByDocument.get(document);
  if (!fragments) {
    const found = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    fragments = Object.fromEntries(found.map((fragment) => [fragment.name.value, fragment]));
    fragmentsByDocument.set(document, fragments);
  }
  return fragments;
}

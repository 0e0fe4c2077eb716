import {
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isLeafType,
  isObjectType,
  parse,
  type DocumentNode,
} from 'graphql';
import { MAX_PAGE_SIZE } from '../../graphql/pages';
import type { Column, ColumnType, ListCell, Row } from '../table';
import type { RecordTable } from './record-tables';

const TYPES: Readonly<Record<string, ColumnType>> = {
  Boolean: 'boolean',
  Int: 'integer',
  NonNegativeInt: 'integer',
  PositiveInt: 'integer',
  Float: 'number',
  Latitude: 'number',
  Longitude: 'number',
  LocalDate: 'date',
};

/** An object of an answer, as its document asks for it. */
export type Answer = Readonly<Record<string, unknown>>;

interface Path {
  steps: readonly string[];
  isList: boolean;
}

type Tree = Map<string, Tree>;

/** What the API is asked for to fill a table: the columns, and where each is in an answer. */
export class RecordDocument {
  readonly columns: readonly Column[];
  /** Asks for the records with `$ids`. */
  readonly document: DocumentNode;
  /** The fields that are connections, of which an answer has the first page alone, and what asks for those after `$after` of `$id`. */
  readonly connections: ReadonlyMap<string, DocumentNode>;
  private readonly paths: readonly Path[];

  constructor(schema: GraphQLSchema, { type: name, columns }: RecordTable) {
    const type = objectType(schema, name);
    this.paths = Object.values(columns).map(pathOf);
    this.columns = Object.keys(columns).map((column, i) => ({ name: column, type: typeOf(type, this.paths[i]!) }));
    const tree = treeOf(this.paths);
    this.document = parse(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${name} { ${print(tree, type, this.paths)} } } }`,
    );
    const connections = [...tree.keys()].filter((field) => isPaged(type, field, this.paths));
    this.connections = new Map(
      connections.map((field) => {
        const nodes = print(tree.get(field)!, nodeType(type, field), []);
        const page = `${field}(first: ${MAX_PAGE_SIZE}, after: $after) { nodes { ${nodes} } ${PAGE_INFO} }`;
        return [field, parse(`query ($id: ID!, $after: String) { node(id: $id) { ... on ${name} { ${page} } } }`)];
      }),
    );
  }

  /** @param pages The nodes of each connection, where they are more than an answer has. */
  row(record: Answer, pages: ReadonlyMap<string, readonly Answer[]> = new Map()): Row<ListCell> {
    return this.paths.map(({ steps, isList }) => {
      if (!isList) return valueAt(record, steps) as ListCell;
      const [field, ...rest] = steps as [string, ...string[]];
      const list = pages.get(field) ?? itemsOf(record[field]);
      return list.map((item) => valueAt(item, rest)).filter((value) => value !== null) as string[];
    });
  }
}

const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';

function pathOf(path: string): Path {
  const [list = '', rest = ''] = path.split('[]');
  return { steps: [...list.split('.'), ...rest.split('.')].filter(Boolean), isList: path.includes('[]') };
}

function treeOf(paths: readonly Path[]): Tree {
  const tree: Tree = new Map();
  for (const { steps } of paths) {
    let at = tree;
    for (const step of steps) {
      const next: Tree = at.get(step) ?? new Map<string, Tree>();
      at.set(step, next);
      at = next;
    }
  }
  return tree;
}

const fieldOf = (type: GraphQLObjectType, field: string) => {
  const found = type.getFields()[field];
  if (!found) throw new Error(`Expected a field of ${type.name}, but got ${field}.`);
  return found;
};

const namedTypeOf = (type: GraphQLObjectType, field: string) => getNamedType(fieldOf(type, field).type);

function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`Expected an object type of the API, but got ${name}.`);
  return type;
}

/** The type of a connection's nodes. */
function nodeType(type: GraphQLObjectType, field: string): GraphQLObjectType {
  return namedTypeOf(namedTypeOf(type, field) as GraphQLObjectType, 'nodes') as GraphQLObjectType;
}

/** Whether a field is a connection whose nodes are asked for. */
const isPaged = (type: GraphQLObjectType, field: string, paths: readonly Path[]): boolean =>
  namedTypeOf(type, field).name.endsWith('Connection') &&
  paths.some(({ steps, isList }) => isList && steps[0] === field);

function print(tree: Tree, type: GraphQLObjectType, paths: readonly Path[]): string {
  const fields = [...tree].map(([field, inner]) => {
    if (inner.size === 0) return field;
    if (isPaged(type, field, paths))
      return `${field}(first: ${MAX_PAGE_SIZE}) { nodes { ${print(inner, nodeType(type, field), [])} } ${PAGE_INFO} }`;
    return `${field} { ${print(inner, namedTypeOf(type, field) as GraphQLObjectType, [])} }`;
  });
  return fields.join(' ');
}

function typeOf(type: GraphQLObjectType, { steps, isList }: Path): ColumnType {
  let at = type;
  for (const step of steps) {
    const named = namedTypeOf(at, step);
    if (isLeafType(named)) return isList ? 'text' : (TYPES[named.name] ?? 'text');
    at = isList && named.name.endsWith('Connection') ? nodeType(at, step) : (named as GraphQLObjectType);
  }
  throw new Error(`Expected a path to a value of ${type.name}, but got ${steps.join('.')}.`);
}

function valueAt(value: unknown, steps: readonly string[]): unknown {
  let at = value;
  for (const step of steps) at = (at as Answer | null | undefined)?.[step];
  return at ?? null;
}

/** The items of a list, or the nodes of a connection. */
const itemsOf = (list: unknown): readonly Answer[] =>
  (Array.isArray(list) ? list : ((list as { nodes?: Answer[] } | null)?.nodes ?? [])) as readonly Answer[];

import type { FieldNode, GraphQLObjectType } from 'graphql';
import { raw, type Sql } from 'sql-template-tag';
import { getMetadataArgsStorage } from 'typeorm/globals.js';
import { localeChain, translatedColumn, type Translated } from './locale';
import type { Scope } from './scope';
import { argumentsOf, type SelectionInfo } from './selection';

/** What has a table: nodes of the graph, and what they refer to. */
export interface Readable {
  rowId: number;
  slug: string;
}

export type ReadableClass<T extends Readable = Readable> = new () => T;

/** A column of a lean row: the property that it becomes, and its SQL for the alias of the table. */
export interface ReadColumn {
  property: string;
  sql(t: string): Sql;
}

/** A column, or several, that depend on the field's arguments. */
export type ComputedReads = (
  args: Record<string, unknown>,
  locales: readonly string[],
) => ReadColumn | readonly ReadColumn[];

/**
 * What a record refers to, read by the statement of its list: declared for records that stand between others (a membership between a
 * city and a network), whose targets seldom recur in a page, and for targets that PostgreSQL has at hand (countries). Targets of other
 * records, and those of which lists or references are asked for, are read by row id. The target must be visible to everybody who sees
 * the record.
 */
export interface Joined {
  /** How the target is read. Subgraphs refer to one another, so it is asked for when it is needed. */
  join: () => EntityReads;
  /** The property that holds the target's row id. */
  key: string;
}

/**
 * What a field needs of its row: properties of the entity, a text in the reader's language, a column made for its arguments, or a
 * record that is joined.
 */
export type FieldReads = readonly string[] | Translated | ComputedReads | Joined;

/** Where the former keys of a table's rows are, and which row each leads to. */
export interface FormerKeys {
  /** Has the columns `scheme` and `value`, which are unique together. */
  table: string;
  /** The column with the id of the row that the key leads to. */
  owner: string;
  /** The properties that are keys, and what `scheme` calls them. */
  schemes: Readonly<Record<string, string>>;
}

export interface EntityReadsDeclaration {
  /** The table. */
  table: string;
  /** The column of the slug. Default: slug. */
  slug?: string;
  /** What fields need that are no column of the same name. Fields of other modules need the row's id alone, and are not named. */
  fields?: Record<string, FieldReads>;
  /** SQL of columns that the API prints in another way than PostgreSQL does. */
  columns?: Record<string, (t: string) => string>;
  /** Former keys, by which rows are found as by their present ones. Default: none. */
  formerKeys?: FormerKeys;
  /** Which rows a viewer may see at all. Default: every row. */
  visible?: (t: string, viewer: Scope) => Sql;
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The property that a translated field is read into: one for each locale that the document asks for. */
export const localizedProperty = (field: string, locale: string | null | undefined): string =>
  locale == null ? `localized ${field}` : `localized ${field} ${locale}`;

/**
 * How objects of one type are read: from the fields that an operation selects to the columns of its statement, and from its rows
 * to instances of the class.
 */
export class EntityReads<T extends Readable = Readable> {
  readonly table: string;
  readonly slug: string;
  readonly visible: ((t: string, viewer: Scope) => Sql) | undefined;
  readonly formerKeys: FormerKeys | undefined;
  /** The fields whose records are joined. */
  readonly joined: readonly (readonly [field: string, joined: Joined])[];
  readonly rowId: ReadColumn;
  private readonly properties: ReadonlySet<string>;

  constructor(
    readonly type: ReadableClass<T>,
    private readonly declaration: EntityReadsDeclaration,
  ) {
    this.table = declaration.table;
    this.slug = declaration.slug ?? 'slug';
    this.visible = declaration.visible;
    this.formerKeys = declaration.formerKeys;
    this.rowId = this.column('rowId');
    this.joined = Object.entries(declaration.fields ?? {}).flatMap(([name, reads]) =>
      isJoined(reads) ? [[name, reads] as const] : [],
    );
    const isOwn = (target: unknown) => target === type || type.prototype instanceof (target as ReadableClass);
    const columns = getMetadataArgsStorage().columns.filter(({ target }) => isOwn(target));
    this.properties = new Set(columns.map(({ propertyName }) => propertyName));
  }

  /** The columns for these selected fields; the row's id is one for those that have none, and where there is no other. */
  columnsFor(fields: readonly FieldNode[], info: SelectionInfo, locales: readonly string[]): ReadColumn[] {
    const type = info.schema.getType(this.type.name) as GraphQLObjectType;
    const columns = new Map<string, ReadColumn>();
    for (const field of fields) {
      const own = this.columnsOfField(field, type, info, locales);
      for (const column of own.length > 0 ? own : [this.rowId]) columns.set(column.property, column);
    }
    return columns.size > 0 ? [...columns.values()] : [this.rowId];
  }

  /** The one column that is the value of a field, where there is such a one: a column of the same name, or one made for the field. */
  valueColumn(
    field: FieldNode,
    type: GraphQLObjectType,
    info: SelectionInfo,
    locales: readonly string[],
  ): ReadColumn | undefined {
    const { value: name } = field.name;
    const declared = this.declaration.fields?.[name];
    if (declared && (isProperties(declared) || isJoined(declared))) return undefined;
    const [column] = this.columnsOfField(field, type, info, locales);
    return column;
  }

  column(property: string): ReadColumn {
    const printed = this.declaration.columns?.[property];
    if (printed) return { property, sql: (t) => raw(printed(t)) };
    const name = property === 'rowId' ? 'id' : property === 'slug' ? this.slug : snakeCase(property);
    return { property, sql: (t) => raw(`${t}.${name}`) };
  }

  /** An instance of the class with what was read. */
  instance(columns: readonly ReadColumn[], row: readonly unknown[], offset: number): T {
    const object = new this.type() as T & Record<string, unknown>;
    for (let i = 0; i < columns.length; i++)
      (object as Record<string, unknown>)[columns[i]!.property] = row[offset + i];
    return object;
  }

  private columnsOfField(
    field: FieldNode,
    type: GraphQLObjectType,
    info: SelectionInfo,
    locales: readonly string[],
  ): ReadColumn[] {
    const name = field.name.value;
    const reads = name === 'id' ? ['slug'] : (this.declaration.fields?.[name] ?? this.ownColumn(name));
    if (isProperties(reads)) return reads.map((property) => this.column(property));
    if (isJoined(reads)) return [this.column(reads.key)];
    const args = argumentsOf(info, type, field);
    if (typeof reads === 'function') return [reads(args, locales)].flat();
    const locale = args['locale'] as string | null | undefined;
    const wanted = locale == null ? locales : localeChain(locale);
    const column = name === 'contentLocale' ? 'locale' : snakeCase(name);
    const property = localizedProperty(name, locale);
    return [{ property, sql: (t) => translatedColumn(t, column, reads, wanted) }];
  }

  private ownColumn(field: string): readonly string[] {
    return this.properties.has(field) ? [field] : [];
  }
}

const isProperties = (reads: FieldReads): reads is readonly string[] => Array.isArray(reads);

const isJoined = (reads: FieldReads): reads is Joined => !isProperties(reads) && 'join' in reads;

/** An object with texts that were read in the reader's language. */
export type Localized<T extends Readable> = T & Record<string, unknown>;

/** A text of an object as it was read for a field with this `locale` argument. */
export const localizedText = (
  object: Localized<Readable>,
  field: string,
  locale: string | null | undefined,
): string | null => (object[localizedProperty(field, locale)] as string | null | undefined) ?? null;

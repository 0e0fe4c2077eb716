import type { GraphQLInputObjectType } from 'graphql';
import {
  coerceInputValue,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLInputField,
  isInputObjectType,
  isListType,
  type GraphQLSchema,
} from 'graphql';
import { localeChain } from '../../data/locale';
import { filters } from '../../subgraphs';

/** What an address asks for: an input of the API that filters, and parameters of its own. */
export interface ExportParameters<Name extends string> {
  filter: object;
  own: Partial<Record<Name, string>>;
}

const badInput = (expected: string, got: string): GraphQLError =>
  new GraphQLError(`Expected ${expected}, but got ${got.length > 80 ? `${got.slice(0, 79)}…` : got}.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });

/**
 * Reads the query of an address. A filter is given as in the API: each of its fields as a parameter (several values of a list are
 * repeated, or parted by commas; what is an input itself is JSON), or all of it as JSON in `filter`.
 * @param ownNames The parameters that are no filter.
 * @param filterType The input type of the filter; undefined where nothing filters.
 * @throws BAD_USER_INPUT for what there is no such parameter of or is not of its type; what the filter's check throws
 */
export function readExportParameters<Name extends string>(
  search: URLSearchParams,
  ownNames: readonly Name[],
  filterType?: GraphQLInputObjectType,
): ExportParameters<Name> {
  const fields = filterType?.getFields() ?? {};
  const names = [...ownNames, ...(filterType ? ['filter'] : []), ...Object.keys(fields)];
  const own: Partial<Record<Name, string>> = {};
  const parts: Record<string, unknown> = {};
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    const field = fields[name];
    if (!names.includes(name)) throw badInput(`a parameter that is one of ${names.join(', ')}`, JSON.stringify(name));
    if (field) parts[name] = fieldValue(field, values);
    else if (name !== 'filter') own[name as Name] = only(name, values);
  }
  const whole = search.get('filter');
  if (whole !== null && Object.keys(parts).length > 0)
    throw badInput('either "filter" or its fields as parameters', 'both');
  return { filter: filterOf(whole === null ? parts : json('filter', whole), filterType), own };
}

/** The input type with this name. */
export function inputType(schema: GraphQLSchema, name: string): GraphQLInputObjectType {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`Expected an input type of the API, but got ${name}.`);
  return type;
}

/** A parameter that says yes or no. @throws BAD_USER_INPUT */
export function flag(name: string, text: string | undefined, otherwise: boolean): boolean {
  if (text === undefined) return otherwise;
  if (text !== 'true' && text !== 'false') throw badInput(`true or false for "${name}"`, JSON.stringify(text));
  return text === 'true';
}

/** A parameter with one of some values. @throws BAD_USER_INPUT */
export function choice<T extends string>(name: string, text: string | undefined, values: readonly [T, ...T[]]): T {
  if (text === undefined) return values[0];
  const found = values.find((value) => value === text);
  if (found === undefined) throw badInput(`one of ${values.join(', ')} for "${name}"`, JSON.stringify(text));
  return found;
}

/** The language that a parameter names, and what it falls back to. @throws BAD_USER_INPUT */
export function languages(locale: string): string[] {
  if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,7}$/.test(locale))
    throw badInput('a language tag such as "en" or "pt-BR" for "locale"', JSON.stringify(locale));
  return localeChain(locale);
}

function only(name: string, values: readonly string[]): string {
  if (values.length > 1) throw badInput(`one value for "${name}"`, values.join(' and '));
  return values[0]!;
}

/** A value as JSON would have it, for the scalars of the API to read. */
function fieldValue({ name, type }: GraphQLInputField, values: readonly string[]): unknown {
  const named = getNamedType(type);
  const read = (text: string): unknown => {
    if (isInputObjectType(named)) return json(name, text);
    if (named.name === 'Boolean') return text === 'true' ? true : text === 'false' ? false : text;
    return text;
  };
  if (!isListType(getNullableType(type))) return read(only(name, values));
  const items = isInputObjectType(named) ? values : values.flatMap((value) => value.split(','));
  // `kinds=` is an empty list.
  return items.filter((item, i) => item !== '' || i > 0).map(read);
}

function json(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badInput(`JSON for "${name}"`, JSON.stringify(text)); // What JSON.parse says is of positions in the text.
  }
}

function filterOf(value: unknown, type: GraphQLInputObjectType | undefined): object {
  if (!type) return {};
  const filter = coerceInputValue(value, type, (path, _, error) => {
    const place = ['filter', ...path].join('.');
    throw new GraphQLError(`Expected a ${type.name}, but got another value at "${place}": ${error.message}`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }) as object;
  filters[type.name]!.check(filter, 'filter');
  return filter;
}

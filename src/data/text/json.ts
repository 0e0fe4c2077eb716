import {
  isEnumType,
  isListType,
  isNonNullType,
  type GraphQLEnumType,
  type GraphQLLeafType,
  type GraphQLOutputType,
} from 'graphql';

/** Writes a value as JSON. @throws Unwritable */
export type Write = (value: unknown) => string;

/** That something cannot be written as it stands: resolvers will tell what is wrong with it, or find that nothing is. */
export class Unwritable extends Error {}

/** What JSON writes as it is. */
const PLAIN = /^[^"\\\p{Cc}\p{Cs}]*$/u;

/** A text in JSON. */
export const quote = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

/** Writes values of a type, null and lists among them, whose named type is written by `write`. */
export function written(type: GraphQLOutputType, write: Write): Write {
  if (isNonNullType(type)) {
    const nullable = written(type.ofType, write);
    return (value) => {
      if (value == null) throw new Unwritable('Expected a value, but got null.');
      return nullable(value);
    };
  }
  if (!isListType(type)) return (value) => (value == null ? 'null' : write(value));
  const item = written(type.ofType, write);
  return (value) => {
    if (value == null) return 'null';
    if (!Array.isArray(value)) throw new Unwritable('Expected a list, but got none.');
    return `[${value.map(item).join()}]`;
  };
}

/** Writes scalars and enum values as GraphQL serializes them. */
export const leaf = (type: GraphQLLeafType): Write => (isEnumType(type) ? enumValue(type) : scalar(type));

function enumValue(type: GraphQLEnumType): Write {
  const names = new Map<unknown, string>(type.getValues().map(({ name, value }) => [value, quote(name)]));
  return (value) => {
    const name = names.get(value);
    if (name === undefined) throw new Unwritable(`Expected a value of ${type.name}, but got another one.`);
    return name;
  };
}

function scalar(type: GraphQLLeafType): Write {
  return (value) => {
    const serialized: unknown = type.serialize(value);
    if (typeof serialized === 'string') return quote(serialized);
    if (serialized == null) throw new Unwritable(`Expected a value of ${type.name}, but got null.`);
    return JSON.stringify(serialized);
  };
}

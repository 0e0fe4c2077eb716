import {
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  isListType,
  isNonNullType,
  type GraphQLEnumType,
  type GraphQLLeafType,
  type GraphQLOutputType,
} from 'graphql';
import { asPrinted } from '../../graphql/scalars';
import { Kind } from '../wire/decoders';
import type { JsonBytes } from './json-bytes';

/** Writes a value as JSON. @throws Unwritable */
export type Write = (value: unknown, out: JsonBytes) => void;

/** That something cannot be written as it stands: resolvers will tell what is wrong with it, or find that nothing is. */
export class Unwritable extends Error {}

/** A value as JSON that is written often. */
export const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

export const NULL = json(null);
const [OPENING, COMMA, CLOSING] = [0x5b, 0x2c, 0x5d];

/** Writes items as a list. */
export function list<T>(items: readonly T[], write: (item: T) => void, out: JsonBytes): void {
  out.byte(OPENING);
  for (let i = 0; i < items.length; i++) {
    if (i > 0) out.byte(COMMA);
    write(items[i]!);
  }
  out.byte(CLOSING);
}

/** Writes values of a type, null and lists among them, whose named type is written by `write`. */
export function written(type: GraphQLOutputType, write: Write): Write {
  if (isNonNullType(type)) {
    const nullable = written(type.ofType, write);
    return (value, out) => {
      if (value == null) throw new Unwritable('Expected a value, but got null.');
      nullable(value, out);
    };
  }
  if (!isListType(type))
    return (value, out) => {
      if (value == null) out.raw(NULL);
      else write(value, out);
    };
  const item = written(type.ofType, write);
  return (value, out) => {
    if (value == null) return out.raw(NULL);
    if (!Array.isArray(value)) throw new Unwritable('Expected a list, but got none.');
    list(value, (each) => item(each, out), out);
  };
}

/** The kind of a column whose values GraphQL passes on as they are, as values of a type: all of them or, of an enum, its own. */
export function passedOn(type: GraphQLLeafType): Kind {
  if (type === GraphQLInt) return Kind.INT4;
  if (type === GraphQLFloat) return Kind.FLOAT8;
  if (isEnumType(type)) return type.getValues().every(({ name, value }) => name === value) ? Kind.TEXT : Kind.OTHER;
  return type === GraphQLString || type === GraphQLID || type.serialize === asPrinted ? Kind.TEXT : Kind.OTHER;
}

/** Writes scalars and enum values as GraphQL serializes them. */
export const leaf = (type: GraphQLLeafType): Write => (isEnumType(type) ? enumValue(type) : scalar(type));

function enumValue(type: GraphQLEnumType): Write {
  const names = new Map<unknown, Uint8Array>(type.getValues().map(({ name, value }) => [value, json(name)]));
  return (value, out) => {
    const name = names.get(value);
    if (name === undefined) throw new Unwritable(`Expected a value of ${type.name}, but got another one.`);
    out.raw(name);
  };
}

function scalar(type: GraphQLLeafType): Write {
  return (value, out) => {
    const serialized: unknown = type.serialize(value);
    if (typeof serialized === 'string') out.string(serialized);
    else if (typeof serialized === 'number') out.number(serialized);
    else if (serialized == null) throw new Unwritable(`Expected a value of ${type.name}, but got null.`);
    else out.text(JSON.stringify(serialized));
  };
}

import { getArgumentValues, getNamedType, isObjectType, type FieldNode, type GraphQLResolveInfo } from 'graphql';
import type { EntityReads } from './entity-reads';
import type { List, ListArgs } from './list';
import { groupedSubfields } from './selection';

/** A property of an object that is not there yet. */
class Property {
  constructor(readonly name: string) {}
}

/** What the resolver of a field will ask the reader for, once there is an object: a list of it, or what it refers to. */
export type Intent =
  { kind: 'list'; list: List; args: ListArgs; key: string } | { kind: 'row'; reads: EntityReads; key: string };

/** A field, what its resolver will ask for, and the info that it will have. */
export interface Foreseen {
  intent: Intent;
  info: GraphQLResolveInfo;
  /** Whether the resolver gives what it gets from the reader, as it is. */
  isWhole: boolean;
}

/**
 * What resolvers will ask the reader for, of objects of this type below these fields. The resolvers themselves tell: they are called
 * with an object that stands for all. Where one depends on more than a key of its object, or on anything but the reader, nothing is
 * foreseen, and its field is read when it is resolved. A field always asks for the same list, with the same arguments.
 */
export function foresee(typeName: string, parents: readonly FieldNode[], info: GraphQLResolveInfo): Foreseen[] {
  const type = info.schema.getType(typeName);
  if (!isObjectType(type)) return [];
  return groupedSubfields(info, type, parents).flatMap((fieldNodes) => {
    const [node] = fieldNodes as [FieldNode];
    const definition = type.getFields()[node.name.value];
    if (!definition?.resolve || !isObjectType(getNamedType(definition.type))) return [];
    const own = { ...info, fieldName: definition.name, fieldNodes, returnType: definition.type, parentType: type };
    const notes = new Notes();
    let given: unknown;
    try {
      const args = getArgumentValues(definition, node, info.variableValues);
      given = definition.resolve(anyObject, args, only({ reader: only(notes) }), own);
      forget(given);
    } catch {
      return []; // The field itself will tell what is wrong.
    }
    const [intent] = notes.intents;
    return intent && notes.intents.length === 1 ? [{ intent, info: own, isWhole: given === notes.given }] : [];
  });
}

/** Stands for an object of which nothing is known yet. */
export const anyObject: unknown = new Proxy(
  {},
  { get: (_target, name) => (typeof name === 'string' ? new Property(name) : undefined) },
);

/** An object without anything that it is not known to have: a resolver that asks for more is not foreseen. */
export const only = <T extends object>(object: T): T =>
  new Proxy(object, {
    get: (target, name, receiver): unknown => {
      if (name in target) return Reflect.get(target, name, receiver);
      throw new Error(`Expected nothing to ask for ${String(name)}.`);
    },
  });

/** Lets fail what a resolver has given in vain, or each of a list: nobody else waits for it. */
export const forget = (given: unknown): void =>
  void Promise.allSettled(Array.isArray(given) ? (given as unknown[]) : [given]);

/** A reader that reads nothing, and notes what it is asked for. */
class Notes {
  readonly intents: Intent[] = [];
  /** In place of what a reader would give. */
  readonly given = new Promise<never>(() => undefined);

  list(list: List, parent: unknown, args: ListArgs): Promise<never> {
    return this.note(parent, (key) => ({ kind: 'list', list, args, key }));
  }

  byRow(reads: EntityReads, rowId: unknown): Promise<never> {
    return this.note(rowId, (key) => ({ kind: 'row', reads, key }));
  }

  linked(_record: unknown, _field: string, reads: EntityReads, rowId: unknown): Promise<never> {
    return this.byRow(reads, rowId);
  }

  private note(key: unknown, intent: (key: string) => Intent): Promise<never> {
    if (!(key instanceof Property)) throw new Error('Expected a key of the object.');
    this.intents.push(intent(key.name));
    return this.given;
  }
}

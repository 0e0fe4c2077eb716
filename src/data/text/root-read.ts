import type { GraphQLField, GraphQLResolveInfo } from 'graphql';
import type { EntityReads } from '../entity-reads';
import { forget, only } from '../foresee';
import type { List, ListArgs } from '../list';

/** What the resolver of a root field asks the reader for. */
export type RootRead =
  { kind: 'list'; list: List; args: ListArgs } | { kind: 'key'; reads: EntityReads; property: string; value: string };

/**
 * What the resolver of a root field gives, where that is what it gets of the reader, as it is. Undefined where it does anything else.
 * @throws what the resolver does
 */
export function rootReadOf(
  { resolve }: GraphQLField<unknown, unknown>,
  args: Record<string, unknown>,
  info: GraphQLResolveInfo,
): RootRead | undefined {
  const notes = new RootNotes(info);
  const given: unknown = resolve?.(undefined, args, only({ reader: only(notes) }), info);
  if (given === notes.given) return notes.read;
  forget(given);
  return undefined;
}

/** A reader that reads nothing, and notes what it is asked for. */
class RootNotes {
  read: RootRead | undefined = undefined;
  /** In place of what a reader would give. */
  readonly given = new Promise<never>(() => undefined);

  constructor(private readonly info: GraphQLResolveInfo) {}

  list(list: List, _parent: null, args: ListArgs): Promise<never> {
    return this.note({ kind: 'list', list, args });
  }

  byKey(
    reads: EntityReads,
    property: string,
    value: string,
    { fieldNodes }: GraphQLResolveInfo,
    fields = fieldNodes,
  ): Promise<never> {
    if (fields !== this.info.fieldNodes) throw new Error('Expected objects with the selection of their field.');
    return this.note({ kind: 'key', reads, property, value });
  }

  private note(read: RootRead): Promise<never> {
    this.read = read;
    return this.given;
  }
}

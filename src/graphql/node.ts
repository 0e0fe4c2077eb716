import 'reflect-metadata';
import { Field, ID, InterfaceType } from 'type-graphql';
import { toGlobalId } from './global-id';

@InterfaceType({
  description:
    'Anything with a global id: `node(id:)` finds it again, whatever its type. See https://relay.dev/graphql/objectidentification.htm',
})
export abstract class Node {
  @Field(() => ID, {
    description: 'Global id: opaque, unique among all types, and stable, also when the data moves to another server.',
  })
  get id(): string {
    return toGlobalId(this.constructor.name, this.slug);
  }

  /** The key that a Data Package gives to the record. */
  slug: string;

  /** The database's own key. It never leaves the server. */
  rowId: number;
}

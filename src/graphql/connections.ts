import 'reflect-metadata';
import { Field, ObjectType, type ClassType } from 'type-graphql';
import { Cost } from './cost';
import { PageInfo } from './pages';
import { NonNegativeInt } from './scalars';

/** The class of an edge: `node` with its cursor. Extend it for edges that say more. */
export function edgeOf<T extends object>(name: string, node: () => ClassType<T>) {
  @ObjectType(`${name}Edge`, { description: `A ${name} in a list, and where it stands there.`, simpleResolvers: true })
  class Edge {
    @Field(() => String, { description: 'Opaque mark of this place in the list, for `after` and `before`.' })
    cursor: string;

    @Field(node, {
      nullable: true,
      description: 'The object itself; null where the part of the platform that keeps it is down.',
    })
    node: T | null;
  }
  return Edge;
}

/** The class of a page of a list, as the Relay specification describes connections. */
export function connectionOf<T extends object>(name: string, node: () => ClassType<T>, edge: () => ClassType) {
  @ObjectType(`${name}Connection`, { description: `A page of a list: ${name}.`, simpleResolvers: true })
  class Connection {
    @Field(() => [edge()], {
      description: 'The items of this page with their cursors, and what the list says of each.',
    })
    edges: object[];

    @Field(() => [node()], {
      nullable: 'items',
      description: 'The items of this page themselves: shorter to write than `edges { node }`.',
    })
    nodes: T[];

    @Field(() => PageInfo, { description: 'Where this page lies, and how to ask for the next one.' })
    pageInfo: PageInfo;

    @Cost(5)
    @Field(() => NonNegativeInt, {
      description: 'How many items the whole list has, on all pages. It is counted only when asked for.',
    })
    totalCount: number;
  }
  return Connection;
}

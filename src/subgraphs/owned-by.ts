import 'reflect-metadata';
import { Extensions, getMetadataStorage } from 'type-graphql';

/** The modules that own the graph. Each can be served as a subgraph of its own. */
export const MODULES = ['cities', 'networks', 'solutions', 'collaborations', 'insights', 'platform'] as const;

export type ModuleName = (typeof MODULES)[number];

/** What the schema tells of a type or a field in its `extensions`. */
export interface Ownership {
  /** The module that answers for it. */
  owner?: ModuleName;
  /** Fields each of which tells an object from all others of its type, the id first; none for values, which have no identity. */
  keys?: readonly string[];
}

/**
 * Declares the module that owns a class. On an entity it says who answers for the type, and by which keys it is found: `id` and those
 * that are named. On a resolver class it says who answers for all fields that the class resolves, those that it adds to another
 * module's entity among them. Types without keys are values: they have no owner, and travel whole with what answers them.
 *
 * Stands above `@ObjectType` or `@Resolver`.
 */
export function OwnedBy(owner: ModuleName, ...keys: string[]): ClassDecorator {
  return (target) => {
    const storage = getMetadataStorage();
    if (!storage.resolverClasses.some((resolver) => resolver.target === target)) {
      Extensions({ owner, keys: ['id', ...keys] })(target);
      return;
    }
    for (const { target: declaring, methodName } of handlersOf(storage))
      if (declaring === target) Extensions({ owner })(target.prototype as object, methodName);
  };
}

const handlersOf = ({ queries, mutations, subscriptions, fieldResolvers }: ReturnType<typeof getMetadataStorage>) => [
  ...queries,
  ...mutations,
  ...subscriptions,
  ...fieldResolvers,
];

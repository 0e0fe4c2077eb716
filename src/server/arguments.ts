import {
  getArgumentValues,
  getNamedType,
  GraphQLError,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { parseCursor } from '../data/cursor';
import { checkPageSize } from '../data/page';
import type { PageArgs } from '../graphql/pages';
import { filters } from '../subgraphs';
import { hasVariable } from './limits/amounts';

/** Checks the arguments of an operation, with its variables as GraphQL has checked and converted them. */
export type CheckArguments = (variables: Readonly<Record<string, unknown>>) => void;

interface Field {
  definition: GraphQLField<unknown, unknown>;
  node: FieldNode;
  /** Whether its cursors are those of a list; a subscription's are of the log of events, which checks them itself. */
  isPaged: boolean;
}

/**
 * What checks the arguments of a whole operation before any of it runs: page sizes, cursors, and filters that nothing could match. So a
 * mistake is told once, and not by each of a hundred parents of a field. Arguments without variables are checked at once.
 * @param document has this operation alone, and the fragments that it uses
 * @throws GraphQLError with the code of the first mistake, at its field; so does what it returns
 */
export function argumentChecks(schema: GraphQLSchema, document: DocumentNode): CheckArguments {
  const typeInfo = new TypeInfo(schema);
  const variable: Field[] = [];
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field(node) {
        const definition = typeInfo.getFieldDef();
        if (!definition || !node.arguments?.length) return;
        const field = { definition, node, isPaged: typeInfo.getParentType() !== schema.getSubscriptionType() };
        if (node.arguments.some(({ value }) => hasVariable(value))) variable.push(field);
        else checkField(field, {});
      },
    }),
  );
  return (variables) => {
    for (const field of variable) checkField(field, variables);
  };
}

function checkField({ definition, node, isPaged }: Field, variables: Readonly<Record<string, unknown>>): void {
  const filter = filters[getNamedType(definition.args.find(({ name }) => name === 'filter')?.type)?.name ?? ''];
  try {
    const args = getArgumentValues(definition, node, variables) as PageArgs & { filter?: object | null };
    if (isPaged) {
      checkPageSize(args);
      for (const cursor of [args.after, args.before]) if (cursor != null) parseCursor(cursor);
    }
    if (args.filter) filter?.check(args.filter, 'filter');
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // An argument that only its variable makes wrong has an error of GraphQL's own, without a code.
    const extensions = { code: 'BAD_USER_INPUT', ...error.extensions, http: { status: 400 } };
    throw new GraphQLError(error.message, { nodes: node, extensions });
  }
}

import {
  getArgumentValues,
  getNamedType,
  getVariableValues,
  GraphQLError,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { parseCursor } from '../data/cursor';
import { checkPageSize } from '../data/page';
import type { PageArgs } from '../graphql/pages';
import { filters } from '../subgraphs';

/**
 * Checks the arguments of a whole operation before any of it runs: page sizes, cursors, and filters that nothing could match. So a
 * mistake is told once, and not by each of a hundred parents of a field. Both transports call it.
 * @throws GraphQLError with the code of the first mistake, at its field
 */
export function checkArguments(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode | undefined,
  rawVariables: Readonly<Record<string, unknown>>,
): void {
  if (!operation) return;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], rawVariables);
  if (!coerced) return; // execution reports variables of the wrong type
  let fields = fieldsWithArguments.get(operation);
  if (!fields) fieldsWithArguments.set(operation, (fields = findFields(schema, document, operation)));
  for (const field of fields) checkField(field, coerced);
}

interface Field {
  definition: GraphQLField<unknown, unknown>;
  node: FieldNode;
  /** Whether its cursors are those of a list; a subscription's are of the log of events, which checks them itself. */
  isPaged: boolean;
}

// Apollo keeps parsed documents, so that most operations have been here before.
const fieldsWithArguments = new WeakMap<OperationDefinitionNode, Field[]>();

function findFields(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Field[] {
  // The document's other operations are not run, and have not got their variables.
  const executed = separateOperations(document)[operation.name?.value ?? ''] ?? document;
  const typeInfo = new TypeInfo(schema);
  const found: Field[] = [];
  visit(
    executed,
    visitWithTypeInfo(typeInfo, {
      Field(node) {
        const definition = typeInfo.getFieldDef();
        const isPaged = typeInfo.getParentType() !== schema.getSubscriptionType();
        if (definition && node.arguments?.length) found.push({ definition, node, isPaged });
      },
    }),
  );
  return found;
}

function checkField({ definition, node, isPaged }: Field, variables: Record<string, unknown>): void {
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

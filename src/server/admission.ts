import {
  getArgumentValues,
  getNamedType,
  getVariableValues,
  GraphQLError,
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
  const { coerced } = getVariableValues(schema, operation?.variableDefinitions ?? [], rawVariables);
  if (!coerced) return; // execution reports variables of the wrong type
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field(node) {
        const field = typeInfo.getFieldDef();
        if (field && node.arguments?.length) checkField(field, node, coerced);
      },
    }),
  );
}

function checkField(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Record<string, unknown>): void {
  const isPaged = field.args.some(({ name }) => name === 'after');
  const filter = filters[getNamedType(field.args.find(({ name }) => name === 'filter')?.type)?.name ?? ''];
  if (!isPaged && !filter) return;
  try {
    const args = getArgumentValues(field, node, variables) as PageArgs & { filter?: object | null };
    if (isPaged) checkPageSize(args);
    for (const cursor of [args.after, args.before]) if (cursor != null) parseCursor(cursor);
    if (args.filter) filter?.check(args.filter, 'filter');
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, { nodes: node, extensions: { ...error.extensions, http: { status: 400 } } });
  }
}

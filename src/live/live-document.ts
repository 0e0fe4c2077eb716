import {
  GraphQLError,
  Kind,
  print,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/** A document with one subscription, in which it does not matter where a subscriber begins. */
export interface LiveDocument {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** The same as text: equal for documents that tell the same. */
  text: string;
}

const known = new WeakMap<OperationDefinitionNode, LiveDocument>();

/**
 * What a subscription tells, without the `after` of its root field, and the variables that only this needs: so that all who tell the
 * same share it, wherever they begin. Comments, layout and other operations make no difference either.
 */
export function liveDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): LiveDocument {
  let made = known.get(operation);
  if (!made) known.set(operation, (made = strip(schema, document, operation)));
  return made;
}

function strip(schema: GraphQLSchema, whole: DocumentNode, operation: OperationDefinitionNode): LiveDocument {
  const typeInfo = new TypeInfo(schema);
  const used = new Set<string>();
  const isRoot = () => typeInfo.getParentType() === schema.getSubscriptionType();
  const withoutAfter = visit(
    separateOperations(whole)[operation.name?.value ?? '']!,
    visitWithTypeInfo(typeInfo, {
      Argument: ({ name }) => (name.value === 'after' && isRoot() ? null : undefined),
      VariableDefinition: () => false,
      Variable: ({ name }) => void used.add(name.value),
    }),
  );
  const document = visit(withoutAfter, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  });
  const found = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!found) throw new GraphQLError('Expected a document with an operation.');
  return { document, operation: found, text: print(document) };
}

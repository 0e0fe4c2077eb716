import {
  getNamedType,
  getOperationAST,
  isInputObjectType,
  OperationTypeNode,
  typeFromAST,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  type NamedTypeNode,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { Execution } from './compiled-execution';

/** A function that executes the operation; null for one that graphql-jit does not compile well, or that is not read but written. */
export function compileOperation(
  schema: GraphQLSchema,
  { document, operationName }: Pick<Execution, 'document' | 'operationName'>,
): CompiledQuery | null {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.QUERY || takesFilters(operation, schema)) return null;
  const compiled = compileQuery(schema, document, operationName ?? undefined, { disablingCapturingStackErrors: true });
  return isCompiledQuery(compiled) ? compiled : null;
}

/**
 * Whether a variable is of an input that has itself among its fields, as filters have. graphql-jit writes out every way through these
 * to read such a variable, which takes it some seconds.
 */
function takesFilters({ variableDefinitions = [] }: OperationDefinitionNode, schema: GraphQLSchema): boolean {
  return variableDefinitions.some(({ type }) => {
    const named = getNamedType(typeFromAST(schema, type as NamedTypeNode));
    return isInputObjectType(named) && [...inputsWithin(named)].some((input) => inputsWithin(input).has(input));
  });
}

/** The inputs that an input's fields are of, and theirs. */
function inputsWithin(input: GraphQLInputObjectType): Set<GraphQLInputObjectType> {
  const found = new Set<GraphQLInputObjectType>();
  const pending = [input];
  for (let next = pending.pop(); next; next = pending.pop())
    for (const { type } of Object.values(next.getFields())) {
      const named = getNamedType(type);
      if (!isInputObjectType(named) || found.has(named)) continue;
      found.add(named);
      pending.push(named);
    }
  return found;
}

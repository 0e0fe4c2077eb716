import {
  execute,
  getOperationAST,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { Context } from '../subgraphs/context';

/** One operation of a document, to be executed. */
export interface Execution {
  document: DocumentNode;
  operationName: string | null | undefined;
  /** As the client sent them. */
  variables: Readonly<Record<string, unknown>> | undefined;
  context: Context;
}

export type Executor = (execution: Execution) => Promise<ExecutionResult>;

/** How many documents are kept compiled: those used last. */
const MAX_DOCUMENTS = 500;

/** Compiling takes some milliseconds: what comes once is not compiled. */
export const COMPILED_FROM = 3;

interface Operation {
  uses: number;
  /** Null for what cannot be compiled. */
  compiled?: CompiledQuery | null;
}

/**
 * Executes operations: queries that recur by a function that is compiled for them (graphql-jit), all else by graphql-js. The answers
 * are the same; where the two might differ (variables that are refused or have defaults), graphql-js answers.
 * @param compiledFrom the use of a document from which on it is compiled
 */
export function createExecutor(schema: GraphQLSchema, compiledFrom = COMPILED_FROM): Executor {
  const compiled = new LRUCache<DocumentNode, Map<string, Operation>>({ max: MAX_DOCUMENTS });

  function compiledFor(execution: Execution): CompiledQuery | null {
    const { document, operationName } = execution;
    let operations = compiled.get(document);
    if (!operations) compiled.set(document, (operations = new Map<string, Operation>()));
    let operation = operations.get(operationName ?? '');
    if (!operation) operations.set(operationName ?? '', (operation = { uses: 0 }));
    operation.uses++;
    if (operation.uses < compiledFrom) return null;
    if (operation.compiled === undefined) {
      // Loaded with its first use: a server that starts has none.
      const { compileOperation } = require('./compile-operation') as typeof import('./compile-operation');
      operation.compiled = compileOperation(schema, execution);
    }
    return operation.compiled && hasAllVariables(execution) ? operation.compiled : null;
  }

  return async (execution) => {
    const query = compiledFor(execution);
    if (query) {
      const result = await query.query(undefined, execution.context, execution.variables ?? {});
      // Without data nothing has been executed, for a variable is wrong: graphql-js tells which.
      if ('data' in result) return result.errors ? { ...result, errors: result.errors.map(complete) } : result;
    }
    const { document, operationName, variables, context } = execution;
    return execute({ schema, document, operationName, variableValues: variables, contextValue: context });
  };
}

/** graphql-jit leaves out the extensions of an error that has none; graphql-js never does. */
const complete = (error: GraphQLError): GraphQLError =>
  (error as Partial<GraphQLError>).extensions
    ? error
    : (Object.create(error, { extensions: { value: {} } }) as GraphQLError);

/** graphql-jit refuses a variable of type `T! = default` that is left out. */
function hasAllVariables({ document, operationName, variables = {} }: Execution): boolean {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  return definitions.every(
    ({ variable, type, defaultValue }) =>
      !defaultValue || type.kind !== Kind.NON_NULL_TYPE || variable.name.value in variables,
  );
}

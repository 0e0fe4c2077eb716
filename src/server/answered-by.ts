import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { getOperationAST, getVariableValues, OperationTypeNode, type FormattedExecutionResult } from 'graphql';
import type { Context } from '../subgraphs/context';
import type { Answerer } from './answer';
import { asksForCost } from './limits/report';

// What answers the query of a request, by the reader of its context: plugins get a copy of the context itself.
const answerers = new WeakMap<Context['reader'], Answerer>();

/** Lets a query with this context be answered by what answers queries everywhere, and not by Apollo Server. */
export function answeredBy(answer: Answerer, context: Context): Context {
  answerers.set(context.reader, answer);
  return context;
}

/** An answer that is written already, in the place of data. */
class Written {
  constructor(readonly text: string) {}
}

/** Apollo Server has parsed and validated the query and let it in; it sends what the answerer says. */
export const answering: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      responseForOperation: async ({ schema, document, request, contextValue: caller }) => {
        const answer = answerers.get(caller.reader);
        const { variables = {}, operationName, extensions } = request;
        const operation = getOperationAST(document, operationName);
        // What an answer did cost is told by its data.
        if (!answer || asksForCost(extensions) || operation?.operation !== OperationTypeNode.QUERY) return null;
        // Of variables of the wrong type, Apollo Server tells.
        const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
        if (!coerced) return null;
        const { status, headers, body } = await answer({ document, operation, variables, coerced, caller });
        const data = new Written(body.toString()) as unknown as Record<string, unknown>;
        return {
          http: { status, headers: new HeaderMap(Object.entries(headers)) },
          body: { kind: 'single', singleResult: { data } },
        };
      },
    }),
};

/** The text of a result. */
export function stringifyResult({ data, extensions, ...rest }: FormattedExecutionResult): string {
  const written: unknown = data;
  if (!(written instanceof Written)) return `${JSON.stringify({ ...rest, data, extensions })}\n`;
  return extensions
    ? `${written.text.trimEnd().slice(0, -1)},"extensions":${JSON.stringify(extensions)}}\n`
    : written.text;
}

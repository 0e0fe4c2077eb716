import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../subgraphs/context';
import { loadConfig } from '../config';
import { Admission } from './admission';
import { createExecutor, type Executor } from './compiled-execution';
import { clientError } from './errors';
import { admissionPlugin } from './operations';

/** How many mistakes of a document are told: more would only make the answer long. */
const MAX_MISTAKES = 5;

/**
 * GraphQL over HTTP. The schema is open, so introspection always is.
 * @param admission what operations must pass. Default: with the limits that settings have by default
 */
export function createGraphQLServer(
  schema: GraphQLSchema,
  logger: Logger,
  admission = new Admission(schema, loadConfig({})),
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway: executing(schema, createExecutor(schema)),
    logger,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: admission.settings.maxTokens },
    validationOptions: { maxErrors: MAX_MISTAKES },
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => clientError(formatted, error, logger),
    plugins: [
      admissionPlugin(admission),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
}

// Apollo Server lets a gateway execute operations: ours does so in this process.
function executing(schema: GraphQLSchema, execute: Executor): ApolloServerOptionsWithGateway<Context>['gateway'] {
  return {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: ({ document, operationName, request, context }) =>
          execute({ document, operationName, variables: request.variables, context: context as Context }),
      }),
    stop: () => Promise.resolve(),
  };
}

import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server';
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
import { answering, stringifyResult } from './answered-by';
import { createExecutor, type Executor } from './compiled-execution';
import { clientError } from './errors';
import { KnownDocuments } from './known-documents';
import { admissionPlugin } from './operations';

/** How many mistakes of a document are told: more would only make the answer long. */
const MAX_MISTAKES = 5;

/** Apollo Server, and what answers without it the queries that it has let in before. */
export class GraphQLServer extends ApolloServer<Context> {
  readonly documents: KnownDocuments;
  readonly execute: Executor;

  /**
   * The schema is open, so introspection always is.
   * @param admission what operations must pass. Default: with the limits that settings have by default
   */
  constructor(
    readonly schema: GraphQLSchema,
    logger: Logger,
    readonly admission = new Admission(schema, loadConfig({})),
  ) {
    const documents = new KnownDocuments();
    const execute = createExecutor(schema);
    super({
      gateway: executing(schema, execute),
      logger,
      introspection: true,
      includeStacktraceInErrorResponses: false,
      maxRecursiveSelections: true,
      parseOptions: { maxTokens: admission.settings.maxTokens },
      validationOptions: { maxErrors: MAX_MISTAKES },
      stopOnTerminationSignals: false,
      formatError: (formatted, error) => clientError(formatted, error, logger),
      stringifyResult,
      plugins: [
        remembering(documents),
        admissionPlugin(admission),
        answering,
        ApolloServerPluginCacheControlDisabled(),
        ApolloServerPluginInlineTraceDisabled(),
        ApolloServerPluginUsageReportingDisabled(),
        ApolloServerPluginLandingPageDisabled(),
      ],
    });
    this.documents = documents;
    this.execute = execute;
  }
}

/** Keeps documents once Apollo Server has found them valid; admission looks at them each time. */
const remembering = (documents: KnownDocuments): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ source, document }) => Promise.resolve(documents.add(source, document)),
    }),
});

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

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
import { loadConfig, type Config } from '../config';
import { Admission, type AdmissionSettings } from './admission';
import { answering, stringifyResult } from './answered-by';
import { createExecutor, type Executor } from './compiled-execution';
import { PersistedQueries } from './documents/persisted-queries';
import { PublishedDocuments } from './documents/published-documents';
import { clientError, shownError } from './errors';
import { KnownDocuments } from './known-documents';
import { tooLong } from './limits/tokens';
import { admissionPlugin } from './operations';
import { tellingPositions } from './positions';

/** How many mistakes of a document are told: more would only make the answer long. */
const MAX_MISTAKES = 5;

/** What settings say of the GraphQL server. */
export type GraphQLSettings = AdmissionSettings & Pick<Config, 'introspection' | 'production'>;

// A server without a database has published nothing.
const NONE = new PublishedDocuments({ rows: () => Promise.resolve([]) });

/** Apollo Server, and what answers without it the queries that it has let in before. */
export class GraphQLServer extends ApolloServer<Context> {
  readonly admission: Admission;
  readonly documents: KnownDocuments;
  readonly execute: Executor;

  /**
   * @param config limits, and what is told of the schema. Default: as settings are by default
   * @param published the documents that may be asked for by id. Default: none
   */
  constructor(
    readonly schema: GraphQLSchema,
    logger: Logger,
    config: GraphQLSettings = loadConfig({}),
    readonly published = NONE,
  ) {
    const admission = new Admission(schema, config);
    const documents = new KnownDocuments();
    const execute = createExecutor(schema);
    super({
      gateway: executing(schema, execute),
      logger,
      introspection: config.introspection,
      hideSchemaDetailsFromClientErrors: config.production,
      includeStacktraceInErrorResponses: false,
      maxRecursiveSelections: true,
      parseOptions: { maxTokens: config.maxTokens },
      validationOptions: { maxErrors: MAX_MISTAKES },
      stopOnTerminationSignals: false,
      persistedQueries: { cache: new PersistedQueries(published) },
      formatError: (formatted, error) => {
        const refusal = tooLong(error, config);
        return refusal ? shownError(refusal, logger) : clientError(formatted, error, logger);
      },
      stringifyResult,
      plugins: [
        remembering(documents, admission),
        admissionPlugin(admission, published),
        tellingPositions,
        answering,
        ApolloServerPluginCacheControlDisabled(),
        ApolloServerPluginInlineTraceDisabled(),
        ApolloServerPluginUsageReportingDisabled(),
        ApolloServerPluginLandingPageDisabled(),
      ],
    });
    this.admission = admission;
    this.documents = documents;
    this.execute = execute;
  }
}

/**
 * Keeps documents once Apollo Server has found them valid; admission looks at them each time. What might still be published, it must
 * first be asked about.
 */
const remembering = (documents: KnownDocuments, admission: Admission): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ source, document }) => {
        if (!admission.distrusts(document)) documents.add(source, document);
        return Promise.resolve();
      },
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

import type { ApolloServer, ApolloServerPlugin, GraphQLRequest } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError, OperationTypeNode, type DocumentNode, type FormattedExecutionResult } from 'graphql';
import { LiveOperation } from '../live/live-operation';
import type { Context } from '../subgraphs/context';
import type { Admission } from './admission';
import type { PublishedDocuments } from './documents/published-documents';
import { costReport } from './limits/report';

/** What became of an operation that came over a transport that can stream. */
export type Outcome =
  /** It ran, or something is wrong with it: then there are errors and no data. */
  | { kind: 'answer'; document: DocumentNode | undefined; result: FormattedExecutionResult }
  /** It may run: as the feed does. */
  | { kind: 'subscription'; document: DocumentNode; subscription: LiveOperation };

export interface RunOptions {
  /** Whether only queries and subscriptions are welcome: a GET changes nothing. Default: false */
  isReadOnly?: boolean;
}

interface Stream extends RunOptions {
  document?: DocumentNode;
  subscription?: LiveOperation;
  /** What Apollo did not expect, and does not pass on. */
  failure?: Error;
}

// The operations of transports that can stream, by the reader of their context: plugins get a copy of the context itself.
const streams = new WeakMap<Context['reader'], Stream>();

/**
 * Runs an operation of a transport that can stream. It goes the way of every request, through Apollo and its plugins, so that no
 * transport lets in what another refuses; but a subscription is not executed there: it is given back, ready for the feed.
 */
export async function runOperation(
  apollo: ApolloServer<Context>,
  request: GraphQLRequest,
  context: Context,
  options: RunOptions = {},
): Promise<Outcome> {
  const stream: Stream = { ...options };
  streams.set(context.reader, stream);
  const { body } = await apollo.executeOperation(request, { contextValue: context }).catch((error: unknown) => {
    if (stream.failure instanceof GraphQLError) return refused(stream.failure);
    throw error;
  });
  const { document, subscription } = stream;
  if (document && subscription) return { kind: 'subscription', document, subscription };
  if (body.kind !== 'single') throw new Error('Expected an answer in one piece.');
  return { kind: 'answer', document, result: body.singleResult };
}

/** graphql-js throws in the middle of its validation where a directive at the root of a subscription depends on a variable. */
function refused(error: GraphQLError): { body: { kind: 'single'; singleResult: FormattedExecutionResult } } {
  const extensions = { code: ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED };
  return { body: { kind: 'single', singleResult: { errors: [{ ...error.toJSON(), extensions }] } } };
}

/**
 * Has every operation pass the door, once its document is valid.
 * @param published tells which documents are published, where only these are welcome
 */
export const admissionPlugin = (admission: Admission, published: PublishedDocuments): ApolloServerPlugin<Context> => ({
  unexpectedErrorProcessingRequest: ({ requestContext: { contextValue }, error }) => {
    const stream = streams.get(contextValue.reader);
    if (stream) stream.failure = error;
    return Promise.resolve();
  },
  requestDidStart: ({ request: { extensions, variables = {} }, contextValue: caller }) => {
    const stream = streams.get(caller.reader);
    const report = costReport(admission, caller, extensions);
    return Promise.resolve({
      didResolveOperation: async ({ schema, document, operation, source }) => {
        if (!operation) return; // Execution says that there is none.
        if (operation.operation === OperationTypeNode.SUBSCRIPTION && !stream) throw needsStream();
        if (operation.operation === OperationTypeNode.MUTATION && stream?.isReadOnly) throw needsPost();
        if (admission.distrusts(document) && (await published.has(source))) admission.trust(document);
        const isEstimate = report?.isEstimate;
        const admitted = admission.admit({ document, operation, variables, caller, isEstimate });
        if (admitted) report?.admit(admitted);
        if (!stream) return;
        stream.document = document;
        if (operation.operation === OperationTypeNode.SUBSCRIPTION && !isEstimate)
          stream.subscription = new LiveOperation(schema, document, operation, variables);
      },
      responseForOperation: ({ response: { http } }) => {
        if (report?.isEstimate)
          return Promise.resolve({ http, body: { kind: 'single', singleResult: { data: null } } });
        if (!stream?.subscription) return Promise.resolve(null);
        return Promise.resolve({ http, body: { kind: 'single', singleResult: {} } });
      },
      willSendResponse: ({ response: { body } }) => {
        if (report && body.kind === 'single') report.add(body.singleResult);
        return Promise.resolve();
      },
    });
  },
});

const refusal = (message: string, code: string, status: number): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status } } });

const needsStream = (): GraphQLError =>
  refusal(
    'Expected a query or a mutation, but got a subscription. Ask with "Accept: text/event-stream", or over WebSocket.',
    'SUBSCRIPTION_NEEDS_STREAM',
    406,
  );

const needsPost = (): GraphQLError =>
  refusal('Expected a query or a subscription, but got a mutation. Send it by POST.', 'BAD_REQUEST', 405);

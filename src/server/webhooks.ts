import { ApolloServerErrorCode } from '@apollo/server/errors';
import { getOperationAST, GraphQLError, OperationTypeNode } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config';
import type { LiveOperation } from '../live/live-operation';
import { Courier } from '../live/webhooks/courier';
import { createContext, type Services } from '../subgraphs/context';
import type { Admit } from '../webhooks/webhooks';
import { shownError } from './errors';
import type { GraphQLServer } from './graphql';
import { parseWithin } from './limits/tokens';
import { runOperation } from './operations';

export type WebhookConfig = Pick<Config, 'webhookConcurrency' | 'webhookTimeout' | 'eventRetentionDays'>;

/** How subscriptions of webhooks are checked: as the subscriptions of sockets are, by the same server. */
export const admitBy =
  (apollo: GraphQLServer, services: Services): Admit<LiveOperation> =>
  async ({ document, variables, operationName }, { viewer, locales }) => {
    const operation = getOperationAST(parseWithin(document, apollo.admission.settings), operationName);
    // Before it goes the way of others, on which a query or a mutation would be run.
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
      throw new GraphQLError(`Expected one subscription, but got ${operation ? `a ${operation.operation}` : 'none'}.`);
    const request = { query: document, variables: { ...variables }, operationName: operationName ?? undefined };
    const outcome = await runOperation(apollo, request, createContext(services, { viewer, locales }));
    if (outcome.kind === 'subscription') return outcome.subscription;
    const message = outcome.result.errors?.[0]?.message ?? 'nothing';
    const code = outcome.result.errors?.[0]?.extensions?.['code'];
    if (code === ApolloServerErrorCode.INTERNAL_SERVER_ERROR) throw new Error(message);
    throw new GraphQLError(message);
  };

/**
 * Lets webhooks be registered, and delivers to them.
 * @param delivers whether this process delivers: only one that serves the whole graph can tell all of it
 * @returns what ends it
 */
export function startWebhooks(
  apollo: GraphQLServer,
  services: Services,
  config: WebhookConfig,
  logger: Logger,
  delivers: boolean,
): () => Promise<void> {
  const admit = admitBy(apollo, services);
  services.webhooks.admit = admit;
  if (!delivers || config.webhookConcurrency === 0) return () => Promise.resolve();
  const courier = new Courier(services, {
    logger,
    admit,
    formatError: (error) => shownError(error, logger),
    concurrency: config.webhookConcurrency,
    timeout: config.webhookTimeout,
    retentionDays: config.eventRetentionDays,
  });
  courier.start();
  return () => courier.stop();
}

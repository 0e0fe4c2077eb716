import cluster from 'node:cluster';
import type { Server } from 'node:http';
import path from 'node:path';
import type { GraphQLSchema } from 'graphql';
import type { ClientConfig } from 'pg';
import { pino } from 'pino';
import { Authenticator } from '../access/authenticator';
import type { Config } from '../config';
import type { OpenDatabase } from '../data/connect';
import { runMigrations } from '../data/migrate';
import { codeOf, ConfigError, wrongSetting } from '../errors';
import { databaseIsEmpty } from '../import/database-is-empty';
import { PROJECT_ROOT } from '../project-root';
import { isWhole, servedSchema } from '../schema/served';
import type { Services } from '../subgraphs/context';
import type { ModuleName } from '../subgraphs/owned-by';
import { PublishedDocuments } from './documents/published-documents';
import { keepCounters } from './counters';
import { offersGraphiql } from './graphiql';
import { GraphQLServer } from './graphql';
import { createHttpServer, listeningUrl } from './http-server';
import { shareBudget } from './limits/shared-budget';
import { openServices } from './services';
import { startWebhooks } from './webhooks';

export interface RunningServer {
  /** Addresses worth opening. */
  urls: { label: string; url: string }[];
  /** Finishes running requests, then closes everything, the database last. */
  stop(): Promise<void>;
}

const SAMPLE = path.join(PROJECT_ROOT, 'data');

/**
 * Starts the server: brings the tables of the database up to date, loads the sample data into an empty one, listens.
 * @param opening the database, which may still be starting; it is closed with the server, and when that cannot start
 * @param modules which modules' slice of the graph is served; all of it if left out
 * @throws InterurbanError with one line that names the setting to mend
 */
export async function serve(
  config: Config,
  opening: Promise<OpenDatabase>,
  modules?: readonly ModuleName[],
): Promise<RunningServer> {
  const logger = pino({ level: config.logLevel }, pino.destination(2));
  const closers: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const { connection, stop: stopDatabase } = await opening;
    closers.push(stopDatabase);
    const migrating = runMigrations(connection);
    const schema = servedSchema(modules); // Made while PostgreSQL takes the first connection.
    await migrating;
    const { services, close: closeServices } = await openServices(connection, config, logger);
    closers.push(closeServices);
    if (config.sample && (await databaseIsEmpty(services.database.pool))) await loadSample(connection, logger);
    await services.replicas.start();
    await services.log.start();
    closers.push(await keepCounters(services.database, logger));
    const url = await listen(config, services, logger, schema, closers);
    return { urls: addresses(url, config, modules === undefined), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function loadSample(connection: ClientConfig, logger: pino.Logger): Promise<void> {
  const sample = require('../import/sample') as typeof import('../import/sample');
  return sample.loadSample(connection, SAMPLE, logger);
}

/** Gives its address. What there is to close is told as it begins: whoever uses the port already is found out last. */
async function listen(
  config: Config,
  services: Services,
  logger: pino.Logger,
  schema: GraphQLSchema,
  closers: (() => Promise<void>)[],
): Promise<string> {
  const published = new PublishedDocuments(services.database);
  const apollo = new GraphQLServer(schema, logger, config, published);
  await apollo.start();
  closers.push(() => apollo.stop());
  if (cluster.isWorker) shareBudget(apollo.admission.budget);
  const authenticator = new Authenticator(config, services.database, logger);
  void authenticator.warmUp();
  closers.push(startWebhooks(apollo, services, config, logger, isWhole(schema)));
  const { server, stop } = createHttpServer({ apollo, services, authenticator, logger, config });
  closers.push(stop);
  await startListening(server, config);
  return listeningUrl(server);
}

function startListening(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, port, host)));
    server.listen(port, host, resolve);
  });
}

function listenError(error: Error, port: number, host: string): Error {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new ConfigError(
        wrongSetting('PORT', 'a free port', `${port}, which another program uses. PORT=0 takes any free one`),
      );
    case 'EACCES':
      return new ConfigError(wrongSetting('PORT', 'a port that this user may open', String(port)));
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ConfigError(wrongSetting('HOST', 'an address of this machine', JSON.stringify(host)));
    default:
      return error;
  }
}

const addresses = (url: string, config: Config, hasExplorer: boolean): RunningServer['urls'] => [
  ...(hasExplorer ? [{ label: 'Explorer', url }] : []),
  ...(offersGraphiql(config) ? [{ label: 'GraphiQL, with examples', url: `${url}/graphql` }] : []),
  { label: 'Health', url: `${url}/healthz` },
  { label: 'Readiness', url: `${url}/readyz` },
];

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pino } from 'pino';
import type { Config } from '../config';
import { openDatabase } from '../data/connect';
import { createDatabase, type Database } from '../data/database';
import { runMigrations } from '../data/migrate';
import { codeOf, ConfigError, messageOf, wrongSetting } from '../errors';
import { loadSample } from '../import/sample';
import { PROJECT_ROOT } from '../project-root';
import { mergedSchema } from '../schema/merged';
import { createApp } from './app';
import { keepCounters } from './counters';
import { createGraphQLServer } from './graphql';

export interface RunningServer {
  /** Addresses worth opening. */
  urls: { label: string; url: string }[];
  /** Finishes running requests, then closes everything, the database last. */
  stop(): Promise<void>;
}

const SAMPLE = path.join(PROJECT_ROOT, 'data');

/**
 * Starts the server: opens the database, brings its tables up to date, loads the sample data into an empty one, listens.
 * @throws InterurbanError with one line that names the setting to mend
 */
export async function serve(config: Config): Promise<RunningServer> {
  const logger = pino({ level: config.logLevel }, pino.destination(2));
  const closers: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const { connection, stop: stopDatabase } = await openDatabase(config);
    closers.push(stopDatabase);
    await runMigrations(connection);
    if (config.sample) await loadSample(connection, SAMPLE, logger);
    const database = createDatabase(connection, config);
    closers.push(() => database.close());
    database.pool.on('error', (error) =>
      logger.warn({ reason: messageOf(error) }, 'a connection to PostgreSQL was lost'),
    );
    closers.push(await keepCounters(database, logger));
    const { url, close } = await listen(config, database, logger);
    closers.push(close);
    return { urls: addresses(url), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function listen(config: Config, database: Database, logger: pino.Logger) {
  let isStopping = false;
  const apollo = createGraphQLServer(mergedSchema(), logger);
  await apollo.start();
  const server = createServer(createApp({ apollo, database, logger, isStopping: () => isStopping }));
  await startListening(server, config);
  const { address, port, family } = server.address() as AddressInfo;
  const host = address === '::' || address === '0.0.0.0' ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  const close = async (): Promise<void> => {
    isStopping = true;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
    });
    await apollo.stop();
  };
  return { url: `http://${host}:${port}`, close };
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

const addresses = (url: string): RunningServer['urls'] => [
  { label: 'GraphiQL, with examples', url: `${url}/graphql` },
  { label: 'Health', url: `${url}/healthz` },
  { label: 'Readiness', url: `${url}/readyz` },
];

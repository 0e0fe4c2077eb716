import { pino } from 'pino';
import { createDatabase } from '../../src/data/database';
import { mergedSchema } from '../../src/schema/merged';
import { createApp } from '../../src/server/app';
import { createGraphQLServer } from '../../src/server/graphql';
import { host, POOL_SIZE, readConnection } from './host';

/** Our own server, as it is. */
async function main(): Promise<void> {
  const logger = pino({ level: 'warn' }, pino.destination(2));
  const database = createDatabase(readConnection(), { poolSize: POOL_SIZE, statementTimeout: 15_000 });
  const apollo = createGraphQLServer(mergedSchema(), logger);
  await apollo.start();
  host(createApp({ apollo, database, logger, isStopping: () => false }));
}

void main();

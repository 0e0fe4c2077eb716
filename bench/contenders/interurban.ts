import { pino } from 'pino';
import { Authenticator } from '../../src/access/authenticator';
import { loadConfig } from '../../src/config';
import { mergedSchema } from '../../src/schema/merged';
import { GraphQLServer } from '../../src/server/graphql';
import { createHttpServer } from '../../src/server/http-server';
import { openServices } from '../../src/server/services';
import { host, POOL_SIZE, readConnection } from './host';

/** Our own server, as it is. */
async function main(): Promise<void> {
  const logger = pino({ level: 'warn' }, pino.destination(2));
  const config = { ...loadConfig(), poolSize: POOL_SIZE };
  const { services } = await openServices(readConnection(), config, logger);
  await services.log.start();
  const apollo = new GraphQLServer(mergedSchema(), logger, config);
  await apollo.start();
  const authenticator = new Authenticator(config, services.database, logger);
  host(createHttpServer({ apollo, services, authenticator, logger, config }).server);
}

void main();

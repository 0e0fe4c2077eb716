import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { Authenticator } from '../../src/access/authenticator';
import { loadConfig } from '../../src/config';
import { mergedSchema } from '../../src/schema/merged';
import { GraphQLServer } from '../../src/server/graphql';
import { createHttpServer } from '../../src/server/http-server';
import { openServices } from '../../src/server/services';
import { readConnection } from '../contenders/host';
import { memory } from './memory';
import type { ServerAnswer, ServerQuestion } from './protocol';

const tell = (answer: ServerAnswer): void => void process.send!(answer);

/** Our own server, as it is. */
async function main(): Promise<void> {
  const logger = pino({ level: 'warn' }, pino.destination(2));
  const config = loadConfig({ LIVE_CONNECTIONS_PER_CALLER: '0' });
  const { services } = await openServices(readConnection(), config, logger);
  await services.log.start();
  const apollo = new GraphQLServer(mergedSchema(), logger);
  await apollo.start();
  const authenticator = new Authenticator(config, services.database, logger);
  const { server, feed } = createHttpServer({ apollo, services, authenticator, logger, config });
  process.on('message', ({ ask }: ServerQuestion) => tell(ask === 'memory' ? { memory: memory() } : feed.statistics));
  process.on('disconnect', () => process.exit());
  server.listen(0, '127.0.0.1', () => tell({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
}

void main();

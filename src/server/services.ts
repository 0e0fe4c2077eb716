import type pg from 'pg';
import type { Logger } from 'pino';
import { Commands } from '../commands/commands';
import type { Config } from '../config';
import { createDatabase } from '../data/database';
import { Source } from '../data/source';
import { messageOf } from '../errors';
import type { NewEvent } from '../events/event';
import { EventLog } from '../events/log';
import { LocalEngine } from '../insights/local-engine';
import { entities } from '../subgraphs';
import { createReplicas } from './replicas';
import { TableChanges } from '../subgraphs/table-changes';
import type { Services } from '../subgraphs/context';
import { Site } from '../subgraphs/site';
import { AddressPolicy } from '../webhooks/addresses';
import { Webhooks } from '../webhooks/webhooks';

export type ServicesOptions = Pick<Config, 'poolSize' | 'statementTimeout' | 'eventRetentionDays'> &
  Partial<Pick<Config, 'replicaUrls' | 'replicaMaxLag' | 'webhookAllowedCidrs' | 'webhookRetryPeriod' | 'publicUrl'>>;

const DAY = 86_400;

/**
 * Opens what a process keeps for all operations, above a database whose tables are up to date. The log is open, and follows what
 * happens once it is started.
 * @throws what PostgreSQL says when it cannot be reached
 */
export async function openServices(
  connection: pg.ClientConfig,
  {
    eventRetentionDays: retentionDays,
    webhookAllowedCidrs,
    webhookRetryPeriod = DAY,
    publicUrl,
    replicaUrls,
    replicaMaxLag,
    ...pool
  }: ServicesOptions,
  logger: Logger,
): Promise<{ services: Services; close: () => Promise<void> }> {
  const onLostConnection = (error: Error): void =>
    logger.warn({ reason: messageOf(error) }, 'a connection to PostgreSQL was lost');
  const database = createDatabase(connection, pool);
  database.pool.on('error', onLostConnection);
  const replicas = createReplicas(database, { ...pool, replicaUrls, replicaMaxLag }, logger);
  const log = new EventLog(connection, database, { logger, retentionDays });
  try {
    await log.open();
    // Replicas are asked for what has changed before anybody is told that it has.
    log.listen(() => replicas.tell(log.written));
    const changes = new TableChanges(log);
    const onCommit = async (events: readonly NewEvent[]): Promise<number | undefined> => {
      log.wake();
      const position = await replicas.committed();
      changes.tellCommitted(events);
      return position;
    };
    const commands = new Commands(connection, {
      ...pool,
      entities: [Source, ...entities],
      onLostConnection,
      onCommit,
    });
    const graphs = new LocalEngine({
      connection,
      onRefreshError: (error) => logger.warn({ reason: messageOf(error) }, 'the graph could not be read anew'),
    });
    log.listen(() => graphs.noteChange());
    const close = async (): Promise<void> => {
      await log.stop();
      await graphs.close();
      await commands.close();
      await replicas.close();
      await database.close();
    };
    const webhooks = new Webhooks(new AddressPolicy(webhookAllowedCidrs), webhookRetryPeriod);
    const site = new Site(publicUrl);
    return { services: { database, replicas, commands, log, graphs, webhooks, site, changes }, close };
  } catch (error) {
    await replicas.close();
    await database.close();
    throw error;
  }
}

import type { Logger } from 'pino';
import { settings, type Config } from '../config';
import { connectionOf, place } from '../data/connect';
import { createDatabase, type Database, type PoolOptions } from '../data/database';
import { Replica } from '../data/replicas/replica';
import { Replicas } from '../data/replicas/replicas';
import { messageOf } from '../errors';

export type ReplicaConfig = PoolOptions & Partial<Pick<Config, 'replicaUrls' | 'replicaMaxLag'>>;

/** How long a replica may take to let us in, in ms: the primary can answer in its place. */
const PATIENCE = 2000;

const DEFAULT_MAX_LAG = 10_000;

/**
 * The replicas that the settings name; none of them is asked until they are started.
 * @throws ConfigError for a URL that cannot be read
 */
export function createReplicas(
  primary: Database,
  { replicaUrls = [], replicaMaxLag: maxLag = DEFAULT_MAX_LAG, ...pool }: ReplicaConfig,
  logger: Logger,
): Replicas {
  const onChange = (where: string, reason?: string): void => {
    if (reason === undefined) logger.info({ place: where }, 'a replica answers again');
    else logger.warn({ place: where, reason }, 'a replica is not used until it answers again');
  };
  const replicas: Replicas = new Replicas(
    primary,
    replicaUrls.map((url) => {
      const connection = connectionOf(url, settings.replicaUrls.name);
      const database = createDatabase(connection, pool, PATIENCE);
      return new Replica(connection, database, {
        place: place(connection),
        isEnough: (replayed) => replicas.isEnough(replayed),
        onChange,
      });
    }),
    {
      maxLag,
      onError: (error) => logger.warn({ reason: messageOf(error) }, 'the primary does not say how far it has written'),
    },
  );
  return replicas;
}

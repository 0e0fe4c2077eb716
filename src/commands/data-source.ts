import type pg from 'pg';
import { DataSource } from 'typeorm';
import { poolConfig } from '../data/database';
import { NamingStrategy } from '../data/naming-strategy';
import { types } from '../data/types';
import type { CommandsOptions } from './commands';

/**
 * What commands write with: TypeORM, on a pool of connections of its own.
 * @throws what PostgreSQL says when it cannot be reached
 */
export function openDataSource(
  connection: pg.ClientConfig,
  { entities, onLostConnection, ...pool }: Omit<CommandsOptions, 'onCommit'>,
): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    // TypeORM hands `extra` on to pg as it is.
    extra: { ...poolConfig(connection, pool), types },
    entities: [...entities],
    namingStrategy: new NamingStrategy(),
    installExtensions: false,
    poolErrorHandler: onLostConnection,
  });
  return source.initialize();
}

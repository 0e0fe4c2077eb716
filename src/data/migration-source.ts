import type pg from 'pg';
import { DataSource } from 'typeorm';
import { MIGRATION_FILES } from './migration-files';

/** A TypeORM data source that knows every migration, and no entity. */
export const createMigrationSource = (connection: pg.ClientConfig): DataSource =>
  // TypeORM hands `extra` on to pg as it is, and so takes all that pg takes.
  new DataSource({ type: 'postgres', extra: connection, migrations: [MIGRATION_FILES] });

import fs from 'node:fs';
import pg from 'pg';
import { openDatabase } from '../../src/data/connect';
import { startEmbedded, type EmbeddedDatabase } from '../../src/data/embedded';
import { createDataFolder } from './folders';

/** The PostgreSQL of a test run. */
export interface TestServer extends EmbeddedDatabase {
  /** A database with every table and no row, to clone. */
  template: string;
}

/** The server of TEST_DATABASE_URL or, without it, an embedded one in memory that forgets everything. */
export async function startTestServer(): Promise<TestServer> {
  const template = `interurban_template_${process.pid}`;
  const databaseUrl = process.env['TEST_DATABASE_URL'];
  if (databaseUrl) return { ...(await openDatabase({ databaseUrl, dataDir: '' })), template };
  const dataDir = createDataFolder();
  // Nobody needs these data after a crash.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };
  const { connection, stop } = await startEmbedded({ dataDir, settings });
  const stopAndForget = async (): Promise<void> => {
    await stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
  return { connection, template, stop: stopAndForget };
}

/** Runs one statement that belongs to no transaction, such as CREATE DATABASE. */
export async function execute(connection: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

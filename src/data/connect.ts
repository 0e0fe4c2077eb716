import { setImmediate as nextTurn } from 'node:timers/promises';
import pg from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';
import type { Config } from '../config';
import { codeOf, ConfigError, messageOf, wrongSetting } from '../errors';
import { startEmbedded } from './embedded';

/** A PostgreSQL that answers, and is of a version that we know. */
export interface OpenDatabase {
  /** What pg.Client, pg.Pool and TypeORM connect with. */
  connection: pg.ClientConfig;
  /** PostgreSQL's major version: 15 to 18. */
  version: number;
  /** Ends the use of the database: an embedded one stops with its last user. */
  stop: () => Promise<void>;
}

const OLDEST = 15;
const NEWEST = 18;

// How long the server may take to answer, in milliseconds.
const PATIENCE = 10_000;

/**
 * Finds the database that the configuration asks for: the one of DATABASE_URL, else the embedded one, which it starts.
 * @param patience how long that of DATABASE_URL may take to answer, in milliseconds
 * @throws ConfigError in one line that names the setting to mend, and never has a password in it
 */
export async function openDatabase(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  patience = PATIENCE,
): Promise<OpenDatabase> {
  if (databaseUrl === undefined) {
    const { connection, stop } = await startEmbedded({ dataDir });
    return { connection, version: NEWEST, stop };
  }
  const connection = connectionOf(databaseUrl);
  const version = await askVersion(connection, patience);
  if (version < OLDEST || version > NEWEST)
    throw unusable(`a PostgreSQL of version ${OLDEST} to ${NEWEST}`, `version ${version} at ${place(connection)}`);
  return { connection, version, stop: () => Promise.resolve() };
}

/**
 * What clients connect with, of a setting's URL.
 * @throws ConfigError that names the setting
 */
export function connectionOf(url: string, setting = 'DATABASE_URL'): pg.ClientConfig {
  try {
    return parseIntoClientConfig(url);
  } catch (error) {
    // The message may repeat the URL, and so a password.
    const got =
      codeOf(error) === 'ENOENT' ? 'a certificate or key file that does not exist' : 'one that cannot be read';
    throw new ConfigError(wrongSetting(setting, 'a URL such as postgresql://user:password@host:5432/database', got));
  }
}

async function askVersion(connection: pg.ClientConfig, patience: number): Promise<number> {
  // Whoever asks goes on to load the program, and hears nothing until it has: on a machine that has much to do, for longer than a
  // database may take.
  await nextTurn();
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: patience, query_timeout: patience });
  client.on('error', () => undefined); // A failure later on; the pool finds out by itself.
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version_num') AS version`);
    return Math.floor(Number(rows[0]?.version) / 10_000);
  } catch (error) {
    throw unusable('a PostgreSQL that answers', `${reason(error)} from ${place(connection)}`, error);
  } finally {
    await client.end();
  }
}

/** In words for those who run the server: what is wrong, without the address, which stands beside it. */
function reason(error: unknown): string {
  const refusals: Record<string, string> = {
    ECONNREFUSED: 'connection refused',
    ENOTFOUND: 'no such host',
    EAI_AGAIN: 'no answer about the host from DNS',
    ENOENT: 'no such socket',
    ETIMEDOUT: 'no answer',
  };
  return refusals[codeOf(error) ?? ''] ?? JSON.stringify(messageOf(error));
}

/** Where and as whom, without the password. */
export function place({ host, port, user, database }: pg.ClientConfig): string {
  const client = new pg.Client({ host, port, user, database });
  return `${client.host}:${client.port} (user ${client.user}, database ${client.database})`;
}

const unusable = (expected: string, got: string, cause?: unknown): ConfigError =>
  new ConfigError(wrongSetting('DATABASE_URL', expected, got), { cause });

import path from 'node:path';
import type pg from 'pg';
import type { ServerSettings } from './cluster';
import { findHome } from './home';
import { Lease } from './lease';

export interface EmbeddedOptions {
  /** The folder that keeps the data; made where it is missing. */
  dataDir: string;
  /** Settings of PostgreSQL beyond its defaults, for the process that starts it. */
  settings?: ServerSettings;
  /** How clients reach it: over a Unix socket, or over TCP to 127.0.0.1 where there are none (the default on Windows). */
  transport?: 'socket' | 'tcp';
}

export interface EmbeddedDatabase {
  connection: pg.ClientConfig;
  /** Ends this process's use of the database, which stops when no process uses it any more. */
  stop: () => Promise<void>;
}

/**
 * A real PostgreSQL with nothing to install. The first process that asks for a data directory starts it, others join, and it
 * stops with the last one, however that one ends.
 * @throws ConfigError when the data directory cannot be written
 * @throws InterurbanError when PostgreSQL does not run on this system, or refuses to start
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const home = findHome(path.resolve(options.dataDir));
  const overTcp = (options.transport ?? (process.platform === 'win32' ? 'tcp' : 'socket')) === 'tcp';
  const lease = await Lease.take({ home, settings: options.settings ?? {}, overTcp });
  return { connection: lease.connection, stop: () => lease.end() };
}

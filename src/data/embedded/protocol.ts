import net from 'node:net';
import type pg from 'pg';
import type { ServerSettings } from './cluster';
import type { Home } from './home';

/** What a supervisor is started with: JSON in its first argument. */
export interface SupervisorOptions {
  home: Home;
  settings: ServerSettings;
  /** Let clients come over TCP to 127.0.0.1, with a password, instead of over a Unix socket. */
  overTcp: boolean;
}

/** What a supervisor tells a user once, in one line of JSON, when PostgreSQL takes connections or cannot be started. */
export type Answer = { connection: pg.ClientConfig } | { error: string };

/** Whether a program listens on a Unix socket or a named pipe, or at a host and port. */
export const isListening = (address: string | { host: string; port: number }): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect(typeof address === 'string' ? { path: address } : address, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

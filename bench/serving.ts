import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PROJECT_ROOT } from '../src/project-root';

/** A folder for the data of servers, which is gone after the work. */
export async function withDataFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'interurban-bench-'));
  fs.chmodSync(folder, 0o711); // for PostgreSQL's own user
  try {
    return await work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Runs a program of ours that serves, with its data in a folder; it says what goes wrong. */
export const spawnServer = (args: string[], port: number, folder: string, env: NodeJS.ProcessEnv = {}): ChildProcess =>
  spawn(process.execPath, args, {
    cwd: PROJECT_ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      INTERURBAN_DATA_DIR: folder,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });

/** The same, and waits until it can answer. */
export async function serve(...[args, port, ...rest]: Parameters<typeof spawnServer>): Promise<ChildProcess> {
  const child = spawnServer(args, port, ...rest);
  for (;;) {
    if (child.exitCode !== null) throw new Error('Expected the server to start; the reason is above.');
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(({ ok }) => ok).catch(() => false); // prettier-ignore
    if (isReady) return child;
    await delay(100);
  }
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

import fs from 'node:fs';
import type net from 'node:net';
import { codeOf } from '../../errors';
import { isListening } from './protocol';

// How long taking over a socket's file can possibly take, in milliseconds.
const LONGEST_TAKEOVER = 10_000;

/** Makes the server listen on the address. False when another process does, or is about to. */
export async function claim(server: net.Server, address: string): Promise<boolean> {
  if (await bind(server, address)) return true;
  if (process.platform === 'win32' || (await isListening(address))) return false;
  // The file of the socket is left from a process that was killed. One at a time may take it away.
  const lock = `${address}.lock`;
  if (!take(lock)) return false;
  try {
    if (await isListening(address)) return false;
    fs.rmSync(address, { force: true });
    return await bind(server, address);
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}

function bind(server: net.Server, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      if (codeOf(error) === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    server.once('error', failed);
    server.listen(address, () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}

/** Makes the folder that is the lock. One that is older than any takeover was left by a process that was killed. */
function take(lock: string): boolean {
  try {
    fs.mkdirSync(lock);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const made = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > LONGEST_TAKEOVER) fs.rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

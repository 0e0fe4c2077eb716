import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { codeOf } from '../../errors';

/** A PostgreSQL server that runs on a data directory, as its postmaster.pid tells. */
export interface Postmaster {
  port: number;
  /** The folder of its Unix socket, or the address it listens on. */
  host: string;
  /** Whether it takes connections: not while it starts or stops. */
  ready: boolean;
}

/** The server of a data directory, if one runs. */
export function findPostmaster(data: string): Postmaster | undefined {
  const file = path.join(data, 'postmaster.pid');
  let lines: string[];
  try {
    lines = fs.readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  // See "miscadmin.h" of PostgreSQL: process, data directory, start, port, socket folder, address, shared memory, status.
  const [pid = '', , , port = '', folder = '', address = '', , status = ''] = lines;
  if (!isAlive(Number(pid))) return undefined;
  if (!isPostgres(Number(pid))) {
    // A restart of the machine gave the number to another process, or nobody has taken notice of its end. PostgreSQL would
    // refuse to start because of it. That no backend of its lives on, PostgreSQL finds out from its shared memory.
    fs.rmSync(file, { force: true });
    return undefined;
  }
  return { port: Number(port), host: folder || address, ready: status.trim() === 'ready' };
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false; // The file is being written.
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function isPostgres(pid: number): boolean {
  if (process.platform === 'win32') return true; // Windows does not give a number again so soon.
  try {
    const { name, state } = look(pid);
    return name.includes('postgres') && !state.startsWith('Z');
  } catch {
    return false; // It has just ended.
  }
}

/** A process's name, and its state: Z for one that has ended. */
function look(pid: number): { name: string; state: string } {
  if (process.platform === 'linux') {
    const [, name = '', state = ''] = /\((.*)\) (\S)/.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { name, state };
  }
  const [state = '', name = ''] = execFileSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+(.*)/);
  return { name, state };
}

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { codeOf, ConfigError, messageOf, wrongSetting } from '../../errors';
import { accountFor, canEnter, give, type Account } from './account';

/** Where the embedded PostgreSQL lives, all real paths. */
export interface Home {
  /** Holds everything: the cluster, its log, its password. */
  folder: string;
  /** Holds the sockets. */
  run: string;
  /** Where the supervisor listens: a Unix socket, on Windows a named pipe. */
  supervisor: string;
  account: Account | undefined;
}

/** Where root keeps what the database's user could not reach in the data directory. */
export const SYSTEM_FOLDER = '/var/lib/interurban';

// The path of a Unix socket has 104 bytes on macOS and 108 on Linux.
const LONGEST_SOCKET_PATH = 103;

/**
 * Finds the home of a data directory, or makes it. It is the folder `postgres` in there; where the database's user cannot
 * go (a project of root's), that is a link to a folder of its own.
 * @throws ConfigError which names INTERURBAN_DATA_DIR when it cannot be written
 */
export function findHome(dataDir: string): Home {
  try {
    makeFolder(dataDir);
    const folder = real(path.join(dataDir, 'postgres'), () => createFolder(dataDir));
    fs.accessSync(folder, fs.constants.W_OK);
    const account = accountFor(folder);
    give(folder, account);
    const run = real(path.join(folder, 'run'), () => createRunFolder(folder, account));
    return { folder, run, supervisor: supervisorAddress(folder, run), account };
  } catch (error) {
    // Errors of the file system, that is: whatever is wrong with the folder, another one may do.
    if (codeOf(error) === undefined || error instanceof ConfigError) throw error;
    const got = `${JSON.stringify(dataDir)} (${messageOf(error)})`;
    throw new ConfigError(wrongSetting('INTERURBAN_DATA_DIR', 'a folder that can be written', got), { cause: error });
  }
}

/** Makes a folder and those it lies in. (Node's own recursion never ends where the system has no place for folders: /proc.) */
function makeFolder(folder: string): void {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  unlessThere(() => fs.mkdirSync(folder));
}

/** The real path of a folder that is made where it is missing. */
function real(folder: string, create: () => void): string {
  if (!fs.existsSync(folder)) unlessThere(create);
  return fs.realpathSync(folder);
}

/** Another process may make the same folder at the same time. */
function unlessThere(create: () => void): void {
  try {
    create();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

function createFolder(dataDir: string): void {
  const folder = path.join(dataDir, 'postgres');
  const account = accountFor(dataDir);
  if (canEnter(account, dataDir)) return createPrivate(folder, account);
  makeSystemFolder();
  link(fs.mkdtempSync(path.join(SYSTEM_FOLDER, 'postgres-')), folder, account);
}

export function makeSystemFolder(): void {
  fs.mkdirSync(SYSTEM_FOLDER, { recursive: true });
  fs.chmodSync(SYSTEM_FOLDER, 0o755); // Whatever the umask: others must be able to enter it.
}

function createRunFolder(home: string, account: Account | undefined): void {
  const folder = path.join(home, 'run');
  const longest = path.join(folder, 'supervisor.sock');
  if (Buffer.byteLength(longest) <= LONGEST_SOCKET_PATH) return createPrivate(folder, account);
  fs.rmSync(folder, { force: true }); // A link whose folder was cleaned away.
  link(fs.mkdtempSync(path.join(os.tmpdir(), 'interurban-')), folder, account);
}

function createPrivate(folder: string, account: Account | undefined): void {
  fs.mkdirSync(folder, { mode: 0o700 });
  give(folder, account);
}

function link(target: string, from: string, account: Account | undefined): void {
  give(target, account);
  try {
    fs.symlinkSync(target, from, 'dir');
  } catch (error) {
    fs.rmdirSync(target);
    throw error;
  }
}

function supervisorAddress(folder: string, run: string): string {
  if (process.platform !== 'win32') return path.join(run, 'supervisor.sock');
  return `\\\\.\\pipe\\interurban-${createHash('sha256').update(folder).digest('hex')}`;
}

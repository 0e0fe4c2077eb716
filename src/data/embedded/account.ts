import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { InterurbanError } from '../../errors';

/** The user that PostgreSQL runs as, where that is another one than ours: it refuses to run as root. */
export interface Account {
  uid: number;
  gid: number;
}

const names = ['postgres', 'node', 'nobody'];

/** Whom PostgreSQL runs as on a folder: undefined for ourselves, for root the folder's owner or a user without rights. */
export function accountFor(folder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = fs.statSync(folder);
  if (uid !== 0) return { uid, gid };
  const account = names.map(lookUp).find((found) => found !== undefined);
  if (account) return account;
  throw new InterurbanError(
    'EMBEDDED_DATABASE',
    `Expected a user whom PostgreSQL can run as, since it refuses root: found none of ${names.join(', ')}. ` +
      'Start as an ordinary user, or set DATABASE_URL.',
  );
}

function lookUp(name: string): Account | undefined {
  const id = (option: string): number =>
    Number(execFileSync('id', [option, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) >>> 0;
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined; // No such user here.
  }
}

/** Makes the account the owner of what we made for it. */
export function give(path: string, account: Account | undefined): void {
  if (account) fs.chownSync(path, account.uid, account.gid);
}

/** Whether the account can run the program: it may not be allowed to enter its folder. */
export function canRun(account: Account | undefined, program: string, args: string[]): boolean {
  return spawnSync(program, args, { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

export const canEnter = (account: Account | undefined, folder: string): boolean =>
  account === undefined || canRun(account, '/bin/sh', ['-c', 'cd "$0"', folder]);

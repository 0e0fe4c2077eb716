import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder that only this process uses, in memory where the system has such a place, and open for the database's user. */
export function createDataFolder(): string {
  const parent = fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();
  if (process.platform === 'linux') removeAbandoned(parent);
  const folder = fs.mkdtempSync(path.join(parent, `interurban-test-${process.pid}-`));
  fs.chmodSync(folder, 0o711);
  return folder;
}

/** Removes what test runs that were killed have left in memory. */
function removeAbandoned(parent: string): void {
  for (const name of fs.readdirSync(parent)) {
    const [, pid] = /^interurban-test-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !fs.existsSync(`/proc/${pid}`))
      fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

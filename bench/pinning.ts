import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import type pg from 'pg';

/**
 * Puts processes onto processors of their own, where the system allows: servers and PostgreSQL share one, so that what is measured is
 * the work of both; the load generator has the other.
 */
export class Pinning {
  readonly isPossible = os.platform() === 'linux' && os.availableParallelism() > 1 && hasTaskset();

  server(pid: number | undefined): void {
    this.pin(pid, 0);
  }

  load(pid: number | undefined): void {
    this.pin(pid, 1);
  }

  /** PostgreSQL's processes of now, and the one that starts the others. */
  async database(client: pg.Client): Promise<void> {
    if (!this.isPossible) return;
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const postmaster = parentOf(rows[0]!.pid);
    if (postmaster === undefined) return;
    this.server(postmaster);
    for (const child of childrenOf(postmaster)) this.server(child);
  }

  private pin(pid: number | undefined, processor: number): void {
    if (!this.isPossible || pid === undefined) return;
    execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(processor), String(pid)], {
      stdio: 'ignore',
    });
  }
}

function hasTaskset(): boolean {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The parent of a PostgreSQL process on this machine; undefined for one elsewhere. */
function parentOf(pid: number): number | undefined {
  const file = `/proc/${pid}/stat`;
  if (!fs.existsSync(file)) return undefined;
  const stat = fs.readFileSync(file, 'utf8');
  return stat.includes('(postgres)') ? Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) : undefined;
}

const childrenOf = (pid: number): number[] =>
  fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

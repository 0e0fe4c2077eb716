import type { World } from './world';

/** Waits until the connection to PostgreSQL with this process waits for a lock. */
export async function untilWaiting(world: Pick<World, 'sql'>, pid: number): Promise<void> {
  for (;;) {
    const [row] = await world.sql('SELECT FROM pg_locks WHERE pid = $1 AND NOT granted', [pid]);
    if (row) return;
  }
}

import pg from 'pg';
import type { World } from '../support/world';

/** Somebody else in the database, who holds locks until they are released. */
export async function holdLock(
  world: World,
  statement: string,
): Promise<{ client: pg.Client; release: () => Promise<void> }> {
  const client = new pg.Client(world.testDatabase.connection);
  await client.connect();
  await client.query('BEGIN');
  await client.query(statement);
  const release = async (): Promise<void> => {
    await client.query('COMMIT');
    await client.end();
  };
  return { client, release };
}

/** Resolves when this many transactions wait for a lock. */
export async function untilWaiting(world: World, count: number): Promise<void> {
  while ((await waitingIn(world)) < count);
}

/** Resolves when no more than so many transactions wait for a lock: the others have got it, or were ended. */
export async function untilNoMoreWait(world: World, count: number): Promise<void> {
  while ((await waitingIn(world)) > count);
}

async function waitingIn(world: World): Promise<number> {
  const [row] = await world.sql<{ count: string }>(
    `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return Number(row!.count);
}

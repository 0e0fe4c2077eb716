import type { EventLog } from '../../src/events/log';
import type { World } from './world';

/** Resolves when the log has told of a position. */
export async function reached(log: EventLog, position: number): Promise<void> {
  if (log.lastKnown >= position) return;
  await new Promise<void>((resolve) => {
    const stop = log.listen((head) => {
      if (head < position) return;
      stop();
      resolve();
    });
  });
}

/** Resolves to the last position when all that was committed by now has one, and the log has told of it. */
export async function settled(world: Pick<World, 'sql'>, log: EventLog): Promise<number> {
  const [row] = await world.sql<{ n: number }>(
    'SELECT (SELECT count(*) FROM event_inbox)::int + head::int AS n FROM event_log',
  );
  await reached(log, row!.n);
  return row!.n;
}

import type { Logger } from 'pino';
import sql from 'sql-template-tag';
import type { Database } from '../data/database';
import { messageOf } from '../errors';

const MAX_TIMER = 2 ** 31 - 1;

const untilMidnight = (now: Date): number =>
  Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1) - now.getTime();

/**
 * Memberships begin and lapse with the day, without any write: counts of members are made anew when the server starts and after
 * each midnight (UTC).
 * @returns what ends it
 */
export async function keepCounters(database: Database, logger: Logger): Promise<() => Promise<void>> {
  const recount = () => database.rows(sql`SELECT recount_memberships()`);
  let timer: NodeJS.Timeout;
  const schedule = (): void => {
    // A second later, so that the database's clock is past midnight too.
    timer = setTimeout(
      () => {
        recount().catch((error: unknown) =>
          logger.error({ reason: messageOf(error) }, 'members could not be counted anew'),
        );
        schedule();
      },
      Math.min(untilMidnight(new Date()) + 1000, MAX_TIMER),
    ).unref();
  };
  await recount();
  schedule();
  return () => {
    clearTimeout(timer);
    return Promise.resolve();
  };
}

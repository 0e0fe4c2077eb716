import type { Command } from 'commander';
import { loadConfig } from '../config';
import { InterurbanError } from '../errors';
import { onStop } from './signals';

/** How many events one statement removes at most. */
const BATCH = 10_000;

export function register(program: Command): void {
  const command = program.command('events').description('the log of what has happened');
  command
    .command('prune')
    .description('remove old events now; servers do it by themselves, every hour')
    .option('--older-than <days>', 'how old they are at least (default: EVENT_RETENTION_DAYS)')
    .action(prune);
  command
    .command('tail')
    .description('print events as lines of JSON, until Ctrl-C')
    .option('--after <cursor>', 'from there on; left out: what happens from now on')
    .action(tail);
}

async function prune({ olderThan }: { olderThan?: string }): Promise<void> {
  const config = loadConfig();
  const days = daysOf(olderThan ?? String(config.eventRetentionDays || ''));
  const { withClient } = require('../data/client') as typeof import('../data/client');
  const { removed, kept } = await withClient(config, async (client) => {
    let removed = 0;
    for (let n = BATCH; n === BATCH; removed += n) {
      const text = `SELECT prune_events(now() - $1 * interval '1 day', $2) AS n`;
      n = (await client.query<{ n: number }>(text, [days, BATCH])).rows[0]!.n;
    }
    const { rows } = await client.query<{ kept: string }>('SELECT head - pruned AS kept FROM event_log');
    return { removed, kept: Number(rows[0]!.kept) };
  });
  console.log(`Removed ${removed} events, kept ${kept}.`);
}

function daysOf(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  const got = text === '' ? 'none, and EVENT_RETENTION_DAYS keeps events for ever' : JSON.stringify(text);
  throw new InterurbanError('OPTION', `--older-than: expected a whole number of days from 0 to 99999, got ${got}`);
}

async function tail({ after }: { after?: string }): Promise<void> {
  const stopped = onStop();
  const { openDatabase } = require('../data/connect') as typeof import('../data/connect');
  const { createDatabase } = require('../data/database') as typeof import('../data/database');
  const { runMigrations } = require('../data/migrate') as typeof import('../data/migrate');
  const { printEvents } = require('./print-events') as typeof import('./print-events');
  const config = loadConfig();
  const { connection, stop } = await openDatabase(config);
  try {
    await runMigrations(connection);
    const database = createDatabase(connection, { ...config, poolSize: 1 });
    try {
      await printEvents(connection, database, { after, retentionDays: config.eventRetentionDays, stopped });
    } finally {
      await database.close();
    }
  } finally {
    await stop();
  }
}

import type pg from 'pg';
import { pino } from 'pino';
import { createDatabase } from '../../src/data/database';
import { appendEvents } from '../../src/events/append';
import { ChangeType } from '../../src/events/event';
import { EventLog } from '../../src/events/log';

// How many cities all writers fight for, and the longest that a slow transaction takes, in seconds.
const CITIES = 12;
const SLOW = 0.04;

/**
 * A server process as far as the log is concerned, with writers that never end: each changes a city, appends an event that tells how
 * often the city was changed, and prints it once it is committed. Some transactions are slow, some are rolled back.
 * Arguments: the connection as JSON, and how many writers.
 */
async function main([connection = '', writers = '']: string[]): Promise<void> {
  const database = createDatabase(JSON.parse(connection) as pg.ClientConfig, {
    poolSize: Number(writers),
    statementTimeout: 10_000,
  });
  const logger = pino({ level: 'error' }, pino.destination(2));
  const log = new EventLog(JSON.parse(connection) as pg.ClientConfig, database, { logger, retentionDays: 0 });
  await log.start();
  await Promise.all(Array.from({ length: Number(writers) }, () => write(database.pool, log)));
}

async function write(pool: pg.Pool, log: EventLog): Promise<never> {
  for (;;) {
    const client = await pool.connect();
    const slug = `city-${Math.floor(Math.random() * CITIES)}`;
    await client.query('BEGIN');
    const change = 'UPDATE city SET population = population + 1 WHERE slug = $1 RETURNING population AS n';
    const { rows } = await client.query<{ n: number }>(change, [slug]);
    const { n } = rows[0]!;
    if (Math.random() < 0.3) await client.query('SELECT pg_sleep($1)', [Math.random() * SLOW]);
    const event = { type: ChangeType.CITY_CHANGED, subject: { type: 'City', slug }, actor: null, detail: { n } };
    await appendEvents((text, values) => client.query(text, values), [event]);
    if (Math.random() < 0.3) await client.query('SELECT pg_sleep($1)', [Math.random() * SLOW]);
    const isKept = Math.random() < 0.9;
    await client.query(isKept ? 'COMMIT' : 'ROLLBACK');
    client.release();
    if (!isKept) continue;
    log.wake();
    process.stdout.write(`${slug} ${n}\n`);
  }
}

void main(process.argv.slice(2));

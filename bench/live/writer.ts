import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { now } from './protocol';

const SHARE = `
  WITH shared AS (
    INSERT INTO solution (slug, city_id, title, summary, original_locale, sector, status, visibility, published_at, links)
    SELECT 'live-' || i, (SELECT min(id) FROM city), 'Streets that hold the water of a cloudburst, ' || i,
      repeat('Parks and streets are built so that they flood in place of cellars. ', 3), 'en', 'ADAPTATION', 'PUBLISHED',
      'PUBLIC', now(), '{https://example.org/cloudburst}' FROM generate_series($1::int, $1::int + $2::int - 1) i
  )
  INSERT INTO event_inbox (type, subject_type, subject_slug)
  SELECT 'SOLUTION_SHARED', 'Solution', 'live-' || i FROM generate_series($1::int, $1::int + $2::int - 1) i ORDER BY i`;

/** Shares solutions, as another process of the same database does. */
export class Writer {
  private next = 0;

  constructor(private readonly client: pg.Client) {}

  async open(): Promise<void> {
    await this.client.connect();
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  /** Resolves when every event has its position. */
  async settled(): Promise<void> {
    while ((await this.client.query('SELECT FROM event_inbox LIMIT 1')).rows.length > 0) await delay(100);
  }

  /** So many in one transaction. Returns when each was committed, or a moment before. */
  async burst(count: number): Promise<number[]> {
    const at = await this.share(count);
    return Array.from({ length: count }, () => at);
  }

  /** So many, each in a transaction of its own. */
  async steady(count: number, interval: number): Promise<number[]> {
    const begun: number[] = [];
    for (let i = 0; i < count; i++) {
      begun.push(await this.share(1));
      await delay(interval);
    }
    return begun;
  }

  private async share(count: number): Promise<number> {
    await this.client.query('BEGIN');
    await this.client.query(SHARE, [this.next, count]);
    await this.client.query("SELECT pg_notify('event_appended', '')");
    this.next += count;
    const at = now();
    await this.client.query('COMMIT');
    return at;
  }
}

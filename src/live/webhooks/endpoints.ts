import { randomUUID } from 'node:crypto';
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { Database } from '../../data/database';
import type { LogEvent } from '../../events/event';
import type { WebhookViewer } from '../../subgraphs/platform';
import type { Answer } from '../../webhooks/send';

/** A webhook that this process delivers to. */
export interface Endpoint {
  rowId: number;
  /** Names this visit to it. */
  lease: string;
  slug: string;
  url: string;
  secret: string;
  document: string;
  operationName: string | null;
  variables: Record<string, unknown>;
  viewer: WebhookViewer;
  locales: readonly string[];
  /** The event up to which everything has a delivery, or is nothing for this webhook. */
  position: number;
}

/** An event that an endpoint is to be told of. */
export interface Delivery {
  rowId: number;
  /** What receivers know repeats by. */
  messageId: string;
  event: LogEvent;
  /** How often it was tried in vain. */
  attempts: number;
}

/** Thrown where an endpoint was deleted, or another process delivers to it by now: this one was too slow. */
export class LeaseLost extends Error {}

const OCCURRED_AT = `to_char(d.occurred_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * The webhooks and their deliveries, as the one process that delivers to an endpoint keeps them. It holds a lease on the endpoint's
 * row, which ends by itself when the process dies, and every statement holds only while the lease does.
 */
export class Endpoints {
  /**
   * @param leaseTime how long it may go without a statement before others take over, in milliseconds
   * @param retryPeriod for how long an event is tried, in seconds
   */
  constructor(
    private readonly database: Pick<Database, 'rows'>,
    private readonly leaseTime: number,
    private readonly retryPeriod: number,
  ) {}

  /** Takes endpoints that have something to do, and that nobody has. `head` is the log's last position. */
  async claim(limit: number, head: number): Promise<Endpoint[]> {
    const lease = randomUUID();
    const rows = await this.database.rows(sql`
      UPDATE webhook w SET lease = ${lease}, leased_until = ${this.leaseEnd()}
      FROM (SELECT c.id FROM webhook c WHERE c.status = 'ACTIVE' AND c.next_attempt_at <= now()
          AND (c.leased_until IS NULL OR c.leased_until <= now())
          AND (c.position < ${head}::bigint
            OR EXISTS (SELECT FROM webhook_delivery d WHERE d.webhook_id = c.id AND d.status = 'PENDING'))
        ORDER BY c.next_attempt_at LIMIT ${limit} FOR UPDATE SKIP LOCKED) due
      WHERE w.id = due.id
      RETURNING w.id, w.slug, w.url, w.secret, w.document, w.operation_name, w.variables, w.viewer, w.locales, w.position`);
    return rows.map((row) => {
      const [rowId, slug, url, secret, document, operationName, variables, viewer, locales, position] = row;
      const texts = { slug, url, secret, document, operationName };
      return { rowId, lease, ...texts, variables, viewer, locales, position } as Endpoint;
    });
  }

  /** The first delivery that an endpoint waits for; null where it waits for none. */
  async pending(endpoint: Endpoint): Promise<Delivery | null> {
    const rows = await this.database.rows(sql`
      WITH ${this.held(endpoint)}
      SELECT d.id, d.slug, d.position, d.type, d.subject_type, d.subject_slug, ${raw(OCCURRED_AT)}, d.attempts
      FROM held LEFT JOIN webhook_delivery d ON d.webhook_id = held.id AND d.status = 'PENDING'
      ORDER BY d.position LIMIT 1`);
    const [row] = this.checked(rows);
    if (row[0] === null) return null;
    const [rowId, messageId, position, type, subjectType, slug, occurredAt, attempts] = row;
    const event = { position, type, subject: { type: subjectType, slug }, occurredAt };
    return { rowId, messageId, event, attempts } as Delivery;
  }

  /** Begins to tell an endpoint of an event. All events before it are done with, or are nothing for it. */
  async begin(endpoint: Endpoint, event: LogEvent): Promise<Delivery> {
    const { position, type, subject, occurredAt } = event;
    const messageId = `${endpoint.slug}-${position}`;
    const rows = await this.database.rows(sql`
      WITH ${this.held(endpoint, sql`, position = ${position}::bigint`)}
      INSERT INTO webhook_delivery (slug, webhook_id, position, type, subject_type, subject_slug, occurred_at, expires_at)
      SELECT ${messageId}::text, held.id, ${position}::bigint, ${type}::text, ${subject.type}::text, ${subject.slug}::text,
        ${occurredAt}::timestamptz,
        greatest(${occurredAt}::timestamptz, held.active_since) + ${this.retryPeriod} * interval '1 second'
      FROM held RETURNING id`);
    return { rowId: this.checked(rows)[0][0] as number, messageId, event, attempts: 0 };
  }

  /** Notes that all events up to a position are done with, or are nothing for an endpoint. */
  async advance(endpoint: Endpoint, position: number): Promise<void> {
    this.checked(
      await this.database.rows(
        sql`WITH ${this.held(endpoint, sql`, position = ${position}::bigint`)} SELECT id FROM held`,
      ),
    );
  }

  /** Notes that a delivery was received. */
  async delivered(endpoint: Endpoint, delivery: Delivery, answer: Answer): Promise<void> {
    await this.record(endpoint, delivery, answer, sql`'DELIVERED'`);
  }

  /** Notes that a delivery has failed. It is dead once its time is over; until then it is tried again after the delay, in ms. */
  async failed(endpoint: Endpoint, delivery: Delivery, answer: Answer, delay: number): Promise<'PENDING' | 'DEAD'> {
    const verdict = sql`CASE WHEN now() >= d.expires_at THEN 'DEAD' ELSE 'PENDING' END`;
    // In the same statement: whoever sees that it has failed may change when it is tried again.
    const wait = sql`, next_attempt_at = (SELECT least(now() + ${delay} * interval '1 millisecond', d.expires_at)
      FROM webhook_delivery d WHERE d.id = ${delivery.rowId})`;
    const [[status]] = await this.record(endpoint, delivery, answer, verdict, wait);
    return status as 'PENDING' | 'DEAD';
  }

  /** Notes that an event is told no more: what it is about has vanished, or is hidden from the owner. */
  async skip(endpoint: Endpoint, delivery: Delivery): Promise<void> {
    const rows = await this.database.rows(sql`WITH ${this.held(endpoint)}
      UPDATE webhook_delivery d SET status = 'SKIPPED', attempted_at = now() FROM held
      WHERE d.id = ${delivery.rowId} RETURNING d.id`);
    this.checked(rows);
  }

  /** Tells an endpoint nothing more until its owner resumes it. */
  async disable({ rowId, lease }: Endpoint, reason: string): Promise<void> {
    await this.database.rows(sql`UPDATE webhook SET status = 'DISABLED', disabled_reason = ${reason}
      WHERE id = ${rowId} AND lease = ${lease}`);
  }

  /** Gives an endpoint back. */
  async release({ rowId, lease }: Endpoint): Promise<void> {
    await this.database.rows(sql`UPDATE webhook
      SET lease = NULL, leased_until = NULL, next_attempt_at = greatest(next_attempt_at, now())
      WHERE id = ${rowId} AND lease = ${lease}`);
  }

  /** Forgets deliveries that ended so many days ago. */
  async prune(days: number): Promise<void> {
    await this.database.rows(sql`DELETE FROM webhook_delivery
      WHERE status <> 'PENDING' AND attempted_at < now() - ${days} * interval '1 day'`);
  }

  /** @param changes of the endpoint, at the same moment */
  private record(
    endpoint: Endpoint,
    delivery: Delivery,
    { status, body, problem }: Answer,
    verdict: Sql,
    changes?: Sql,
  ) {
    return this.database
      .rows(
        sql`WITH ${this.held(endpoint, changes)}
        UPDATE webhook_delivery d SET status = ${verdict}, attempts = attempts + 1, attempted_at = now(),
          response_status = ${status}, response_body = ${status === null ? null : body}, problem = ${problem}
        FROM held WHERE d.id = ${delivery.rowId} RETURNING d.status`,
      )
      .then((rows) => this.checked(rows));
  }

  private leaseEnd(): Sql {
    return sql`now() + ${this.leaseTime} * interval '1 millisecond'`;
  }

  /** The endpoint, as `held`, while its lease holds, which begins anew. */
  private held({ rowId, lease }: Endpoint, changes: Sql = empty): Sql {
    return sql`held AS (UPDATE webhook SET leased_until = ${this.leaseEnd()}${changes}
      WHERE id = ${rowId} AND lease = ${lease} RETURNING id, active_since)`;
  }

  private checked<T>(rows: readonly T[]): readonly [T, ...T[]] {
    if (rows.length === 0) throw new LeaseLost();
    return rows as unknown as readonly [T, ...T[]];
  }
}

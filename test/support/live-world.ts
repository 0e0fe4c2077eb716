import type { Environment } from '../../src/config';
import { useHttpWorld, type HttpWorld } from './http';
import type { WorldOptions } from './world';

/** A solution as a test shares it. */
export interface SharedSolution {
  slug: string;
  title?: string;
  body?: string;
  city?: string;
  sector?: string;
  visibility?: 'PUBLIC' | 'MEMBERS';
  status?: 'PUBLISHED' | 'DRAFT';
  /** Slugs of networks. */
  networks?: string[];
}

/** A server whose log is followed, and cities that share solutions: row and event in one transaction, as everywhere. */
export class LiveWorld {
  constructor(readonly http: HttpWorld) {}

  get url(): string {
    return this.http.url;
  }

  get graphql(): string {
    return `${this.http.url}/graphql`;
  }

  /** Shares solutions in one transaction, in their order. */
  async share(...solutions: (SharedSolution | string)[]): Promise<void> {
    const rows = solutions.map((one) => (typeof one === 'string' ? { slug: one } : one));
    const client = await this.http.world.database.pool.connect();
    try {
      await client.query('BEGIN');
      for (const row of rows) {
        const {
          slug,
          title = slug,
          city = 'london',
          sector = 'WATER',
          visibility = 'PUBLIC',
          status = 'PUBLISHED',
        } = row;
        await client.query(SHARE, [slug, title, city, sector, visibility, status, row.networks ?? [], row.body]);
      }
      await client.query('COMMIT');
    } finally {
      client.release();
    }
    this.http.world.services.log.wake();
  }

  /** Appends an event, as writers do. */
  async announce(type: string, subjectType: string, slug: string): Promise<void> {
    await this.http.world.sql('SELECT announce($1, $2, $3)', [type, subjectType, slug]);
    this.http.world.services.log.wake();
  }

  /** The cursor of the log's end, once all that was appended has its place in it. */
  async cursor(): Promise<string> {
    const { log } = this.http.world.services;
    const [row] = await this.http.world.sql<{ end: number }>(
      'SELECT (head + (SELECT count(*) FROM event_inbox))::int AS end FROM event_log',
    );
    log.wake();
    await this.reached(row!.end);
    return log.cursorOf(row!.end);
  }

  /** Resolves when this many events have their positions, and this process knows. */
  async reached(count: number): Promise<void> {
    const { log } = this.http.world.services;
    if (log.lastKnown >= count) return;
    await new Promise<void>((resolve) => {
      const stop = log.listen((head) => {
        if (head < count) return;
        stop();
        resolve();
      });
    });
  }
}

const SHARE = `WITH new AS (
    INSERT INTO solution (slug, city_id, title, summary, original_locale, sector, status, visibility, body,
      published_at)
    VALUES ($1, (SELECT id FROM city WHERE slug = $3), $2, 'What we did.', 'en', $4, $6, $5, $8, now()) RETURNING id
  ), shared AS (
    INSERT INTO solution_network (solution_id, network_id) SELECT new.id, n.id FROM new, network n WHERE n.slug = ANY ($7)
  )
  INSERT INTO event_inbox (type, subject_type, subject_slug) VALUES ('SOLUTION_SHARED', 'Solution', $1)`;

/** A live server for the tests of one file. The events of its data package are in the log when the tests begin. */
export function useLiveWorld(environment?: () => Environment, options?: WorldOptions): LiveWorld {
  const world = new LiveWorld(useHttpWorld(environment, { followsLog: true, poolSize: 8, ...options }));
  beforeAll(() => world.cursor());
  return world;
}

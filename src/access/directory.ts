import sql, { raw } from 'sql-template-tag';
import type { Database } from '../data/database';
import type { Referred } from './viewer';

/** How long a row is known by its slug, in milliseconds. */
const MAX_AGE = 60_000;
const MAX_ENTRIES = 10_000;

/** Finds the cities and networks that tokens name, and remembers them for a minute. */
export class Directory {
  private readonly known = new Map<string, { row: Referred; until: number }>();

  constructor(private readonly database: Database) {}

  /** The city with this slug, be it a former one; null where there is none. */
  async city(slug: string): Promise<Referred | null> {
    const [row] = await this.find('city', [slug]);
    return row ?? (await this.cityOnceCalled(slug));
  }

  /** The networks with these slugs, by row id; without those that are not there. */
  async networks(slugs: readonly string[]): Promise<Referred[]> {
    return (await this.find('network', slugs)).sort((a, b) => a.rowId - b.rowId);
  }

  private async cityOnceCalled(slug: string): Promise<Referred | null> {
    if (slug.includes('\0')) return null;
    const [row] = await this.database.rows(
      sql`SELECT c.id, c.slug FROM city_former_key f JOIN city c ON c.id = f.city_id
        WHERE f.scheme = 'SLUG' AND f.value = ${slug}`,
    );
    return row ? { rowId: row[0] as number, slug: row[1] as string } : null;
  }

  private async find(table: 'city' | 'network', slugs: readonly string[]): Promise<Referred[]> {
    const now = Date.now();
    const remembered = slugs.map((slug) => this.known.get(`${table} ${slug}`)).filter((entry) => entry !== undefined);
    const found = remembered.filter(({ until }) => until > now).map(({ row }) => row);
    const missing = slugs.filter((slug) => !found.some((row) => row.slug === slug));
    if (missing.length === 0) return found;
    // A slug has no NUL character, which PostgreSQL would refuse.
    const rows = await this.database.rows(
      sql`SELECT id, slug FROM ${raw(table)} WHERE slug = ANY (${missing.filter((slug) => !slug.includes('\0'))}::text[])`,
    );
    if (this.known.size + rows.length > MAX_ENTRIES) this.known.clear();
    for (const [rowId, slug] of rows as [number, string][]) {
      const row = { rowId, slug };
      this.known.set(`${table} ${slug}`, { row, until: now + MAX_AGE });
      found.push(row);
    }
    return found;
  }
}

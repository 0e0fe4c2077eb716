import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { LRUCache } from 'lru-cache';
import type { Database } from '../../data/database';
import { columnsOf, type Cell, type Row } from '../table';

/** What is known of a city beside its id and slug. */
export const FACT_COLUMNS = columnsOf({
  name: 'text',
  country: 'text',
  region: 'text',
  population: 'integer',
  latitude: 'number',
  longitude: 'number',
  wikidataId: 'text',
  geonamesId: 'text',
  unlocode: 'text',
});

const UNKNOWN: Row = FACT_COLUMNS.map((): Cell => null);

/** The facts of some thousand cities, by slug: rows of a slug and facts as JSON, and the last slug. */
export interface FactsPage {
  last: string;
  rows: Buffer;
}

const PAGE_SIZE = 5000;

// Of as many versions as the engine holds at least.
const HELD_VERSIONS = 8;

/** What was known of all cities at a moment. */
export class Facts {
  /** Of their text. */
  readonly digest: string;

  constructor(private readonly pages: readonly FactsPage[]) {
    const hash = createHash('sha256');
    for (const { rows } of pages) hash.update(rows);
    this.digest = hash.digest('base64url');
  }

  /** Finds what is known of cities, whose slugs it is asked for in their order; of those that are gone nothing is. */
  finder(): (slug: string) => Row {
    const { pages } = this;
    let page = 0;
    let at = 0;
    let rows: Row[] | undefined;
    return (slug) => {
      while (page < pages.length && pages[page]!.last < slug) {
        page++;
        at = 0;
        rows = undefined;
      }
      if (page === pages.length) return UNKNOWN;
      rows ??= JSON.parse(pages[page]!.rows.toString()) as Row[];
      while ((rows[at]![0] as string) < slug) at++;
      const [found, ...facts] = rows[at]!;
      return found === slug ? facts : UNKNOWN;
    };
  }
}

/**
 * What is known of cities, for exports: read once for each version of the graph, so that the same version gives the same bytes, and
 * kept as text, some 120 bytes a city.
 */
export class CityFacts {
  private readonly versions = new LRUCache<string, Promise<Facts>>({ max: HELD_VERSIONS });

  constructor(private readonly database: Database) {}

  of(version: string): Promise<Facts> {
    const known = this.versions.get(version);
    if (known) return known;
    const facts = this.read().then((pages) => new Facts(pages));
    this.versions.set(version, facts);
    facts.catch(() => this.versions.delete(version));
    return facts;
  }

  private async read(): Promise<FactsPage[]> {
    const pages: FactsPage[] = [];
    for (let last = ''; ; last = pages.at(-1)!.last) {
      const found = await this.database.rows(
        sql`SELECT c.slug, c.name, k.code, c.region, c.population, c.latitude, c.longitude, c.wikidata_id, c.geonames_id, c.unlocode
          FROM city c JOIN country k ON k.id = c.country_id WHERE c.slug > ${last} ORDER BY c.slug LIMIT ${PAGE_SIZE}`,
      );
      if (found.length > 0) pages.push({ last: found.at(-1)![0] as string, rows: Buffer.from(JSON.stringify(found)) });
      if (found.length < PAGE_SIZE) return pages;
    }
  }
}

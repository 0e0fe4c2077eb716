import sql from 'sql-template-tag';
import type { Database } from '../../data/database';
import { positionOf } from '../../insights/graph/graph';

/** Figures that were computed elsewhere of a version of the graph: where they are from, and that of each city. */
export interface AttachedResult {
  name: string;
  version: string;
  source: string;
  attachedAt: string;
  /** By row id; null for a city that has none. */
  valueOf: (city: number) => number | null;
}

/** All attached figures, by name; of each name, those of the latest version. */
export async function readAttachedResults(database: Database): Promise<AttachedResult[]> {
  const results = await database.rows(
    sql`SELECT DISTINCT ON (name) id, name, version::text, source, attached_at::text FROM graph_result ORDER BY name, version DESC`,
  );
  return Promise.all(
    results.map(async ([id, name, version, source, attachedAt]) => {
      const rows = await database.rows(
        sql`SELECT city_id, value FROM graph_result_value WHERE result_id = ${id} ORDER BY city_id`,
      );
      const cities = Int32Array.from(rows, ([city]) => city as number);
      const values = Float64Array.from(rows, ([, value]) => value as number);
      const valueOf = (city: number): number | null => {
        const at = positionOf(cities, city);
        return at === undefined ? null : values[at]!;
      };
      return { name, version, source, attachedAt, valueOf } as AttachedResult;
    }),
  );
}

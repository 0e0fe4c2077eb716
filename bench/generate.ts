import pg from 'pg';
import { inBulk } from './generate/bulk';
import { fillCollaborations } from './generate/collaborations';
import { Filling } from './generate/filling';
import { fillNetworks } from './generate/networks';
import { fillPlaces } from './generate/places';
import { fillSolutions } from './generate/solutions';

export interface GenerateOptions {
  /** 1 for 13,000 cities and 200,000 collaborations, a fraction for fewer. Default: 1 */
  size?: number;
}

/**
 * Fills a migrated database with invented rows, the same ones each time, shaped like real ones: real cities from the gazetteer, a few
 * very active and most hardly so, dates from 2005 to 2026 of which some are unknown. Rows that are there already become part of
 * the picture.
 */
export async function generate(connection: pg.ClientConfig, { size = 1 }: GenerateOptions = {}): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('BEGIN');
    const filling = new Filling(client, size);
    await inBulk(filling, async () => {
      const places = await fillPlaces(filling);
      const networks = await fillNetworks(filling, places);
      await fillSolutions(filling, places, networks);
      await fillCollaborations(filling, places, networks);
    });
    await moveSequences(filling);
    await client.query('COMMIT');
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
}

/** Rows that are added later get ids behind the generated ones. */
async function moveSequences(filling: Filling): Promise<void> {
  const tables = (await filling.rows(`
    SELECT table_name FROM information_schema.columns WHERE table_schema = current_schema() AND identity_generation = 'BY DEFAULT'`)) as [
    string,
  ][];
  for (const [table] of tables)
    await filling.rows(
      `SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT coalesce(max(id), 1) FROM ${table}))`,
    );
}

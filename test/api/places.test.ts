import { addCrowd } from '../support/crowd';
import { useWorld } from '../support/world';

const world = useWorld();

interface Place {
  slug: string;
  location: { latitude: number; longitude: number } | null;
}

let places: Place[];
beforeAll(async () => {
  await addCrowd(world, 70); // All over the globe.
  const data = await world.ask('{ cities(first: 100) { nodes { slug location { latitude longitude } } } }');
  places = data.cities.nodes;
});

async function found(filter: object): Promise<string[]> {
  const document = 'query ($f: CityFilter) { cities(first: 100, filter: $f) { nodes { slug } } }';
  const data = await world.ask(document, { variables: { f: filter } });
  return data.cities.nodes.map(({ slug }: Place) => slug);
}

/** Kilometres along the surface of a sphere with the Earth's mean radius. */
function distance(
  one: { latitude: number; longitude: number },
  other: { latitude: number; longitude: number },
): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [dLat, dLon] = [radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)];
  const a =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(dLon / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(a)));
}

describe('within a radius', () => {
  test.each([
    ['London', 51.5072, -0.1275, [1, 343, 344, 1000, 6000, 15000]],
    ['beside the antimeridian', -17, 179.9, [150, 1200, 1300, 4000]],
    ['the North Pole', 90, 0, [100, 4000, 10010]],
    ['the South Pole', -90, 180, [100, 2000, 10010]],
    ['the equator', 0, 0, [10, 1112, 20038]],
  ])('%s', async (_name, latitude, longitude, radii) => {
    const near = (radiusKm: number) =>
      places.filter(({ location }) => location && distance({ latitude, longitude }, location) <= radiusKm);
    for (const radiusKm of radii) {
      const expected = near(radiusKm).map(({ slug }) => slug);
      expect(await found({ within: { latitude, longitude, radiusKm } })).toEqual(expected);
    }
    expect(near(radii.at(-1)!).length).toBeGreaterThan(0);
  });

  test('where a city lies is unknown, it is near nothing', async () => {
    const everywhere = await found({ within: { latitude: 0, longitude: 0, radiusKm: 20_038 } });
    expect(everywhere).not.toContain('mombasa');
    expect(everywhere).toHaveLength(places.filter(({ location }) => location).length);
  });
});

describe('in a box', () => {
  test.each([
    [{ south: -90, north: 90, west: -180, east: 180 }, () => true],
    [
      { south: 0, north: 60, west: -10, east: 20 },
      (lat: number, lon: number) => lat >= 0 && lat <= 60 && lon >= -10 && lon <= 20,
    ],
    [
      { south: -20, north: 0, west: 170, east: -170 },
      (lat: number, lon: number) => lat >= -20 && lat <= 0 && (lon >= 170 || lon <= -170),
    ],
    [{ south: -90, north: 90, west: 180, east: -180 }, (_: number, lon: number) => Math.abs(lon) === 180],
    [{ south: 48.8566, north: 48.8566, west: 2.3522, east: 2.3522 }, (lat: number) => lat === 48.8566],
  ])('%j', async (boundingBox, isInside) => {
    const expected = places.filter(({ location }) => location && isInside(location.latitude, location.longitude));
    expect(await found({ boundingBox })).toEqual(expected.map(({ slug }) => slug));
  });

  test('across the antimeridian it has Fiji and Samoa, and not London', async () => {
    const box = await found({ boundingBox: { south: -20, north: 0, west: 170, east: -170 } });
    expect(box).toEqual(expect.arrayContaining(['apia', 'suva']));
    expect(box).not.toContain('london');
  });
});

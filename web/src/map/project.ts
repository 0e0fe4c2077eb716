import { geoEqualEarth, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import { HEIGHT, WIDTH, type Place } from './size';

const MARGIN = 40;

/** Nearer than this many times the whole world it gets coarse: the outlines are those of a small map. */
const MAX_ZOOM = 8;

/** The whole world without the Antarctic, on which no city lies. Equal Earth shows areas in their true proportion. */
function worldProjection(): GeoProjection {
  const inhabited: GeoPermissibleObjects = {
    type: 'MultiPoint',
    coordinates: [
      [-179, 0],
      [179, 0],
      [0, 76],
      [0, -56],
    ],
  };
  return geoEqualEarth().fitExtent(
    [
      [4, 4],
      [WIDTH - 4, HEIGHT - 4],
    ],
    inhabited,
  );
}

/** A projection onto the drawing: of the world or, with `fit`, of the part of it where the places lie. */
export function projectionOf(places: readonly Place[], fit: boolean): GeoProjection {
  const world = worldProjection();
  if (!fit || places.length === 0) return world;
  const fitted = geoEqualEarth().fitExtent(
    [
      [MARGIN, MARGIN],
      [WIDTH - MARGIN, HEIGHT - MARGIN],
    ],
    { type: 'MultiPoint', coordinates: places.map(({ longitude, latitude }) => [longitude, latitude]) },
  );
  const limit = world.scale() * MAX_ZOOM;
  if (fitted.scale() < world.scale()) return world;
  if (fitted.scale() <= limit) return fitted;
  return centred(geoEqualEarth().scale(limit), places);
}

/** The same scale, with the middle of the places in the middle of the drawing. */
function centred(projection: GeoProjection, places: readonly Place[]): GeoProjection {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle = projection.translate([0, 0])([
    mean(places.map(({ longitude }) => longitude)),
    mean(places.map(({ latitude }) => latitude)),
  ]);
  return projection.translate([WIDTH / 2 - (middle?.[0] ?? 0), HEIGHT / 2 - (middle?.[1] ?? 0)]);
}

/** An SVG path of a shape of the globe. */
export const pathOf = (projection: GeoProjection, shape: GeoPermissibleObjects): string =>
  geoPath(projection).digits(1)(shape) ?? '';

/** The shortest way between two places. */
export const arc = (from: Place, to: Place): GeoPermissibleObjects => ({
  type: 'LineString',
  coordinates: [
    [from.longitude, from.latitude],
    [to.longitude, to.latitude],
  ],
});

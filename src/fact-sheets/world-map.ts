import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import land110m from 'world-atlas/land-110m.json';
import { element, type Xml } from '../xml';

/** A city on the map. */
export interface Place {
  latitude: number;
  longitude: number;
  isLead: boolean;
}

const WIDTH = 720;
// Without the ice around the South Pole, where no city is.
const HEIGHT = 314;
const ANTARCTIC_CIRCLE = -60;

const COLOURS = { sea: '#f5f8f8', land: '#dfe5e6', member: '#0b6e74', lead: '#c2410c', edge: '#ffffff' };

// Turned a little to the east, so that the edge of the map cuts through the Bering Strait and not through land.
const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, { type: 'Sphere' });

const decimal = (value: number): string => String(Math.round(value * 10) / 10);

const path = geoPath(projection).digits(1);

const sea = path({ type: 'Sphere' })!;

let landPath: string | undefined;

/** The outline of all land, as an SVG path. It is the same for every map. */
function land(): string {
  if (landPath !== undefined) return landPath;
  const topology = land110m as unknown as Parameters<typeof feature>[0];
  const found = feature(topology, topology.objects['land']!);
  const polygons = ('features' in found ? found.features : [found]).flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [],
  );
  const isInhabited = (rings: number[][][]): boolean => rings[0]!.some(([, latitude]) => latitude! > ANTARCTIC_CIRCLE);
  return (landPath = path({ type: 'MultiPolygon', coordinates: polygons.filter(isInhabited) }) ?? '');
}

function dot({ latitude, longitude, isLead }: Place): Xml[] {
  const at = projection([longitude, latitude]);
  if (!at) return [];
  const centre = { cx: decimal(at[0]), cy: decimal(at[1]) };
  const fill = isLead ? COLOURS.lead : COLOURS.member;
  const edge = { stroke: COLOURS.edge, 'stroke-width': '1' };
  const circle = element('circle', { ...centre, r: isLead ? '4.5' : '3.6', fill, ...edge });
  const ring = element('circle', { ...centre, r: '7.5', fill: 'none', stroke: COLOURS.lead, 'stroke-width': '1.4' });
  return isLead ? [circle, ring] : [circle];
}

/** A map of the world with a dot for each place, as an SVG document. Leads are drawn last, above the others. */
export function worldMap(places: readonly Place[]): string {
  const order = [...places].sort((a, b) => Number(a.isLead) - Number(b.isLead));
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
    element('path', { d: sea, fill: COLOURS.sea }),
    element('path', { d: land(), fill: COLOURS.land }),
    ...order.flatMap(dot),
  ).markup;
}

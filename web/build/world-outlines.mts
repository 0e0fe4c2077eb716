import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoEqualEarth, geoPath } from 'd3-geo';
import { merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';

type World = Topology<{ countries: GeometryCollection }>;

/** By its number in ISO 3166-1. No city lies there. */
const ANTARCTICA = '010';

const ID = 'virtual:world-outlines';

/** Units for a radian at the equator: a tenth of a pixel where the world is as wide as a page. */
const SCALE = 2000;

/** The module `virtual:world-outlines`: land and borders as paths in Equal Earth, so that browsers need not project them. */
export const worldOutlines: Plugin = {
  name: 'world-outlines',
  resolveId: (id) => (id === ID ? `\0${ID}` : null),
  load(id) {
    if (id !== `\0${ID}`) return null;
    const exported = Object.entries({ scale: SCALE, ...drawn() });
    return exported.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join('\n');
  },
};

function drawn(): { land: string; borders: string } {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-110m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as World;
  const countries = topology.objects.countries.geometries.filter(({ id }) => id !== ANTARCTICA) as (
    Polygon | MultiPolygon
  )[];
  const path = geoPath(geoEqualEarth().scale(SCALE).translate([0, 0]).precision(5)).digits(0);
  return {
    land: asSteps(path(merge(topology, countries)) ?? ''),
    borders: asSteps(path(mesh(topology, topology.objects.countries, (a, b) => a !== b)) ?? ''),
  };
}

/** The same path, each point as its distance from the one before it: half as long. */
function asSteps(path: string): string {
  let [at, start] = [
    [0, 0],
    [0, 0],
  ];
  return path.replace(/([ML])([\d-]+),([\d-]+)|Z/g, (part, command: string, x: string, y: string) => {
    if (part === 'Z') {
      at = start;
      return 'z';
    }
    const to = [Number(x), Number(y)];
    const step = [to[0]! - at[0]!, to[1]! - at[1]!];
    at = to;
    if (command === 'M') start = to;
    return `${command.toLowerCase()}${step.join(',')}`;
  });
}

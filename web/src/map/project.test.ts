import { HEIGHT, WIDTH } from './size';
import { arc, pathOf, projectionOf } from './project';

const quito = { latitude: -0.18, longitude: -78.47 };
const oslo = { latitude: 59.91, longitude: 10.75 };
const suva = { latitude: -18.14, longitude: 178.44 };

test.each([
  ['the world', [], false],
  ['cities of the whole world', [quito, oslo, suva], true],
  ['two cities', [quito, oslo], true],
  ['one city', [oslo], true],
] as const)('on a map of %s, its places are on the drawing', (_what, places, fit) => {
  const projection = projectionOf(places, fit);
  for (const { longitude, latitude } of places.length === 0 ? [quito, oslo, suva] : places) {
    const [x = -1, y = -1] = projection([longitude, latitude]) ?? [];
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(WIDTH);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(HEIGHT);
  }
});

test('one city is in the middle, no nearer than the outlines are good for', () => {
  const projection = projectionOf([oslo], true);
  const [x, y] = projection([oslo.longitude, oslo.latitude]) ?? [];
  expect([Math.round(x ?? 0), Math.round(y ?? 0)]).toEqual([WIDTH / 2, HEIGHT / 2]);
  expect(projection.scale() / projectionOf([], false).scale()).toBeCloseTo(8);
});

test('a line between two cities is the shortest way on the globe, which is a curve on the map', () => {
  expect(pathOf(projectionOf([], false), arc(quito, oslo)).match(/L/g)?.length).toBeGreaterThan(3);
});

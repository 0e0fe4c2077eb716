import { arrange, type LayoutInput } from './layout';

/** Two groups of six, each linked throughout, and one link between them. */
function twoGroups(): LayoutInput {
  const members = Array.from({ length: 12 }, (_, node) => node);
  const pairs = members.flatMap((a) =>
    members.filter((b) => a < b && Math.floor(a / 6) === Math.floor(b / 6)).flatMap((b) => [a, b]),
  );
  return {
    communities: Uint32Array.from(members, (node) => Math.floor(node / 6)),
    pairs: Uint32Array.from([...pairs, 0, 6]),
  };
}

test('the same graph is always arranged in the same way', () => {
  expect(arrange(twoGroups())).toEqual(arrange(twoGroups()));
});

test('communities stand apart', () => {
  const positions = arrange(twoGroups());
  const distance = (a: number, b: number) =>
    Math.hypot(positions[2 * a]! - positions[2 * b]!, positions[2 * a + 1]! - positions[2 * b + 1]!);
  expect(positions.every(Number.isFinite)).toBe(true);
  for (let node = 1; node < 6; node++) {
    const toOwn = Math.max(...[1, 2, 3, 4, 5].map((other) => distance(node, other)));
    const toOthers = Math.min(...[7, 8, 9, 10, 11].map((other) => distance(node, other)));
    expect(toOwn).toBeLessThan(toOthers);
  }
});

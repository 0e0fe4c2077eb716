import { History } from './history';

let now = 0;
let history: History;
beforeEach(() => {
  now = 0;
  history = new History(1000, () => now);
  history.add(100, 0);
});

test('a replica is as old as the last moment of the primary that it has all of', () => {
  now = 500;
  history.add(200, 500);
  now = 700;
  expect([99, 100, 199, 200, 300].map((replayed) => history.lag(replayed))).toEqual([Infinity, 700, 700, 200, 200]);
});

test('a position is as old as the first moment at which the primary had it', () => {
  now = 500;
  history.add(200, 500);
  now = 700;
  expect([50, 100, 101, 200, 201].map((position) => history.age(position))).toEqual([700, 700, 200, 200, 0]);
});

test('what is longer ago than matters is forgotten, but for the last of it', () => {
  for (now = 0; now <= 10_000; now += 100) history.add(100 + now, now);
  now = 10_000;
  expect(history.lag(9_000)).toBe(Infinity);
  expect(history.lag(9_100)).toBe(1000);
  expect(history.age(5)).toBe(1000);
});

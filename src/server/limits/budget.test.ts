import { Budget } from './budget';

let time = 0;
const budget = new Budget(600, () => time);

beforeEach(() => (time += 60_000));

test('what is spent comes back steadily', () => {
  expect([budget.spend('a', 500), budget.left('a')]).toEqual([0, 100]);
  expect(budget.spend('a', 150)).toBe(5);
  expect(budget.left('a')).toBe(100); // What is refused costs nothing.
  time += 5000;
  expect([budget.spend('a', 150), budget.left('a')]).toEqual([0, 0]);
  time += 600_000;
  expect(budget.left('a')).toBe(600);
});

test('each caller has its own', () => {
  budget.spend('b', 600);
  expect([budget.left('b'), budget.left('c')]).toEqual([0, 600]);
});

test('what costs more than a minute’s budget waits for a full one, and is paid off later', () => {
  budget.spend('d', 1);
  expect(budget.spend('d', 1500)).toBe(1);
  time += 1000;
  expect(budget.spend('d', 1500)).toBe(0);
  expect(budget.left('d')).toBe(-900);
  expect(budget.spend('d', 1)).toBe(91);
});

test('what is spent elsewhere is taken whatever is left, and paid off later', () => {
  expect(budget.spend('e', 100)).toBe(0);
  budget.take('e', 600);
  expect([budget.left('e'), budget.spend('e', 1)]).toEqual([-100, 11]);
});

import { cascade, type CascadeRecord } from '../../src/insights/cascade';

const record = (city: number, learnedFrom: number | null, isStopped = false): CascadeRecord => ({
  city,
  learnedFrom,
  isStopped,
});

test('nobody took it up', () =>
  expect(cascade(1, [])).toEqual({ depths: [], byGeneration: [], size: 0, stoppedCount: 0 }));

test('generations are counted from the origin', () => {
  const records = [record(2, 1), record(3, 1), record(4, 2), record(5, 4)];
  expect(cascade(1, records)).toEqual({ depths: [1, 1, 2, 3], byGeneration: [2, 1, 1], size: 4, stoppedCount: 0 });
});

test('what is not declared is not inferred', () => {
  const records = [record(2, null), record(3, 2), record(4, 9)];
  expect(cascade(1, records)).toEqual({ depths: [null, null, null], byGeneration: [], size: 3, stoppedCount: 0 });
});

test('who stopped does not count, but may have been learnt from', () => {
  const records = [record(2, 1, true), record(3, 2)];
  expect(cascade(1, records)).toEqual({ depths: [1, 2], byGeneration: [0, 1], size: 1, stoppedCount: 1 });
});

test('a circle has no depth', () => {
  const records = [record(2, 3), record(3, 2), record(4, 2), record(5, 1)];
  expect(cascade(1, records).depths).toEqual([null, null, null, 1]);
});

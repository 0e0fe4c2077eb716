import { scaleOf } from './scale';

const TODAY = '2026-01-01';

test('begins with the year of the earliest date and ends today', () => {
  const { bar, ticks } = scaleOf([{ start: '2016-07-01', end: null }], TODAY)!;
  expect(ticks[0]).toEqual({ year: 2016, at: 0 });
  expect(bar({ start: '2016-01-01', end: null })).toEqual({ from: 0, to: 1, isOpenStart: false, isOpenEnd: true });
  expect(bar({ start: '2016-01-01', end: '2021-01-01' }).to).toBeCloseTo(0.5, 2);
  expect(bar({ start: null, end: '2021-01-01' })).toMatchObject({ from: 0, isOpenStart: true, isOpenEnd: false });
});

test('has a few ticks, however long it is', () => {
  expect(scaleOf([{ start: '1900-01-01', end: null }], TODAY)!.ticks.length).toBeLessThanOrEqual(7);
  expect(scaleOf([{ start: '2025-02-02', end: null }], TODAY)!.ticks.map(({ year }) => year)).toEqual([2025, 2026]);
});

test('reaches to an end that lies ahead', () => {
  expect(
    scaleOf([{ start: '2020-01-01', end: '2030-01-01' }], TODAY)!.bar({ start: '2020-01-01', end: '2030-01-01' }).to,
  ).toBe(1);
});

test('there is none without a date', () => {
  expect(scaleOf([{ start: null, end: null }], TODAY)).toBeNull();
});

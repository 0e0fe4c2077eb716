import { byYear, treeOf, until, type Branch, type Link } from './cascade';

const step = (to: string, from: string | null, adoptedOn: string | null = null): Link => ({
  from: from === null ? null : { id: from },
  to: { id: to, name: to },
  adoption: { id: `${from ?? '?'}-${to}`, adoptedOn },
});

const written = (branches: readonly Branch<Link>[]): unknown[] =>
  branches.map(({ step, branches }) => [step.to.name, ...written(branches)]);

test('a tree from the origin on, and beside it who has not said from whom', () => {
  const steps = [step('bogota', 'curitiba'), step('jakarta', 'bogota'), step('quito', null), step('lima', 'quito')];
  const tree = treeOf('curitiba', [...steps, step('lagos', 'atlantis')]);
  expect(written(tree.branches)).toEqual([['bogota', ['jakarta']]]);
  expect(written(tree.unattached)).toEqual([['quito', ['lima']], ['lagos']]);
});

test('cities that name one another do not make it endless', () => {
  const circle = [step('a', 'origin'), step('b', 'a'), step('a', 'b')];
  expect(written(treeOf('origin', circle).branches)).toEqual([['a', ['b']]]);
});

test('without an origin everything is beside the tree', () => {
  expect(treeOf(undefined, [step('a', null)])).toMatchObject({
    branches: [],
    unattached: [{ step: { to: { id: 'a' } } }],
  });
});

test('years without any are told, undated ones are not', () => {
  const steps = [
    step('a', null, '2001-05-01'),
    step('b', null, '2003-01-01'),
    step('c', null, '2003-09-09'),
    step('d', null),
  ];
  expect(byYear(steps)).toEqual([
    { year: 2001, count: 1 },
    { year: 2002, count: 0 },
    { year: 2003, count: 2 },
  ]);
  expect(byYear([step('d', null)])).toEqual([]);
});

test('up to a year; all, undated ones too, without one', () => {
  const steps = [step('a', null, '2001-05-01'), step('b', null, '2003-01-01'), step('d', null)];
  expect(until(steps, 2001).map(({ to }) => to.id)).toEqual(['a']);
  expect(until(steps, null)).toHaveLength(3);
});

import { buildSchema } from 'graphql';
import { mergedSchema } from '../../src/schema/merged';
import { keysOf, modulesOf, objectTypes, ownerOf, unowned } from '../../src/schema/ownership';
import { MODULES } from '../../src/subgraphs/owned-by';

const schema = mergedSchema();
const type = (name: string) => objectTypes(schema).find((each) => each.name === name)!;

test('every field has an owner', () => {
  expect(unowned(schema)).toEqual([]);
});

test('a field without an owner is named, and how to mend it', () => {
  const forgetful = buildSchema(
    'type Query { moon: Moon } type Moon implements Node { id: ID! } interface Node { id: ID! } type Value { a: Int }',
  );
  expect(unowned(forgetful)).toEqual([
    "Nobody owns Query.moon: write @OwnedBy('MODULE') above @Resolver of its class.",
    "Nobody owns Moon: write @OwnedBy('MODULE') above @ObjectType of class Moon.",
  ]);
});

test('a field belongs to the module that resolves it, whosever type it stands on', () => {
  expect(ownerOf(type('City'), 'population')).toBe('cities');
  expect(ownerOf(type('City'), 'networks')).toBe('networks');
  expect(ownerOf(type('City'), 'solutions')).toBe('solutions');
  expect(ownerOf(type('City'), 'peers')).toBe('collaborations');
  expect(ownerOf(type('Network'), 'overlaps')).toBe('networks');
  expect(ownerOf(type('Initiative'), 'solutions')).toBe('solutions');
  expect(ownerOf(type('Query'), 'node')).toBe('platform');
  expect(ownerOf(type('Query'), 'solutions')).toBe('solutions');
});

test('entities have keys, values have none', () => {
  expect(keysOf(type('City'))).toEqual(['id', 'wikidataId', 'geonamesId', 'unlocode']);
  expect(keysOf(type('Country'))).toEqual(['id', 'code']);
  expect(keysOf(type('CityEdge'))).toEqual([]);
  for (const entity of objectTypes(schema))
    expect(Object.keys(entity.getFields())).toEqual(expect.arrayContaining([...keysOf(entity)]));
});

test('all modules that own something are known', () => {
  expect(MODULES).toEqual(expect.arrayContaining(modulesOf(schema)));
});

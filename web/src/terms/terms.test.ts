import fs from 'node:fs';
import path from 'node:path';
import { buildSchema, isEnumType } from 'graphql';
import english from './messages/en.json';
import { VALUES } from './values';

const sdl = fs.readFileSync(path.join(__dirname, '../../../schema/schema.graphql'), 'utf8');
const schema = buildSchema(sdl);
const enums = [...new Set(Object.keys(english).map((term) => term.split('.')[0]!))];

test.each(enums)('%s has a word for each of its values, and for no other', (name) => {
  const type = schema.getType(name);
  const values = isEnumType(type) ? type.getValues().map((value) => `${name}.${value.name}`) : [];
  expect(Object.keys(english).filter((term) => term.startsWith(`${name}.`))).toEqual(values.sort());
});

test.each(Object.entries(VALUES))('%s is chosen from all of its values', (name, values) => {
  const type = schema.getType(name);
  expect(isEnumType(type) && type.getValues().map((value) => value.name)).toEqual([...values].sort());
});

import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { mergedSchema } from '../../src/schema/merged';

interface Described {
  description?: string | null;
}

/** Everything of the schema that can have a description, by its coordinate. */
function describables(): [coordinate: string, described: Described][] {
  return Object.values(mergedSchema().getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type): [string, Described][] => {
      const own: [string, Described][] = [[type.name, type]];
      if (isEnumType(type))
        return [...own, ...type.getValues().map((value): [string, Described] => [`${type.name}.${value.name}`, value])];
      if (isInputObjectType(type))
        return [
          ...own,
          ...Object.values(type.getFields()).map((field): [string, Described] => [`${type.name}.${field.name}`, field]),
        ];
      if (!isObjectType(type) && !isInterfaceType(type)) return own;
      const fields = Object.values(type.getFields()).flatMap((field): [string, Described][] => [
        [`${type.name}.${field.name}`, field],
        ...field.args.map((arg): [string, Described] => [`${type.name}.${field.name}(${arg.name}:)`, arg]),
      ]);
      return [...own, ...fields];
    });
}

test('every type, field, argument, enum value and input field has a description', () => {
  const all = describables();
  expect(all.length).toBeGreaterThan(500);
  expect(all.filter(([, { description }]) => !description?.trim()).map(([coordinate]) => coordinate)).toEqual([]);
});

test('descriptions are sentences', () => {
  const isSentence = (text: string) =>
    /^\S/.test(text) && /[.!?)`]$|https:\/\/\S+$/.test(text) && !/\bTODO\b/.test(text);
  const odd = describables().filter(([, { description }]) => description && !isSentence(description));
  expect(odd.map(([coordinate]) => coordinate)).toEqual([]);
});

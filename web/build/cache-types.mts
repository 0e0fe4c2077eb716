import { readFileSync } from 'node:fs';
import { buildSchema, isAbstractType, isObjectType } from 'graphql';

/** What the cache must know of the schema: nothing of it is sent to browsers but these names. */
export interface CacheTypes {
  /** The object types of each interface and union: only so can it tell which fragments an object matches. */
  possibleTypes: Record<string, string[]>;
  /** Types whose objects have no id: they are kept within the object that they were read with. */
  keyless: string[];
}

/** Reads them from the printed schema. */
export function cacheTypes(file: string): CacheTypes {
  const schema = buildSchema(readFileSync(file, 'utf8'));
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return {
    possibleTypes: Object.fromEntries(
      types.filter(isAbstractType).map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
    ),
    keyless: types.filter((type) => isObjectType(type) && !type.getFields()['id']).map(({ name }) => name),
  };
}

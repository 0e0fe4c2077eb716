import type { Field, Resource } from './resource';
import { resourceNamed, resources } from './resources';

/** The name of the file that describes a package. */
export const DESCRIPTOR = 'datapackage.json';

/** The descriptor of a package with every resource, as version 2 of the Data Package standard has it. */
export function packageDescriptor(): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'interurban',
    title: 'Interurban: networks of cities, and what their cities learn from one another',
    resources: resources.map(resourceDescriptor),
  };
}

function resourceDescriptor(resource: Resource): object {
  return {
    name: resource.name,
    path: `${resource.name}.csv`,
    description: resource.description,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: tableSchema(resource),
  };
}

/** The Table Schema of a resource. */
export function tableSchema(resource: Resource): object {
  const foreignKeys = resource.fields.filter(({ references }) => references !== undefined);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: resource.fields.map((field) => fieldDescriptor(field, resource)),
    missingValues: [''],
    primaryKey: resource.key,
    ...(foreignKeys.length > 0 && { foreignKeys: foreignKeys.map((field) => foreignKey(field, resource)) }),
  };
}

function fieldDescriptor({ name, description, type, required, unique, references }: Field, { key }: Resource): object {
  const { constraints: ofType, ...schema } = references === undefined ? type.schema : keyType(references).schema;
  const isKey = key.length === 1 && key[0] === name;
  const constraints = { ...((required || isKey) && { required: true }), ...(unique && { unique: true }), ...ofType };
  return { name, description, ...schema, ...(Object.keys(constraints).length > 0 && { constraints }) };
}

const keyType = (resource: string): Field['type'] => resourceNamed(resource).fields[0]!.type;

function foreignKey({ name, references }: Field, resource: Resource): object {
  const fields = resourceNamed(references!).key;
  // Without a resource, a reference means the one that it stands in.
  return { fields: [name], reference: references === resource.name ? { fields } : { resource: references, fields } };
}

import { fieldOf, hasId, stagingTable, type Field, type Resource } from '../package/resource';
import { resourceNamed } from '../package/resources';
import type { StagedResource, Staging } from './staging';

/**
 * Gives rows with ids the numbers of the rows that are there, or new ones, so that what refers to them can be resolved.
 */
export async function resolveIds(staging: Staging, { resource }: StagedResource): Promise<void> {
  if (!hasId(resource)) return;
  const { client } = staging;
  const { name, table, fields, key } = resource;
  const id = fieldOf(fields, key[0]!);
  const externalIds = (resource.externalIds ?? []).map((external) => fieldOf(fields, external));
  const joins = externalIds.map((field, i) => `LEFT JOIN ${table} x${i} ON x${i}.${field.column} = c.${field.name}`);
  const recognised =
    externalIds.length === 0 ? 'NULL::integer' : `coalesce(${externalIds.map((_, i) => `x${i}.id`).join(', ')})`;
  const { rows } = await client.query<{ sequence: string }>(
    `SELECT pg_get_serial_sequence('${table}', 'id') AS sequence`,
  );
  await client.query(`
    CREATE TEMP TABLE ${stagingTable.ids(name)} ON COMMIT DROP AS
    SELECT c.line, c.${id.name} AS id,
      coalesce(${recognised}, k.id, nextval('${rows[0]!.sequence}')::integer) AS target,
      coalesce(${recognised}, k.id) IS NOT NULL AS known, ${recognised} IS NOT NULL AS recognised
    FROM ${stagingTable.cells(name)} c ${joins.join(' ')} LEFT JOIN ${table} k ON k.${id.column} = c.${id.name}`);
  await client.query(`ANALYZE ${stagingTable.ids(name)}`);
}

/** Makes the values of the cells: null where a cell has not what is expected, or refers to nothing. */
export async function resolveRows(staging: Staging, { resource }: StagedResource): Promise<void> {
  const { name, fields } = resource;
  const own = hasId(resource) ? ['i.target', 'i.known', 'i.recognised'] : [];
  const ids = hasId(resource) ? `JOIN ${stagingTable.ids(name)} i USING (line)` : '';
  await staging.client.query(`
    CREATE TEMP TABLE ${stagingTable.rows(name)} ON COMMIT DROP AS
    SELECT c.line, ${[...own, ...fields.map((field) => `${valueOf(staging, field)} AS ${field.name}`)].join(', ')}
    FROM ${stagingTable.cells(name)} c ${ids} ${fields.map((field) => referenceJoins(staging, field)).join(' ')}`);
  await staging.client.query(`ANALYZE ${stagingTable.rows(name)}`);
}

/** Rows that are there under another id become these, for all that refers to them. */
export async function resolveRepeats(staging: Staging, { resource }: StagedResource): Promise<void> {
  if (resource.findRepeats === undefined) return;
  const { client } = staging;
  await client.query(`CREATE TEMP TABLE import_repeat ON COMMIT DROP AS ${resource.findRepeats}`);
  for (const { resource: child } of staging.staged) {
    for (const { name } of child.fields.filter(({ references }) => references === resource.name)) {
      await client.query(`UPDATE ${stagingTable.rows(child.name)} r SET ${name} = x.original
        FROM import_repeat x WHERE r.${name} = x.target`);
    }
  }
  await client.query(
    `DELETE FROM ${stagingTable.rows(resource.name)} r USING import_repeat x WHERE r.target = x.target`,
  );
  await client.query('DROP TABLE import_repeat');
}

/** Whether several rows of an import may come to mean the same row of its table. */
export const mayCoincide = (resource: Resource): boolean =>
  resource.key.some((key) => {
    const { references } = fieldOf(resource.fields, key);
    return references !== undefined && resourceNamed(references).findRepeats !== undefined;
  });

function valueOf(staging: Staging, field: Field): string {
  const { name, type, references } = field;
  if (references !== undefined) {
    const former = resourceNamed(references).formerIds && `f_${name}.id`;
    const found = [staging.has(references) && `s_${name}.target`, `t_${name}.id`, former].filter(Boolean);
    return found.length > 1 ? `coalesce(${found.join(', ')})` : found.join();
  }
  const value = type.parse(`c.${name}`);
  return type.empty === undefined ? value : `CASE WHEN c.${name} IS NULL THEN ${type.empty} ELSE ${value} END`;
}

// A reference means a row of the import, else one that is there, be it under a former id.
function referenceJoins(staging: Staging, { name, references }: Field): string {
  if (references === undefined) return '';
  const parent = resourceNamed(references);
  const { column } = fieldOf(parent.fields, parent.key[0]!);
  const former = parent.formerIds ? `LEFT JOIN (${parent.formerIds}) f_${name} ON f_${name}.slug = c.${name}` : '';
  const stored = `LEFT JOIN ${parent.table} t_${name} ON t_${name}.${column} = c.${name} ${former}`;
  if (!staging.has(references)) return stored;
  return `LEFT JOIN ${stagingTable.ids(references)} s_${name} ON s_${name}.id = c.${name} ${stored}`;
}

import { fieldOf, hasId, stagingTable, type Field } from '../package/resource';
import { remembering } from './events';
import { mayCoincide } from './resolve';
import type { StagedResource, Staging } from './staging';

/** What became of the rows of a resource. */
export interface MergeCount {
  created: number;
  changed: number;
}

/** Brings the rows of a resource into its table: first those that are there, then the new ones. */
export async function merge(staging: Staging, staged: StagedResource): Promise<MergeCount> {
  const { resource, existing, present } = staged;
  const { client } = staging;
  if (resource.prepare !== undefined) await client.query(resource.prepare);
  const values = resource.fields.filter(({ name }) => present.includes(name) && !resource.key.includes(name));
  // What a row lacked and gets does not make its other values come from elsewhere.
  const updated = existing === 'fill' ? values.filter(({ references }) => references !== 'sources') : values;
  const changed = updated.length === 0 ? 0 : await update(staging, staged, updated);
  const created = await insert(staging, staged, values);
  if (changed + created > 0) await client.query(`ANALYZE ${resource.table}`);
  return { created, changed };
}

async function update(staging: Staging, staged: StagedResource, values: Field[]): Promise<number> {
  const { resource, existing } = staged;
  const merged = values.map((field) => {
    const now = `t.${field.column}`;
    if (existing === 'fill') return `coalesce(${now}, ${comparable(field)})`;
    return resource.emptyCells === 'keep' ? `coalesce(${comparable(field)}, ${now})` : comparable(field);
  });
  const write = `
    UPDATE ${resource.table} t SET ${values.map(({ column }, i) => `${column} = ${merged[i]!}`).join(', ')}
    FROM ${rowsOf(staged)} r WHERE ${isSame(staged)}
      AND ROW(${values.map(({ column }) => `t.${column}`).join(', ')}) IS DISTINCT FROM ROW(${merged.join(', ')})`;
  const { rowCount } = await staging.client.query(remembering(resource, write, false));
  return rowCount ?? 0;
}

async function insert(staging: Staging, staged: StagedResource, values: Field[]): Promise<number> {
  const { resource } = staged;
  const fields = [...resource.key.map((key) => fieldOf(resource.fields, key)), ...values];
  const columns = [...(hasId(resource) ? ['id'] : []), ...fields.map(({ column }) => column)];
  const cells = [...(hasId(resource) ? ['r.target'] : []), ...fields.map(({ name }) => `r.${name}`)];
  const isNew = hasId(resource)
    ? 'NOT r.known'
    : `NOT EXISTS (SELECT FROM ${resource.table} t WHERE ${isSame(staged)})`;
  // Sorted, all rows are found before the first one is inserted: a scan of the table would go on over what was
  // inserted.
  const write = `
    INSERT INTO ${resource.table} AS t (${columns.join(', ')})
    SELECT ${cells.join(', ')} FROM ${rowsOf(staged)} r WHERE ${isNew} ORDER BY r.line`;
  const { rowCount } = await staging.client.query(remembering(resource, write, true));
  return rowCount ?? 0;
}

function rowsOf({ resource }: StagedResource): string {
  const rows = stagingTable.rows(resource.name);
  if (!mayCoincide(resource)) return rows;
  const key = resource.key.join(', ');
  return `(SELECT DISTINCT ON (${key}) * FROM ${rows} ORDER BY ${key}, line)`;
}

/** SQL that is true where row `t` of the table is row `r` of the import. */
function isSame({ resource }: StagedResource): string {
  if (hasId(resource)) return 't.id = r.target AND r.known';
  const keys = resource.key.map((key) => fieldOf(resource.fields, key));
  return keys.map((field) => `t.${field.column} = ${comparable(field)}`).join(' AND ');
}

// Texts of the import sort by their bytes, those of some tables do not, and PostgreSQL must be told which of the two to
// use.
const comparable = ({ name, type, references }: Field): string =>
  references === undefined && type.sqlType.startsWith('text') ? `r.${name} COLLATE "C"` : `r.${name}`;

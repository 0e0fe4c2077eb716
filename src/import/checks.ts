import { fieldOf, hasId, stagingTable, type Field, type Rule } from '../package/resource';
import type { StagedResource, Staging } from './staging';

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Finds rows that repeat the key or a unique value of another one in their file, and takes them out of it. */
export async function refuseDuplicates(staging: Staging, { resource, present }: StagedResource): Promise<void> {
  const cells = stagingTable.cells(resource.name);
  const unique = resource.fields.filter((field) => field.unique && present.includes(field.name));
  let found = 0;
  for (const names of [resource.key, ...unique.map(({ name }) => [name])]) {
    const columns = names.join(', ');
    const { rowCount } = await staging.client.query(`
      WITH repeated AS (
        SELECT ${columns}, min(line) AS first FROM ${cells} GROUP BY ${columns} HAVING count(*) > 1)
      INSERT INTO import_problem
      SELECT '${resource.name}', line, '${columns}', concat_ws(', ', ${columns}),
        'each ${columns} once; row ' || first || ' has it too', false
      FROM ${cells} JOIN repeated USING (${columns}) WHERE line > first`);
    found += rowCount ?? 0;
  }
  if (found === 0) return;
  await staging.client.query(`DELETE FROM ${cells} c USING import_problem p
    WHERE p.resource = '${resource.name}' AND NOT p.warning AND p.line = c.line`);
}

/** Finds cells that have not what is expected: nothing, something else, or a reference to nothing. */
export async function checkCells(staging: Staging, { resource, present }: StagedResource): Promise<void> {
  const { name, fields } = resource;
  const checks = fields.filter((field) => present.includes(field.name)).flatMap((field) => cellChecks(staging, field));
  if (checks.length === 0) return;
  const values = checks.map(
    ({ field, expected, broken }) => `('${field}', c.${field}, ${literal(expected)}, ${broken})`,
  );
  await staging.client.query(`
    INSERT INTO import_problem
    SELECT '${name}', c.line, p.field, p.value, p.expected, false
    FROM ${stagingTable.cells(name)} c JOIN ${stagingTable.rows(name)} r USING (line)
    CROSS JOIN LATERAL (VALUES ${values.join(',\n')}) p(field, value, expected, broken)
    WHERE (${checks.map(({ broken }) => broken).join(' OR ')}) AND p.broken`);
}

function cellChecks(staging: Staging, field: Field): Pick<Rule, 'field' | 'expected' | 'broken'>[] {
  const { name, type, required, references } = field;
  const expected = references === undefined ? type.expected : `an id in ${references}.csv or in the database`;
  const checks = required ? [{ field: name, expected, broken: `c.${name} IS NULL` }] : [];
  const cannotFail = type.parse('x') === 'x' && references === undefined;
  if (cannotFail || (references !== undefined && staging.isIncomplete(references))) return checks;
  return [...checks, { field: name, expected, broken: `c.${name} IS NOT NULL AND r.${name} IS NULL` }];
}

/** Finds rows that break a rule of their resource. */
export async function checkRules(staging: Staging, staged: StagedResource): Promise<void> {
  const { resource, existing, present } = staged;
  const { name } = resource;
  // What is there already is not compared with what will not replace it.
  const rules = (resource.rules ?? []).filter(({ warning }) => !warning || existing === 'update');
  for (const rule of [...identityRules(staged), ...rules]) {
    if (rule.warning && !present.includes(rule.field)) continue;
    const expected = rule.detail ? `concat_ws(' ', ${literal(rule.expected)}, ${rule.detail})` : literal(rule.expected);
    await staging.client.query(`
      INSERT INTO import_problem
      SELECT '${name}', r.line, '${rule.field}', c.${rule.field}, ${expected}, ${rule.warning ?? false}
      FROM ${stagingTable.rows(name)} r JOIN ${stagingTable.cells(name)} c USING (line) WHERE ${rule.broken}`);
  }
}

/** No row takes over what tells another one apart. */
function identityRules({ resource, present }: StagedResource): Rule[] {
  if (!hasId(resource)) return [];
  const { table, fields, key, name } = resource;
  const unique = fields.filter((field) => field.unique && present.includes(field.name));
  const external = (resource.externalIds ?? [])
    .filter((field) => present.includes(field))
    .map((f) => fieldOf(fields, f));
  const belongsToOther = unique.map((field): Rule => {
    const other = `FROM ${table} t WHERE t.${field.column} = r.${field.name} AND t.id <> r.target`;
    const expected = 'a value that no other row in the database has; it belongs to';
    return { field: field.name, expected, detail: `(SELECT t.slug ${other})`, broken: `EXISTS (SELECT ${other})` };
  });
  const isAnother = external.map((field): Rule => {
    const known = `FROM ${table} t WHERE t.id = r.target AND t.${field.column} <> r.${field.name}`;
    return {
      field: field.name,
      expected: `the ${field.name} that this id has in the database, or an id of its own for another one:`,
      detail: `(SELECT t.${field.column} ${known})`,
      broken: `r.known AND NOT r.recognised AND EXISTS (SELECT ${known})`,
    };
  });
  if (external.length === 0) return belongsToOther;
  const other = `FROM ${stagingTable.rows(name)} o WHERE o.target = r.target AND o.line < r.line`;
  const twice: Rule = {
    field: key[0]!,
    expected: 'one row for each that is in the database; it is the same as',
    detail: `(SELECT o.${key[0]!} ${other} LIMIT 1)`,
    broken: `EXISTS (SELECT ${other})`,
  };
  return [...belongsToOther, ...isAnother, twice];
}

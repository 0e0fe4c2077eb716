import type { Filling } from './filling';

/**
 * Runs `fill` with the triggers that keep counters switched off and without foreign keys and the indexes that serve reading, then
 * counts, indexes and checks all rows at once: several times as fast as one by one. All in the caller's transaction.
 */
export async function inBulk(filling: Filling, fill: () => Promise<void>): Promise<void> {
  const tables = (await filling.rows('SELECT tablename FROM pg_tables WHERE schemaname = current_schema()')).flat();
  const indexes = (await filling.rows(`
    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
    WHERE relnamespace = current_schema()::regnamespace
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`)) as [string, string][];
  const references = (await filling.rows(`
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`)) as [string, string, string][];
  await each(filling, tables, (table) => `ALTER TABLE ${String(table)} DISABLE TRIGGER USER`);
  await each(filling, references, ([table, name]) => `ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  await each(filling, indexes, ([name]) => `DROP INDEX ${name}`);
  await fill();
  await each(filling, counts, (count) => count);
  await each(filling, indexes, ([, definition]) => definition);
  await each(
    filling,
    references,
    ([table, name, definition]) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`,
  );
  await each(filling, tables, (table) => `ALTER TABLE ${String(table)} ENABLE TRIGGER USER`);
}

// As the triggers count; collaborations come with their number of participants.
const counts = [
  'SELECT recount_memberships()',
  `UPDATE city SET solution_count = n FROM (
    SELECT city_id, count(*) AS n FROM solution WHERE status = 'PUBLISHED' AND visibility = 'PUBLIC' GROUP BY city_id) counted
  WHERE city_id = id AND solution_count <> n`,
  `UPDATE solution SET adoption_count = n FROM (
    SELECT solution_id, count(*) AS n FROM adoption GROUP BY solution_id) counted
  WHERE solution_id = id AND adoption_count <> n`,
  'SELECT copy_sort_keys()',
  'SELECT fold_names()',
  'SELECT count_peers(ARRAY(SELECT id FROM city))',
];

async function each<T>(filling: Filling, items: readonly T[], statement: (item: T) => string): Promise<void> {
  for (const item of items) await filling.rows(statement(item));
}

import type { Work } from '../../../commands/work';
import type { EntityReads, Readable } from '../../../data/entity-reads';

/**
 * Locks a city, then the record of it that an id refers to: so that the memberships of a city, and its signatures, change one after
 * another. The city comes first wherever both are locked, or two transactions could wait for one another.
 */
export async function lockWithCity<T extends Readable & { cityId: number }>(
  work: Work,
  reads: EntityReads<T>,
  id: string,
  field: string,
): Promise<T | null> {
  const record = await work.find(reads, id, field);
  if (!record) return null;
  await work.manager.query(
    `SELECT FROM city WHERE id = (SELECT city_id FROM ${reads.table} WHERE id = $1) FOR NO KEY UPDATE`,
    [record.rowId],
  );
  return work.lock(reads, id, field);
}

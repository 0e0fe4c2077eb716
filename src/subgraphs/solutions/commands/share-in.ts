import type { Referred } from '../../../access/viewer';
import type { Work } from '../../../commands/work';

/**
 * Puts a solution into these networks, and into no others.
 * @returns the slugs of those that it was in, and whether others were added; null where nothing has changed
 */
export async function shareIn(
  { manager }: Work,
  solutionId: number,
  networks: readonly Referred[],
): Promise<{ before: string[]; isAdded: boolean } | null> {
  const now = await manager.query<Referred[]>(
    `SELECT n.id AS "rowId", n.slug FROM solution_network sn JOIN network n ON n.id = sn.network_id
     WHERE sn.solution_id = $1 ORDER BY n.slug`,
    [solutionId],
  );
  const wanted = new Set(networks.map(({ rowId }) => rowId));
  if (now.length === wanted.size && now.every(({ rowId }) => wanted.has(rowId))) return null;
  await manager.query('DELETE FROM solution_network WHERE solution_id = $1 AND network_id <> ALL ($2::integer[])', [
    solutionId,
    [...wanted],
  ]);
  await manager.query(
    'INSERT INTO solution_network (solution_id, network_id) SELECT $1, unnest($2::integer[]) ON CONFLICT DO NOTHING',
    [solutionId, [...wanted]],
  );
  const before = now.map(({ slug }) => slug);
  return { before, isAdded: networks.some(({ slug }) => !before.includes(slug)) };
}

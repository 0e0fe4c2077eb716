import { sharedInt32, sharedUint32 } from '../graph/shared-arrays';
import type { Memberships } from '../projection/pair-members';

/** One membership; the city is given by its number. */
export interface TableMembership {
  network: number;
  id: number;
  city: number;
  from: number;
  until: number;
}

/**
 * A table with some of its memberships changed.
 * @param ids Row ids of those that are not as they were.
 * @param memberships Those of them that are there now.
 * @returns The table, and the numbers of all cities that are or were in a network whose memberships have changed: as the weight of
 * its pairs goes by the number of its members, it may be another one for each of them.
 */
export function replaceMemberships(
  table: Memberships,
  ids: readonly number[],
  memberships: readonly TableMembership[],
): { table: Memberships; cities: Set<number> } {
  const changed = new Set(ids);
  const before = rowsOf(table);
  const networks = new Set(
    [...before.filter(({ id }) => changed.has(id)), ...memberships].map(({ network }) => network),
  );
  const after = [...before.filter(({ id }) => !changed.has(id)), ...memberships].sort(
    (a, b) => a.network - b.network || a.city - b.city || a.from - b.from || a.id - b.id,
  );
  const isConcerned = ({ network }: TableMembership): boolean => networks.has(network);
  const cities = new Set([...before.filter(isConcerned), ...memberships].map(({ city }) => city));
  return { table: tableOf(after), cities };
}

function rowsOf({ networks, offsets, ids, members, from, until }: Memberships): TableMembership[] {
  const rows: TableMembership[] = [];
  networks.forEach((network, position) => {
    for (let i = offsets[position]!; i < offsets[position + 1]!; i++)
      rows.push({ network, id: ids[i]!, city: members[i]!, from: from[i]!, until: until[i]! });
  });
  return rows;
}

/** @param rows ordered by network, then city */
function tableOf(rows: readonly TableMembership[]): Memberships {
  const column = (value: (row: TableMembership) => number): Int32Array => {
    const values = sharedInt32(rows.length);
    rows.forEach((row, i) => (values[i] = value(row)));
    return values;
  };
  const starts = rows.flatMap(({ network }, i) => (network === rows[i - 1]?.network ? [] : [i]));
  const offsets = sharedUint32(starts.length + 1);
  offsets.set([...starts, rows.length]);
  const networks = sharedInt32(starts.length);
  networks.set(starts.map((start) => rows[start]!.network));
  return {
    networks,
    offsets,
    ids: column(({ id }) => id),
    members: column(({ city }) => city),
    from: column(({ from }) => from),
    until: column(({ until }) => until),
  };
}

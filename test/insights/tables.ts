import { sharedTexts } from '../../src/insights/graph/shared-texts';
import { replaceEvents, type TableEvent } from '../../src/insights/store/event-table';
import { replaceMemberships, type TableMembership } from '../../src/insights/store/membership-table';
import type { GraphTables } from '../../src/insights/store/tables';

/** What tables are made of, as lists; cities are given by their numbers. */
export interface Records {
  /** In order. The city of number n has the row id n + 100. */
  slugs: readonly string[];
  populations?: readonly number[];
  collaborations?: readonly TableEvent[];
  adoptions?: readonly TableEvent[];
  memberships?: readonly TableMembership[];
  /** Of each network, by its row id, the initiative: 0 for none. */
  initiatives?: ReadonlyMap<number, number>;
}

const NONE = Int32Array.of();
const NO_MEMBERS = { networks: NONE, offsets: Uint32Array.of(0), ids: NONE, members: NONE, from: NONE, until: NONE };

export const tablesFrom = ({
  slugs,
  populations = slugs.map(() => -1),
  collaborations = [],
  adoptions = [],
  memberships = [],
  initiatives = new Map(),
}: Records): GraphTables => {
  const networks = [...initiatives.keys()].sort((a, b) => a - b);
  return {
    version: '1',
    log: 'log',
    asOf: '2026-01-01T00:00:00.000Z',
    written: 0,
    cities: Int32Array.from(slugs, (_, number) => number + 100),
    slugs: sharedTexts(slugs),
    numbers: Int32Array.from({ length: slugs.length + 100 }, (_, rowId) => (rowId < 100 ? -1 : rowId - 100)),
    countries: Int32Array.from(slugs, () => 1),
    regions: Int32Array.from(slugs, () => -1),
    populations: Int32Array.from(populations),
    networks: Int32Array.from(networks),
    initiatives: Int32Array.from(networks, (network) => initiatives.get(network)!),
    collaborations: replaceEvents([], [], collaborations).table,
    adoptions: replaceEvents([], [], adoptions).table,
    memberships: replaceMemberships(NO_MEMBERS, [], memberships).table,
  };
};

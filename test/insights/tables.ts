import { sharedTexts } from '../../src/insights/graph/shared-texts';
import type { GraphTables } from '../../src/insights/store/tables';

const NONE = Int32Array.of();

/** Tables of so many cities, called `city-` and their number, of which nothing else is known. */
export const tablesOf = (cityCount: number): GraphTables => {
  const cities = Int32Array.from({ length: cityCount }, (_, number) => number + 100);
  return {
    version: '1',
    log: 'log',
    asOf: '2026-01-01T00:00:00.000Z',
    cities,
    slugs: sharedTexts(Array.from(cities.keys(), (number) => `city-${number}`)),
    numbers: NONE,
    countries: cities.map(() => 1),
    regions: cities.map(() => -1),
    populations: cities.map(() => -1),
    networks: NONE,
    initiatives: NONE,
    collaborations: [],
    adoptions: [],
    memberships: { networks: NONE, offsets: Uint32Array.of(0), ids: NONE, members: NONE, from: NONE, until: NONE },
  };
};

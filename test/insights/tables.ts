import { sharedTexts } from '../../src/insights/graph/shared-texts';
import type { EventTable, GraphTables } from '../../src/insights/store/tables';

const NONE = Int32Array.of();

const noEvents: EventTable = {
  offsets: Uint32Array.of(0),
  members: NONE,
  days: NONE,
  untils: NONE,
  networks: NONE,
  labels: NONE,
};

/** Tables of cities, called `city-` and their row id, of which nothing else is known. */
export const tablesOf = (cities: Int32Array): GraphTables => ({
  version: '1',
  asOf: '2026-01-01T00:00:00.000Z',
  cities,
  slugs: sharedTexts(Array.from(cities, (city) => `city-${city}`)),
  countries: cities.map(() => 1),
  regions: cities.map(() => -1),
  populations: cities.map(() => -1),
  networks: NONE,
  initiatives: NONE,
  collaborations: noEvents,
  adoptions: noEvents,
  memberships: { networks: NONE, offsets: Uint32Array.of(0), members: NONE, from: NONE, until: NONE },
});

import type { RoleName, Viewer } from '../../src/access/viewer';
import type { World } from '../support/world';

/**
 * Who asks in the tests of access, and what each of them may see of what is not public. This table is the specification: it is
 * written by hand, and never asks the code.
 */
export interface Role {
  name: string;
  roles?: readonly RoleName[];
  city?: string;
  networks?: readonly string[];
  /** The solutions that this one may see and anonymous callers may not; null for all. */
  sees: readonly string[] | null;
}

// What is shared in Water Security, where neither London nor Nairobi is a member.
const IN_WATER_SECURITY = ['members-map-london', 'withdrawn-members-map-london', 'members-canteens-nairobi'];
const IN_FOOD_SYSTEMS = ['members-canteens-nairobi'];

export const ANONYMOUS: Role = { name: 'an anonymous caller', sees: [] };
export const ADMIN: Role = { name: 'an admin', roles: ['ADMIN'], sees: null };

const practitioner = (city: string, name: string, sees: readonly string[]): Role => ({
  name: `a practitioner of ${city}, ${name}`,
  roles: ['PRACTITIONER'],
  city,
  sees,
});

const manager = (network: string, sees: readonly string[]): Role => ({
  name: `a manager of ${network}`,
  roles: ['NETWORK_MANAGER'],
  networks: [network],
  sees,
});

export const cast: readonly Role[] = [
  ANONYMOUS,
  { name: 'somebody without a role', roles: [], sees: [] },
  { name: 'a practitioner of a city that is not here', roles: ['PRACTITIONER'], sees: [] },
  practitioner('los-angeles', 'which has nothing to do with them', []),
  practitioner('bogota', 'a member until today', []),
  practitioner('auckland', 'a member from tomorrow on', []),
  practitioner('mexico-city', 'a member once, until nobody knows when', []),
  practitioner('london', 'their own city', [
    'members-map-london',
    'withdrawn-members-map-london',
    'members-notes-london',
    'draft-pumps-london',
    'draft-members-london',
  ]),
  practitioner('nairobi', 'their own city', ['secret-draft-nairobi', 'members-canteens-nairobi']),
  practitioner('paris', 'a member of Food Systems', ['withdrawn-members-paris', ...IN_FOOD_SYSTEMS]),
  practitioner('tokyo', 'a member of Water Security', IN_WATER_SECURITY),
  practitioner('mombasa', 'a member since and until nobody knows when', IN_WATER_SECURITY),
  manager('water-security', IN_WATER_SECURITY),
  manager('food-systems', IN_FOOD_SYSTEMS),
  manager('cool-cities', []),
  {
    ...manager('food-systems', IN_FOOD_SYSTEMS),
    name: 'a practitioner of accra who is a manager of food-systems too',
    roles: ['NETWORK_MANAGER', 'PRACTITIONER'],
    city: 'accra',
  },
  ADMIN,
];

/** All that is not public. */
export const HIDDEN: readonly string[] = [...new Set(cast.flatMap(({ sees }) => sees ?? []))].sort();

/** What the role may not see. */
export const hiddenFrom = ({ sees }: Role): string[] =>
  sees === null ? [] : HIDDEN.filter((slug) => !sees.includes(slug));

/** The role in a world: rows have other ids in each. */
export async function viewerOf({ roles, city, networks = [] }: Role, world: World): Promise<Viewer | null> {
  if (!roles) return null;
  const referred = (table: string, slugs: readonly string[]) =>
    world.sql<{ rowId: number; slug: string }>(
      `SELECT id AS "rowId", slug FROM ${table} WHERE slug = ANY ($1) ORDER BY id`,
      [slugs],
    );
  const [found] = city === undefined ? [] : await referred('city', [city]);
  return {
    subject: 'somebody',
    issuer: 'https://login.example.org',
    roles,
    city: found ?? null,
    networks: await referred('network', networks),
    expiresAt: 4_000_000_000,
  };
}

const nth = (table: string, slug: string): string => `(SELECT id FROM ${table} WHERE slug = '${slug}')`;

const solution = (slug: string, city: string, status: string, visibility: string, title: string): string =>
  `INSERT INTO solution (slug, city_id, title, summary, original_locale, sector, status, visibility, published_at)
   VALUES ('${slug}', ${nth('city', city)}, '${title}', 'A word that is nowhere else: zanzibar.', 'en', 'FOOD',
     '${status}', '${visibility}', ${status === 'DRAFT' ? 'NULL' : "'2024-05-05Z'"})`;

const sharedIn = (slug: string, network: string): string =>
  `INSERT INTO solution_network VALUES (${nth('solution', slug)}, ${nth('network', network)})`;

const membership = (city: string, network: string, columns: string, values: string): string =>
  `INSERT INTO membership (slug, city_id, network_id, role, ${columns})
   VALUES ('${city}-${network}-now', ${nth('city', city)}, ${nth('network', network)}, 'MEMBER', ${values})`;

const adoption = (of: string, by: string, learnedFrom: string): string =>
  `INSERT INTO adoption (slug, solution_id, city_id, learned_from_id, kind, status, adopted_on, confirmed, note)
   VALUES ('${of}-${by}', ${nth('solution', of)}, ${nth('city', by)}, ${nth('city', learnedFrom)}, 'REPLICATED',
     'IMPLEMENTED', '2025-01-01', true, 'zanzibar')`;

/** The day after this one; so late in the day that it may begin during the tests, the one behind it. */
const TOMORROW = `((now() + interval '15 minutes') AT TIME ZONE 'UTC')::date + 1`;

/** What the cast needs and test/fixtures/world has not: more that is hidden, in every way, and memberships at their borders. */
const rows: readonly string[] = [
  solution('withdrawn-members-map-london', 'london', 'WITHDRAWN', 'MEMBERS', 'Old sewer map'),
  solution('members-notes-london', 'london', 'PUBLISHED', 'MEMBERS', 'Notes in no network'),
  solution('draft-pumps-london', 'london', 'DRAFT', 'PUBLIC', 'Pumps, to be shared with all'),
  solution('draft-members-london', 'london', 'DRAFT', 'MEMBERS', 'Gates, to be shared with members'),
  solution('members-canteens-nairobi', 'nairobi', 'PUBLISHED', 'MEMBERS', 'School canteens'),
  ...['withdrawn-members-map-london', 'draft-pumps-london', 'draft-members-london', 'members-canteens-nairobi'].map(
    (slug) => sharedIn(slug, 'water-security'),
  ),
  sharedIn('members-canteens-nairobi', 'food-systems'),
  `INSERT INTO solution_translation (solution_id, locale, title, summary)
   VALUES (${nth('solution', 'members-canteens-nairobi')}, 'es', 'Comedores escolares', 'Una palabra: zanzibar.')`,
  membership('bogota', 'water-security', 'started_on, ended_on', "'2010-01-01', utc_today()"),
  membership('auckland', 'water-security', 'started_on, ongoing', `${TOMORROW}, true`),
  membership('mexico-city', 'water-security', 'started_on, ongoing', "'2010-01-01', false"),
  ...HIDDEN.map((slug) => adoption(slug, 'los-angeles', 'mexico-city')),
  ...HIDDEN.map((slug) => adoption(slug, 'tokyo', 'los-angeles')),
];

/** A solution that everybody sees, and that was revised: what it was before is for its city, `REVISED_BY`, and for admins. */
export const REVISED = 'congestion-charge-london';
export const REVISED_BY = 'london';

/** Adds the rows of the cast to the world of test/fixtures. */
export async function addCast(world: World): Promise<void> {
  for (const row of rows) await world.sql(row);
  await world.sql(
    `INSERT INTO solution_revision (solution_id, revised_by, locale, before)
     VALUES (${nth('solution', REVISED)}, 'https://login.example.org somebody', 'en', '{"title": "Unheard of: zanzibar"}')`,
  );
}

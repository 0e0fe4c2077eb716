import { useWorld } from '../support/world';

// The database defends itself: whoever writes, and by whatever way.
const world = useWorld();

/** The name of the constraint that refuses a statement. */
async function refusal(statement: string): Promise<string | undefined> {
  try {
    await world.sql(statement);
  } catch (error) {
    const { constraint, code, message } = error as { constraint?: string; code?: string; message?: string };
    return code === '23502' ? 'not null' : (constraint ?? message);
  }
  return undefined;
}

const city = (slug: string) => `(SELECT id FROM city WHERE slug = '${slug}')`;
const network = (slug: string) => `(SELECT id FROM network WHERE slug = '${slug}')`;

const membership = (period: string, slug = 'x') =>
  `INSERT INTO membership (slug, city_id, network_id, role, started_on, ended_on)
   VALUES ('${slug}', ${city('tokyo')}, ${network('cool-cities')}, 'MEMBER', ${period})`;

describe('memberships of one city in one network do not overlap', () => {
  test.each([
    "'2013-01-01', '2013-06-01'",
    "'2010-01-01', '2012-02-02'",
    "'2011-01-01', NULL",
    "NULL, '2012-02-02'",
    'NULL, NULL',
    "'2016-01-01', '2016-01-02'",
  ])('%s', async (period) => {
    expect(await refusal(membership(period))).toBe('membership_no_overlap');
  });

  test('half-open periods may meet', async () => {
    expect(await refusal(membership("'2010-01-01', '2012-02-01'", 'meets'))).toBeUndefined();
    expect(await refusal(membership("NULL, '2010-01-01'", 'meets-too'))).toBeUndefined();
  });

  test('other cities and other networks are no matter', async () => {
    expect(await refusal(membership('NULL, NULL').replace('cool-cities', 'air-sensors'))).toBeUndefined();
  });
});

describe('checks', () => {
  test.each([
    ['a slug with capitals', `UPDATE city SET slug = 'London' WHERE slug = 'london'`, 'city_slug_check'],
    ['a slug of 71 characters', `UPDATE city SET slug = repeat('a', 71) WHERE slug = 'london'`, 'city_slug_check'],
    ['a slug twice', `UPDATE city SET slug = 'paris' WHERE slug = 'london'`, 'city_slug_key'],
    ['an external id twice', `UPDATE city SET wikidata_id = 'Q90' WHERE slug = 'london'`, 'city_wikidata_id_key'],
    ['an external id that is none', `UPDATE city SET wikidata_id = '90'`, 'city_wikidata_check'],
    ['an UN/LOCODE with a space', `UPDATE city SET unlocode = 'GB LON' WHERE slug = 'london'`, 'city_unlocode_check'],
    ['a latitude of 91', `UPDATE city SET latitude = 91 WHERE slug = 'london'`, 'city_latitude_check'],
    ['a longitude of 181', `UPDATE city SET longitude = -181 WHERE slug = 'london'`, 'city_longitude_check'],
    ['half a position', `UPDATE city SET latitude = NULL WHERE slug = 'london'`, 'city_location_check'],
    ['fewer than no inhabitants', `UPDATE city SET population = -1 WHERE slug = 'london'`, 'city_population_check'],
    ['an unknown region', `UPDATE city SET region = 'ATLANTIS' WHERE slug = 'london'`, 'city_region_check'],
    ['a city of no country', `UPDATE city SET country_id = -1 WHERE slug = 'london'`, 'city_country_id_fkey'],
    ['a country with cities, deleted', `DELETE FROM country WHERE code = 'GB'`, 'city_country_id_fkey'],
    ['a country code in lower case', `UPDATE country SET code = 'gb' WHERE code = 'GB'`, 'country_code_check'],
    [
      'two names for one locale',
      `INSERT INTO city_name SELECT id, 'es', 'Londinium', true FROM city WHERE slug = 'london'`,
      'city_name_preferred_idx',
    ],
    [
      'a locale that is none',
      `UPDATE city_name SET locale = 'not a tag' WHERE name = 'Londres'`,
      'city_name_locale_check',
    ],
    [
      'an end before its start',
      `UPDATE network SET ended_on = '2000-01-01' WHERE slug = 'cool-cities'`,
      'network_period_check',
    ],
    [
      'a network that succeeds itself',
      `UPDATE network SET successor_id = id WHERE slug = 'cool-cities'`,
      'network_successor_check',
    ],
    [
      'a former name that ends before it starts',
      `UPDATE network_name SET valid_until = '2000-01-01' WHERE valid_from = '2009-01-01'`,
      'network_name_period_check',
    ],
    ['an unknown precision', `UPDATE network SET date_precision = 'CENTURY'`, 'network_date_precision_check'],
    ['an unknown role', `UPDATE membership SET role = 'MASCOT' WHERE slug = 'accra-waste'`, 'membership_role_check'],
    [
      'a membership that ends on its first day',
      `UPDATE membership SET ended_on = started_on, ongoing = NULL WHERE slug = 'paris-food'`,
      'membership_period_check',
    ],
    [
      'a membership that has ended and goes on',
      `UPDATE membership SET ended_on = '2100-01-01', ongoing = true WHERE slug = 'paris-food'`,
      'membership_ongoing_check',
    ],
    ['an unknown sector', `UPDATE solution SET sector = 'MAGIC' WHERE slug = 'metro-quito'`, 'solution_sector_check'],
    ['an unknown status', `UPDATE solution SET status = 'LOST' WHERE slug = 'metro-quito'`, 'solution_status_check'],
    [
      'an unknown visibility',
      `UPDATE solution SET visibility = 'FRIENDS' WHERE slug = 'metro-quito'`,
      'solution_visibility_check',
    ],
    [
      'what is published at no time',
      `UPDATE solution SET published_at = NULL WHERE slug = 'metro-quito'`,
      'solution_published_check',
    ],
    ['a solution without a title', `UPDATE solution SET title = NULL WHERE slug = 'metro-quito'`, 'not null'],
    [
      'a solution with adoptions, deleted',
      `DELETE FROM solution WHERE slug = 'ciclovia-bogota'`,
      'adoption_solution_id_fkey',
    ],
    [
      'one solution taken up twice by one city',
      `UPDATE adoption SET city_id = ${city('quito')} WHERE slug = 'ciclovia-mexico-city'`,
      'adoption_solution_id_city_id_key',
    ],
    [
      'a city that learns from itself',
      `UPDATE adoption SET learned_from_id = city_id WHERE slug = 'ciclovia-quito'`,
      'adoption_learned_from_check',
    ],
    ['an unknown kind of adoption', `UPDATE adoption SET kind = 'STOLEN'`, 'adoption_kind_check'],
    [
      'an unknown influence',
      `UPDATE action SET influences = '{NEW,WORSE}' WHERE slug = 'london-buses'`,
      'action_influences_check',
    ],
    [
      'an action that revises itself',
      `UPDATE action SET revision_of_id = id WHERE slug = 'london-buses'`,
      'action_revision_check',
    ],
    ['an action reported on no day', `UPDATE action SET reported_on = NULL`, 'not null'],
    [
      'a signature withdrawn before it was given',
      `UPDATE signature SET withdrawn_on = signed_on - 1 WHERE slug = 'london-clean-air'`,
      'signature_period_check',
    ],
    [
      'a city that signs twice',
      `INSERT INTO signature (slug, city_id, collective_action_id) SELECT 'x', city_id, collective_action_id
        FROM signature WHERE slug = 'london-clean-air'`,
      'signature_no_overlap',
    ],
    [
      'a target in the past of all pledges',
      `UPDATE collective_action SET target_year = 203`,
      'collective_action_target_year_check',
    ],
    ['an unknown kind of collaboration', `UPDATE collaboration SET kind = 'PARTY'`, 'collaboration_kind_check'],
    [
      'a collaboration that ends before it starts',
      `UPDATE collaboration SET ended_on = '1900-01-01' WHERE slug = 'london-paris'`,
      'collaboration_period_check',
    ],
    [
      'a title in no language',
      `UPDATE collaboration SET title = 'x', original_locale = NULL WHERE slug = 'london-tokyo'`,
      'collaboration_title_locale_check',
    ],
    [
      'a participant twice',
      `INSERT INTO collaboration_participant SELECT * FROM collaboration_participant LIMIT 1`,
      'collaboration_participant_pkey',
    ],
    [
      'a source at a javascript address',
      `UPDATE source SET url = 'javascript:alert(1)' WHERE slug = 'register'`,
      'source_url_check',
    ],
  ])('%s', async (_what, statement, constraint) => {
    expect(await refusal(statement)).toBe(constraint);
  });
});

describe('a collaboration has two cities or more, when its transaction ends', () => {
  const insert = `INSERT INTO collaboration (slug, kind) VALUES ('alone', 'WORKSHOP')`;
  const add = (slug: string) =>
    `INSERT INTO collaboration_participant SELECT id, ${city(slug)} FROM collaboration WHERE slug = 'alone'`;

  test.each([
    ['none', [insert]],
    ['one', [insert, add('suva')]],
    [
      'one left of two',
      [insert, add('suva'), add('apia'), `DELETE FROM collaboration_participant WHERE city_id = ${city('apia')}`],
    ],
  ])('%s', async (_what, statements) => {
    expect(await refusal(`BEGIN; ${statements.join('; ')}; COMMIT`)).toBe('collaboration_participants_check');
  });

  test('two', async () => {
    expect(await refusal(`BEGIN; ${[insert, add('suva'), add('apia')].join('; ')}; COMMIT`)).toBeUndefined();
    expect(await refusal(`DELETE FROM collaboration_participant WHERE city_id = ${city('apia')}`)).toBe(
      'collaboration_participants_check',
    );
  });

  test('with the collaboration, its participants go', async () => {
    expect(await refusal(`DELETE FROM collaboration WHERE slug = 'alone'`)).toBeUndefined();
  });
});

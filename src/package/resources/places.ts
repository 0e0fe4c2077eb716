import { boolean, countryCode, decimal, locale, oneOf, pattern, text, url, wholeNumber } from '../cell-types';
import { field, id, reference, required, stagingTable, type Resource } from '../resource';
import { day, name, source } from '../shared-fields';

const sources: Resource = {
  name: 'sources',
  table: 'source',
  description: 'What the rows of the other files are from: pages, files, registers.',
  key: ['id'],
  emptyCells: 'keep',
  fields: [
    id('Its id in this package.'),
    name('Publisher and title.'),
    field('url', url, 'Its public address.'),
    day('retrieved_on', 'The day on which it was read.'),
  ],
};

const countries: Resource = {
  name: 'countries',
  table: 'country',
  description: 'The countries of the cities.',
  key: ['code'],
  emptyCells: 'keep',
  fields: [required('code', countryCode, 'ISO 3166-1 alpha-2.'), name('Its name in English.')],
};

const countryNames: Resource = {
  name: 'country-names',
  table: 'country_name',
  description: 'Names of countries in other languages.',
  key: ['country', 'locale'],
  fields: [
    reference('country', 'countries', 'The country.', { required: true }),
    required('locale', locale, 'The language of the name.'),
    name('Its name in that language.'),
  ],
};

// A row about a city that has become part of another one means that one; what it says of itself is passed over.
const findFormerCities = `
  SELECT r.target, min(f.city_id) AS original FROM ${stagingTable.rows('cities')} r
  CROSS JOIN LATERAL (VALUES ('SLUG', r.id), ('WIKIDATA', r.wikidata), ('GEONAMES', r.geonames),
    ('UNLOCODE', r.unlocode), ('CDP', r.cdp), ('GCOM', r.gcom)) key(scheme, value)
  JOIN city_former_key f ON f.scheme = key.scheme COLLATE "C" AND f.value = key.value COLLATE "C"
  WHERE NOT r.known GROUP BY r.target`;

const cities: Resource = {
  name: 'cities',
  table: 'city',
  description: 'Cities. One that is there already is recognised by its identifiers in other registers, then by its id.',
  key: ['id'],
  externalIds: ['wikidata', 'geonames', 'unlocode'],
  formerIds: "SELECT value AS slug, city_id AS id FROM city_former_key WHERE scheme = 'SLUG'",
  findRepeats: findFormerCities,
  emptyCells: 'keep',
  fields: [
    id('Its id in this package and in the API.'),
    name('Its name in English.'),
    reference('country', 'countries', 'The code of its country.', { required: true }),
    field(
      'region',
      oneOf([
        'AFRICA',
        'CENTRAL_EAST_ASIA',
        'EAST_SOUTHEAST_ASIA_OCEANIA',
        'EUROPE',
        'LATIN_AMERICA',
        'NORTH_AMERICA',
        'SOUTH_WEST_ASIA',
      ]),
      "C40's region.",
    ),
    field('population', wholeNumber(0), 'Inhabitants.'),
    field('latitude', decimal(-90, 90), 'Degrees north (WGS 84).'),
    field('longitude', decimal(-180, 180), 'Degrees east (WGS 84).'),
    field('wikidata', pattern('Q[1-9][0-9]*', 'an item of Wikidata, such as Q2841'), 'Its item in Wikidata.', {
      column: 'wikidata_id',
      unique: true,
    }),
    field('geonames', pattern('[1-9][0-9]*', 'an id of GeoNames, such as 3688689'), 'Its id in GeoNames.', {
      column: 'geonames_id',
      unique: true,
    }),
    field('unlocode', pattern('[A-Z]{2}[A-Z2-9]{3}', 'a code such as COBOG, without a blank'), 'Its UN/LOCODE.', {
      unique: true,
    }),
    field('cdp', text, 'Its account number at CDP.', { column: 'cdp_id', unique: true }),
    field('gcom', text, 'Its id at the Global Covenant of Mayors.', { column: 'gcom_id', unique: true }),
    source,
  ],
  rules: [
    {
      field: 'latitude',
      expected: 'latitude and longitude, or neither',
      broken: '(c.latitude IS NULL) <> (c.longitude IS NULL)',
    },
    {
      field: 'population',
      expected: 'a population within five times of the one known so far,',
      detail: '(SELECT t.population::text FROM city t WHERE t.id = r.target)',
      broken: `EXISTS (SELECT FROM city t WHERE t.id = r.target
        AND (r.population::bigint >= t.population::bigint * 5 OR t.population::bigint >= r.population::bigint * 5)
        AND greatest(t.population, r.population) > 0)`,
      warning: true,
    },
  ],
};

const cityNames: Resource = {
  name: 'city-names',
  table: 'city_name',
  description: 'Names of cities in other languages, and other names that people search for.',
  key: ['city', 'locale', 'name'],
  fields: [
    reference('city', 'cities', 'The city.', { required: true }),
    required('locale', locale, 'The language of the name.'),
    name('The name.'),
    required('preferred', boolean, 'true for the name to show in that language, false for another one to be found by.'),
  ],
  rules: [
    {
      field: 'preferred',
      expected: 'one preferred name of a city in a language at most',
      broken: `r.preferred AND EXISTS (SELECT FROM ${stagingTable.rows('city-names')} o
        WHERE o.preferred AND o.city = r.city AND o.locale = r.locale AND o.line < r.line)`,
    },
  ],
  // The name that was preferred so far makes room.
  prepare: `UPDATE city_name t SET preferred = false FROM ${stagingTable.rows('city-names')} r
    WHERE t.preferred AND r.preferred AND t.city_id = r.city AND t.locale = r.locale AND t.name <> r.name COLLATE "C"`,
};

const cityFormerKeys: Resource = {
  name: 'city-former-keys',
  table: 'city_former_key',
  description:
    'Ids of cities that turned out to be the same as another one, in this package and in other registers. They lead to the city that stayed.',
  key: ['scheme', 'value'],
  fields: [
    required(
      'scheme',
      oneOf(['SLUG', 'WIKIDATA', 'GEONAMES', 'UNLOCODE', 'CDP', 'GCOM']),
      'Whose id it is: SLUG for the one in this package.',
    ),
    required('value', text, 'The former id.'),
    reference('city', 'cities', 'The city that it leads to.', { required: true }),
  ],
  rules: [
    {
      field: 'value',
      expected: 'an id that no city has now',
      broken: `EXISTS (SELECT FROM city t WHERE CASE r.scheme
        WHEN 'SLUG' THEN t.slug WHEN 'WIKIDATA' THEN t.wikidata_id WHEN 'GEONAMES' THEN t.geonames_id
        WHEN 'UNLOCODE' THEN t.unlocode WHEN 'CDP' THEN t.cdp_id ELSE t.gcom_id END = r.value COLLATE "C")`,
    },
  ],
};

export const places = [sources, countries, countryNames, cities, cityNames, cityFormerKeys];

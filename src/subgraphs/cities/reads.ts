import sql, { raw } from 'sql-template-tag';
import { EntityReads } from '../../data/entity-reads';
import { list } from '../../data/list';
import type { Translated } from '../../data/locale';
import type { Order } from '../../data/page';
import type { Scope } from '../../data/scope';
import { City } from './city';
import { cityFilter, type CityListArgs } from './city-filter';
import { Country } from './country';
import { CityKeyScheme } from './former-key';

const countryName: Translated = { table: 'country_name', owner: 'country_id', original: { locale: 'en' } };

export const countryReads = new EntityReads(Country, {
  table: 'country',
  slug: 'code',
  fields: { name: countryName, contentLocale: countryName },
});

const cityName: Translated = {
  table: 'city_name',
  owner: 'city_id',
  where: 'tr.preferred',
  original: { locale: 'en' },
};

export const cityReads = new EntityReads(City, {
  table: 'city',
  formerKeys: {
    table: 'city_former_key',
    owner: 'city_id',
    schemes: {
      slug: CityKeyScheme.SLUG,
      wikidataId: CityKeyScheme.WIKIDATA,
      geonamesId: CityKeyScheme.GEONAMES,
      unlocode: CityKeyScheme.UNLOCODE,
    },
  },
  fields: {
    name: cityName,
    contentLocale: cityName,
    country: { join: () => countryReads, key: 'countryId' },
    location: ['latitude', 'longitude'],
    externalIds: ['wikidataId', 'geonamesId', 'unlocode', 'cdpId', 'gcomId'],
    source: ['sourceId'],
  },
});

/** The orders of lists of cities, for the alias of the table. */
export const cityOrders = (t: string): Record<string, Order> => ({
  NAME: { key: `${t}.folded_name`, type: 'text', natural: 'ASC' },
  POPULATION: { key: `coalesce(${t}.population, -1)`, type: 'integer', natural: 'DESC' },
  NETWORK_COUNT: { key: `${t}.network_count`, type: 'integer', natural: 'DESC' },
  SOLUTION_COUNT: { key: `${t}.solution_count`, type: 'integer', natural: 'DESC' },
});

/** What the filter asks of cities with the alias; nothing where there is no filter. */
export const cityConditions = (args: CityListArgs, t: string, viewer: Scope) =>
  args.filter ? [cityFilter.sql(args.filter, t, viewer)] : [];

export const cities = list<City, CityListArgs>({
  node: () => cityReads,
  t: 'c',
  ofParent: false,
  from: () => raw('city c'),
  where: ({ args, viewer }) => cityConditions(args, 'c', viewer),
  orders: () => cityOrders('c'),
  defaultOrder: 'NAME',
});

export const citiesOfCountry = list<City>({
  node: () => cityReads,
  t: 'c',
  ofParent: true,
  from: () => raw('city c'),
  where: ({ parent }) => [sql`c.country_id = ${parent}`],
  orders: () => cityOrders('c'),
  defaultOrder: 'NAME',
});

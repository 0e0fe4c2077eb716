import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Source } from '../../data/source';
import {
  Checks,
  Column,
  Entity,
  ForeignKey,
  Indexes,
  isLocale,
  isOneOf,
  KeyedNode,
  PrimaryColumn,
  SLUG,
} from '../../data/table-decorators';
import { connectionOf, edgeOf } from '../../graphql/connections';
import { Node } from '../../graphql/node';
import { Latitude, Longitude, NonNegativeInt } from '../../graphql/scalars';
import { OwnedBy } from '../owned-by';
import { Country } from './country';
import { Region } from './region';

const nullable = true;

@ObjectType({ description: 'A position on the globe (WGS 84).', simpleResolvers: true })
export class GeoPoint {
  @Field(() => Latitude, { description: 'Degrees north of the equator.' })
  latitude: number;

  @Field(() => Longitude, { description: 'Degrees east of Greenwich.' })
  longitude: number;
}

export enum ExternalIdScheme {
  WIKIDATA = 'WIKIDATA',
  GEONAMES = 'GEONAMES',
  UNLOCODE = 'UNLOCODE',
  CDP = 'CDP',
  GCOM = 'GCOM',
}
registerEnumType(ExternalIdScheme, {
  name: 'ExternalIdScheme',
  description: 'A register of places outside of this platform.',
  valuesConfig: {
    WIKIDATA: { description: 'Wikidata: `Q1748`.' },
    GEONAMES: { description: 'GeoNames: `2618425`.' },
    UNLOCODE: { description: 'The United Nations’ code for trade and transport locations: `DKCPH`.' },
    CDP: { description: 'CDP’s account number of a city that discloses there.' },
    GCOM: { description: 'The Global Covenant of Mayors’ id of a signatory.' },
  },
});

@ObjectType({
  description: 'What another register calls a city. Identifiers join safely; names do not.',
  simpleResolvers: true,
})
export class ExternalId {
  @Field(() => ExternalIdScheme, { description: 'The register.' })
  scheme: ExternalIdScheme;

  @Field(() => String, { description: 'The id there, as that register writes it.' })
  value: string;
}

@OwnedBy('cities', 'wikidataId', 'geonamesId', 'unlocode')
@ObjectType({
  implements: Node,
  description: 'A city or local government: a member of networks, which shares solutions and takes up those of others.',
  simpleResolvers: true,
})
@Entity('city')
@Checks('city', {
  slug: SLUG,
  region: isOneOf('region', Region),
  population: 'population >= 0',
  latitude: 'latitude BETWEEN -90 AND 90',
  longitude: 'longitude BETWEEN -180 AND 180',
  wikidata: "wikidata_id ~ '^Q[1-9][0-9]*$'",
  geonames: "geonames_id ~ '^[1-9][0-9]*$'",
  unlocode: "unlocode ~ '^[A-Z]{2}[A-Z2-9]{3}$'",
  location: '(latitude IS NULL) = (longitude IS NULL)',
})
@Indexes(
  'city_name_order_idx',
  'city_population_order_idx',
  'city_network_count_order_idx',
  'city_solution_count_order_idx',
  'city_country_order_idx',
  'city_region_order_idx',
  'city_location_idx',
  'city_name_trigram_idx',
  'city_characters_idx',
)
export class City extends KeyedNode {
  @Field(() => String, { description: 'Permanent name for addresses: `sao-paulo`. Unique among cities.' })
  override slug: string;

  @Column('text')
  name: string;

  /** What lists are ordered by: the name without accents and case, which the database keeps up to date. */
  @Column({ type: 'text', collation: 'C', default: '' })
  foldedName: string;

  @Column('integer')
  @ForeignKey(() => Country)
  countryId: number;

  @Field(() => Region, { nullable, description: 'The region that C40 counts the city to; null where it is not known.' })
  @Column('text', { nullable })
  region: Region | null;

  @Field(() => NonNegativeInt, {
    nullable,
    description: 'Inhabitants, as the source last counted them; null where unknown.',
  })
  @Column('integer', { nullable })
  population: number | null;

  @Column('double precision', { nullable })
  latitude: number | null;

  @Column('double precision', { nullable })
  longitude: number | null;

  @Field(() => String, { nullable, description: 'Wikidata’s id: `Q1748`.' })
  @Column({ type: 'text', nullable, collation: 'C', unique: true })
  wikidataId: string | null;

  @Field(() => String, { nullable, description: 'GeoNames’ id: `2618425`.' })
  @Column({ type: 'text', nullable, collation: 'C', unique: true })
  geonamesId: string | null;

  @Field(() => String, { nullable, description: 'UN/LOCODE without a space: `DKCPH`.' })
  @Column({ type: 'text', nullable, collation: 'C', unique: true })
  unlocode: string | null;

  @Column({ type: 'text', nullable, collation: 'C', unique: true })
  cdpId: string | null;

  @Column({ type: 'text', nullable, collation: 'C', unique: true })
  gcomId: string | null;

  @Column('integer', { nullable })
  @ForeignKey(() => Source)
  sourceId: number | null;

  /** Networks of which the city is a member today: kept by the database, for ordering. */
  @Column('integer', { default: 0 })
  networkCount: number;

  /** Public solutions that the city has published: kept by the database, for ordering. */
  @Column('integer', { default: 0 })
  solutionCount: number;
}

export const CityEdge = edgeOf('City', () => City);
export const CityConnection = connectionOf(
  'City',
  () => City,
  () => CityEdge,
);

/** A name of a city: the one that a locale prefers, or another one that people search for. */
@Entity('city_name')
@Checks('city_name', { locale: isLocale('locale') })
@Indexes('city_name_name_trigram_idx', 'city_name_fold_idx', 'city_name_characters_idx', 'city_name_preferred_idx')
export class CityName {
  @PrimaryColumn('integer')
  @ForeignKey(() => City, { onDelete: 'CASCADE' })
  cityId: number;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  locale: string;

  @PrimaryColumn('text')
  name: string;

  @Column('boolean')
  preferred: boolean;
}

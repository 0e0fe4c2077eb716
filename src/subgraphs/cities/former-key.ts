import { Checks, Column, Entity, ForeignKey, Indexes, isOneOf, PrimaryColumn } from '../../data/table-decorators';
import { City } from './city';

/** What tells cities apart: their ids in the API, and in the registers that they are in. */
export enum CityKeyScheme {
  SLUG = 'SLUG',
  WIKIDATA = 'WIKIDATA',
  GEONAMES = 'GEONAMES',
  UNLOCODE = 'UNLOCODE',
  CDP = 'CDP',
  GCOM = 'GCOM',
}

/** A key that a city has from another one, which turned out to be the same city. It leads to the one that stayed, for ever. */
@Entity('city_former_key')
@Checks('city_former_key', { scheme: isOneOf('scheme', CityKeyScheme) })
@Indexes('city_former_key_city_id_idx')
export class CityFormerKey {
  @PrimaryColumn({ type: 'text', collation: 'C' })
  scheme: CityKeyScheme;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  value: string;

  @Column('integer')
  @ForeignKey(() => City)
  cityId: number;
}

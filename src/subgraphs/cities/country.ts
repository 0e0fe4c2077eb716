import { Field, ObjectType } from 'type-graphql';
import {
  Checks,
  Column,
  Entity,
  ForeignKey,
  Indexes,
  isLocale,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from '../../data/table-decorators';
import { Node } from '../../graphql/node';
import { CountryCode } from '../../graphql/scalars';
import { OwnedBy } from '../owned-by';

@OwnedBy('cities', 'code')
@ObjectType({
  implements: Node,
  description: 'A country or territory with a code of ISO 3166-1.',
  simpleResolvers: true,
})
@Entity('country')
@Checks('country', { code: "code ~ '^[A-Z]{2}$'" })
@Indexes('country_name_order_idx')
export class Country extends Node {
  @PrimaryGeneratedColumn('identity', { name: 'id', generatedIdentity: 'BY DEFAULT' })
  override rowId: number;

  @Field(() => CountryCode, { description: 'Code of ISO 3166-1 alpha-2: `CO`.' })
  @Column({ type: 'text', collation: 'C', unique: true })
  code: string;

  @Column('text')
  name: string;
}

/** The name of a country in another language than English. */
@Entity('country_name')
@Checks('country_name', { locale: isLocale('locale') })
export class CountryName {
  @PrimaryColumn('integer')
  @ForeignKey(() => Country, { onDelete: 'CASCADE' })
  countryId: number;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  locale: string;

  @Column('text')
  name: string;
}

import { Field, ObjectType } from 'type-graphql';
import { LocalDate, Url } from '../graphql/scalars';
import { Checks, Column, Entity, PrimaryGeneratedColumn, SLUG } from './table-decorators';

@ObjectType({ description: 'Where a claim comes from.', simpleResolvers: true })
@Entity('source')
@Checks('source', { slug: SLUG, url: "url ~* '^https?://'" })
export class Source {
  @PrimaryGeneratedColumn('identity', { name: 'id', generatedIdentity: 'BY DEFAULT' })
  rowId: number;

  @Column({ type: 'text', collation: 'C', unique: true })
  slug: string;

  @Field(() => String, { description: 'Publisher and title: `C40: Cool Cities Network`.' })
  @Column('text')
  name: string;

  @Field(() => Url, { nullable: true, description: 'Its address on the web.' })
  @Column('text', { nullable: true })
  url: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which it was retrieved, where that is known.' })
  @Column('date', { nullable: true })
  retrievedOn: string | null;
}

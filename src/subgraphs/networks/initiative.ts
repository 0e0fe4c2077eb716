import { Field, InputType, ObjectType } from 'type-graphql';
import { Filter, idOf, matching } from '../../data/filter';
import type { ListArgs } from '../../data/list';
import { Source } from '../../data/source';
import {
  Checks,
  Column,
  Entity,
  ForeignKey,
  Indexes,
  isLocale,
  KeyedNode,
  PrimaryColumn,
  SLUG,
} from '../../data/table-decorators';
import { connectionOf, edgeOf } from '../../graphql/connections';
import { IDFilter, StringFilter } from '../../graphql/inputs';
import { Node } from '../../graphql/node';
import { OwnedBy } from '../owned-by';

const nullable = true;

@OwnedBy('networks')
@ObjectType({
  implements: Node,
  description: 'An initiative area: a theme under which networks are convened, such as adaptation and water.',
  simpleResolvers: true,
})
@Entity('initiative')
@Checks('initiative', { slug: SLUG, locale: isLocale('original_locale') })
@Indexes('initiative_name_order_idx')
export class Initiative extends KeyedNode {
  @Field(() => String, { description: 'Permanent name for addresses: `adaptation-water`. Unique among initiatives.' })
  override slug: string;

  @Column('text')
  name: string;

  /** What lists are ordered by: the name without accents and case, which the database keeps up to date. */
  @Column({ type: 'text', collation: 'C', default: '' })
  foldedName: string;

  @Column('text', { nullable })
  summary: string | null;

  @Column({ type: 'text', collation: 'C' })
  originalLocale: string;

  @Column('integer', { nullable })
  @ForeignKey(() => Source)
  sourceId: number | null;
}

export const InitiativeEdge = edgeOf('Initiative', () => Initiative);
export const InitiativeConnection = connectionOf(
  'Initiative',
  () => Initiative,
  () => InitiativeEdge,
);

@Entity('initiative_translation')
@Checks('initiative_translation', { locale: isLocale('locale') })
export class InitiativeTranslation {
  @PrimaryColumn('integer')
  @ForeignKey(() => Initiative, { onDelete: 'CASCADE' })
  initiativeId: number;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  locale: string;

  @Column('text')
  name: string;

  @Column('text', { nullable })
  summary: string | null;
}

@InputType({ description: 'Which initiative areas. All that is given must hold.' })
export class InitiativeFilter {
  @Field(() => IDFilter, { nullable, description: 'Ids of initiative areas.' })
  id?: IDFilter | null;

  @Field(() => StringFilter, { nullable, description: 'The slug, to the letter: `{ eq: "adaptation-water" }`.' })
  slug?: StringFilter | null;

  @Field(() => StringFilter, { nullable, description: 'The name in its original language.' })
  name?: StringFilter | null;
}

export interface InitiativeListArgs extends ListArgs {
  filter?: InitiativeFilter | null;
}

export const initiativeFilter = new Filter<InitiativeFilter>(() => ({
  id: idOf('Initiative', '$t.slug'),
  slug: matching('$t.slug', { exact: true }),
  name: matching('$t.folded_name'),
}));

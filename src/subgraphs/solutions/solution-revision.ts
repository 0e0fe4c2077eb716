import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Indexes, PrimaryGeneratedColumn } from '../../data/table-decorators';
import { DateTime, Locale, PositiveInt } from '../../graphql/scalars';
import { Solution } from './solution';

/** What may change of a solution, and what it was: texts, or lists of addresses and of the slugs of networks. */
export type Before = Partial<
  Record<
    'title' | 'summary' | 'body' | 'sector' | 'status' | 'visibility' | 'links' | 'networks',
    string | null | readonly string[]
  >
>;

@ObjectType({ description: 'A change of a solution.', simpleResolvers: true })
@Entity('solution_revision')
@Indexes('solution_revision_solution_id_idx')
export class SolutionRevision {
  @PrimaryGeneratedColumn('identity', { name: 'id', generatedIdentity: 'BY DEFAULT' })
  rowId: number;

  @Column('integer')
  @ForeignKey(() => Solution, { onDelete: 'CASCADE' })
  solutionId: number;

  @Field(() => PositiveInt, {
    description: 'Which one it is: 1 for the first change of the solution. `reviseSolution` takes it as `ifRevision`.',
  })
  number: number;

  @Field(() => DateTime, { description: 'When it was changed.' })
  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  revisedAt: string;

  @Field(() => String, {
    description: 'The account that changed it: the issuer of its tokens, a space, and its subject there.',
  })
  @Column('text')
  revisedBy: string;

  @Field(() => Locale, {
    description: 'The language of the texts that were changed: the solution’s own, or that of a translation.',
  })
  @Column({ type: 'text', collation: 'C' })
  locale: string;

  @Column('jsonb')
  before: Before;
}

@ObjectType({ description: 'What one property of a solution was before a change.', simpleResolvers: true })
export class SolutionChange {
  @Field(() => String, { description: 'The property, as the API names it: `title`, `links`, `status`.' })
  field: string;

  @Field(() => [String], {
    description: 'What it was: a text, or each link, or the slug of each network. Empty where there was nothing.',
  })
  before: readonly string[];
}

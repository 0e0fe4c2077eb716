import type { GraphQLResolveInfo } from 'graphql';
import sql, { raw } from 'sql-template-tag';
import { Arg, Ctx, Field, FieldResolver, Info, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { allOf } from '../../data/filter';
import { neverMatches } from '../../data/never-matches';
import { ChangeType, type LogEvent } from '../../events/event';
import { AfterEventArg } from '../../graphql/arguments';
import { invalidFilter } from '../../graphql/errors';
import { DateTime } from '../../graphql/scalars';
import type { Context } from '../context';
import { runByFeed, Vanished, type LiveField } from '../live-field';
import { OwnedBy } from '../owned-by';
import { SolutionStatus } from './enums';
import { isVisible, solutionReads } from './reads';
import { Solution } from './solution';
import { listedSolutions, SolutionFilter } from './solution-filter';

@ObjectType({ description: 'A solution that a city has shared, as it is now.', simpleResolvers: true })
export class SolutionShared {
  @Field(() => String, {
    description: 'The event’s place in the log: keep the last one, and come back with `after` to miss nothing.',
  })
  cursor: string;

  @Field(() => DateTime, { description: 'When it was shared.' })
  occurredAt: string;

  /** Of the solution. */
  slug: string;
}

@OwnedBy('solutions')
@Resolver(() => SolutionShared)
export class SolutionSharedResolver {
  @Subscription(() => SolutionShared, {
    ...runByFeed,
    description:
      'Every solution that is shared from now on, or after a cursor, in the order of the log. What has been withdrawn ' +
      'or hidden meanwhile is left out. Over WebSocket and Server-Sent Events: see docs/subscriptions.md.',
  })
  solutionShared(
    @Root() { position, occurredAt, subject }: LogEvent,
    @Arg('filter', () => SolutionFilter, {
      nullable: true,
      description: 'Which solutions. Left out: all. One that can never match is refused.',
    })
    _filter: SolutionFilter | null,
    @AfterEventArg() _after: string | null,
    @Ctx() { log }: Context,
  ): SolutionShared {
    return Object.assign(new SolutionShared(), { cursor: log.cursorOf(position), occurredAt, slug: subject.slug });
  }

  @FieldResolver(() => Solution, { description: 'The solution.' })
  async solution(
    @Root() { slug }: SolutionShared,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Solution> {
    const solution = await reader.byKey(solutionReads, 'slug', slug, info);
    if (!solution) throw new Vanished();
    return solution;
  }
}

/** Solutions are told as they are when they are told: revised meanwhile or not, but neither withdrawn nor hidden. */
export const solutionSharedField: LiveField<{ filter?: SolutionFilter | null }> = {
  check({ filter }) {
    if (filter && neverMatches(filter, [{ status: SolutionStatus.PUBLISHED }]))
      throw invalidFilter('filter', 'what a shared solution could match', filter);
  },
  concerns: ({ type }) => type === ChangeType.SOLUTION_SHARED,
  told: (subjects, { filter }, viewer) => sql`SELECT 'Solution', s.slug FROM solution s
    WHERE ${allOf([
      sql`s.slug = ANY (${subjects.map(({ slug }) => slug)}::text[])`,
      raw("s.status = 'PUBLISHED'"),
      ...(filter ? listedSolutions(filter, 's', viewer) : []),
      isVisible('s', viewer),
    ])}`,
};

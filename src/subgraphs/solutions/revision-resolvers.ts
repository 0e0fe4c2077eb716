import type { GraphQLResolveInfo } from 'graphql';
import sql, { raw, type Sql } from 'sql-template-tag';
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import { FALSE, TRUE } from '../../data/filter';
import { parentTable } from '../../data/parents';
import type { Scope } from '../../data/scope';
import { invalidPage } from '../../graphql/errors';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../graphql/pages';
import type { Context } from '../context';
import { OwnedBy } from '../owned-by';
import { printedMoment } from './reads';
import { Solution } from './solution';
import { SolutionChange, SolutionRevision } from './solution-revision';

@OwnedBy('solutions')
@Resolver(() => Solution)
export class SolutionHistoryResolver {
  @FieldResolver(() => [SolutionRevision], {
    description: 'What it was before each change, the latest first: for its own city and for admins, empty for others.',
  })
  async revisions(
    @Root() { rowId }: Solution,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: DEFAULT_PAGE_SIZE,
      description: `How many of the latest, from 1 to ${MAX_PAGE_SIZE}.`,
    })
    first: number | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SolutionRevision[]> {
    const limit = first ?? DEFAULT_PAGE_SIZE;
    if (limit < 1 || limit > MAX_PAGE_SIZE)
      throw invalidPage(`"first" to be from 1 to ${MAX_PAGE_SIZE}`, String(limit));
    const rows = await reader.rowsOf(rowId, info.fieldNodes, (parents) => latest(parents, limit, reader.viewer));
    return rows.map(([, number, revisedAt, revisedBy, locale, before]) =>
      Object.assign(new SolutionRevision(), { number, revisedAt, revisedBy, locale, before }),
    );
  }
}

@Resolver(() => SolutionRevision)
export class SolutionRevisionResolver {
  @FieldResolver(() => [SolutionChange], { description: 'Which properties changed, and what each was before.' })
  changes(@Root() { before }: SolutionRevision): SolutionChange[] {
    return Object.entries(before).map(([field, was]) => ({
      field,
      before: typeof was === 'string' ? [was] : (was ?? []),
    }));
  }
}

/** The latest revisions of each solution. What one was before is for those who write it. */
function latest(solutions: readonly number[], limit: number, { isAdmin, cityId }: Scope): Sql {
  const isOwn = isAdmin ? TRUE : cityId === null ? FALSE : sql`s.city_id = ${cityId}::integer`;
  return sql`SELECT parent.id, r.* FROM ${parentTable(solutions)} JOIN solution s ON s.id = parent.id AND ${isOwn}
    CROSS JOIN LATERAL (SELECT row_number() OVER (ORDER BY r.id)::integer,
        ${raw(printedMoment('r.revised_at'))}, r.revised_by, r.locale, r.before
      FROM solution_revision r WHERE r.solution_id = s.id ORDER BY r.id DESC LIMIT ${limit}) r`;
}

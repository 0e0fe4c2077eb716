import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { Cost, Sized } from '../../graphql/cost';
import type { Connection } from '../../data/connection';
import type { Context } from '../context';
import { localizedText, type Localized } from '../../data/entity-reads';
import { Source } from '../../data/source';
import { readSource } from '../../data/source-reads';
import { LocaleArg } from '../../graphql/arguments';
import { lookup } from '../../graphql/lookup';
import { ForwardPageArgs, PageArgs } from '../../graphql/pages';
import { Locale } from '../../graphql/scalars';
import { OwnedBy } from '../owned-by';
import { City, cityReads } from '../cities';
import { Network, NetworkConnection } from '../networks';
import { Adoption, AdoptionConnection } from './adoption';
import { SolutionFacet } from './enums';
import { facetsOf } from './facets';
import { adoptionsOfSolution, networksOfSolution, solutions } from './lists';
import { solutionReads } from './reads';
import { FacetCount, Solution, SolutionConnection } from './solution';
import { SolutionFilter, SolutionOrder } from './solution-filter';

const nullable = true;

@OwnedBy('solutions')
@Resolver(() => SolutionConnection)
export class SolutionConnectionResolver {
  @Cost(20)
  @Sized({ assumedSize: 100 })
  @FieldResolver(() => [FacetCount], {
    description: 'How many solutions of the whole list have each value, most first. Filters apply; pages do not.',
  })
  facets(
    @Root() connection: Connection<Solution>,
    @Arg('by', () => SolutionFacet, { description: 'What to count by.' }) by: SolutionFacet,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<FacetCount[]> {
    return facetsOf(connection, by, info.fieldNodes, reader.locales);
  }
}

@OwnedBy('solutions')
@Resolver(() => Solution)
export class SolutionResolver {
  @Query(() => Solution, {
    nullable,
    description:
      'The solution with this id or slug; null where there is none that you may see. Exactly one argument is expected.',
  })
  solution(
    @Arg('id', () => ID, { nullable, description: 'Global id of a solution.' }) id: string | null,
    @Arg('slug', () => String, { nullable, description: 'Slug of a solution.' }) slug: string | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Solution | null> {
    const [property, value] = lookup('solution', 'Solution', { id, slug });
    return reader.byKey(solutionReads, property, value, info);
  }

  @Query(() => SolutionConnection, {
    nullable,
    description: 'All published solutions that fit the filter, newest first unless ordered otherwise.',
  })
  solutions(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => SolutionFilter, { nullable, description: 'Which solutions. Left out: all published ones.' })
    filter: SolutionFilter | null,
    @Arg('orderBy', () => SolutionOrder, { nullable, description: 'Left out: newest first.' })
    orderBy: SolutionOrder | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Solution>> {
    return reader.list(solutions, null, { page, filter, orderBy }, info);
  }

  @FieldResolver(() => String, { description: 'The title.' })
  title(@Root() solution: Localized<Solution>, @LocaleArg() locale: string | null): string {
    return localizedText(solution, 'title', locale)!;
  }

  @FieldResolver(() => Locale, {
    description: 'The language that `title` and `summary` come in: the wanted one, or what they fell back to.',
  })
  contentLocale(@Root() solution: Localized<Solution>, @LocaleArg() locale: string | null): string {
    return localizedText(solution, 'contentLocale', locale)!;
  }

  @FieldResolver(() => String, { description: 'What was done, in a few sentences.' })
  summary(@Root() solution: Localized<Solution>, @LocaleArg() locale: string | null): string {
    return localizedText(solution, 'summary', locale)!;
  }

  @FieldResolver(() => String, {
    nullable,
    description: 'The whole story, in Markdown as it was written: sanitise it before you show it as HTML.',
  })
  body(@Root() solution: Localized<Solution>, @LocaleArg() locale: string | null): string | null {
    return localizedText(solution, 'body', locale);
  }

  @FieldResolver(() => City, { nullable, description: 'The city that shared it.' })
  city(@Root() solution: Solution, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo): Promise<City | null> {
    return reader.byRow(cityReads, solution.cityId, info);
  }

  @FieldResolver(() => NetworkConnection, { nullable, description: 'The networks that it was shared in, by name.' })
  networks(
    @Root() solution: Solution,
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Network>> {
    return reader.list(networksOfSolution, solution.rowId, { page }, info);
  }

  @FieldResolver(() => AdoptionConnection, { description: 'Which cities took it up, the latest first.' })
  adoptions(
    @Root() solution: Solution,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Adoption>> {
    return reader.list(adoptionsOfSolution, solution.rowId, { page }, info);
  }

  @FieldResolver(() => Source, { nullable, description: 'Where the facts about it come from.' })
  source(
    @Root() solution: Solution,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Source | null> {
    return readSource(solution.sourceId, context, info);
  }
}

import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Connection } from '../../data/connection';
import type { Context } from '../context';
import { ForwardPageArgs, PageArgs } from '../../graphql/pages';
import { OwnedBy } from '../owned-by';
import { City } from '../cities';
import { Initiative, Network } from '../networks';
import { Action, ActionConnection, ActionFilter } from './action';
import { Adoption, AdoptionConnection } from './adoption';
import { actionsOfCity, adoptionsByCity, solutionsOfCity, solutionsOfInitiative, solutionsOfNetwork } from './lists';
import { Solution, SolutionConnection } from './solution';
import { SolutionFilter, SolutionOrder } from './solution-filter';

const nullable = true;

const FilterArg = (): ParameterDecorator =>
  Arg('filter', () => SolutionFilter, {
    nullable,
    description: 'Which solutions. Left out: all published ones.',
  }) as ParameterDecorator;
const OrderArg = (): ParameterDecorator =>
  Arg('orderBy', () => SolutionOrder, { nullable, description: 'Left out: newest first.' }) as ParameterDecorator;

/** What this module adds to a city. It reads the city's key alone. */
@OwnedBy('solutions')
@Resolver(() => City)
export class CitySolutionsResolver {
  @FieldResolver(() => SolutionConnection, {
    nullable,
    description: 'Solutions that the city has published, newest first unless ordered otherwise.',
  })
  solutions(
    @Root() city: City,
    @Args(() => PageArgs) page: PageArgs,
    @FilterArg() filter: SolutionFilter | null,
    @OrderArg() orderBy: SolutionOrder | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Solution>> {
    return reader.list(solutionsOfCity, city.rowId, { page, filter, orderBy }, info);
  }

  @FieldResolver(() => AdoptionConnection, {
    nullable,
    description: 'Solutions of other cities that this one took up, the latest first.',
  })
  adoptions(
    @Root() city: City,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Adoption>> {
    return reader.list(adoptionsByCity, city.rowId, { page }, info);
  }

  @FieldResolver(() => ActionConnection, {
    nullable,
    description: 'Climate actions that the city reported, the latest first.',
  })
  actions(
    @Root() city: City,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ActionFilter, { nullable, description: 'Which actions. Left out: all.' })
    filter: ActionFilter | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Action>> {
    return reader.list(actionsOfCity, city.rowId, { page, filter }, info);
  }
}

/** What this module adds to a network. */
@OwnedBy('solutions')
@Resolver(() => Network)
export class NetworkSolutionsResolver {
  @FieldResolver(() => SolutionConnection, {
    nullable,
    description: 'Solutions that were shared in the network, newest first unless ordered otherwise.',
  })
  solutions(
    @Root() network: Network,
    @Args(() => PageArgs) page: PageArgs,
    @FilterArg() filter: SolutionFilter | null,
    @OrderArg() orderBy: SolutionOrder | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Solution>> {
    return reader.list(solutionsOfNetwork, network.rowId, { page, filter, orderBy }, info);
  }
}

/** What this module adds to an initiative area. */
@OwnedBy('solutions')
@Resolver(() => Initiative)
export class InitiativeSolutionsResolver {
  @FieldResolver(() => SolutionConnection, {
    nullable,
    description: 'Solutions that were shared in the area’s networks, newest first unless ordered otherwise.',
  })
  solutions(
    @Root() initiative: Initiative,
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @FilterArg() filter: SolutionFilter | null,
    @OrderArg() orderBy: SolutionOrder | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Solution>> {
    return reader.list(solutionsOfInitiative, initiative.rowId, { page, filter, orderBy }, info);
  }
}

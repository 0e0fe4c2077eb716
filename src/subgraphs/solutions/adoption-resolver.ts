import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Context } from '../context';
import { Source } from '../../data/source';
import { readSource } from '../../data/source-reads';
import { OwnedBy } from '../owned-by';
import { City, cityReads } from '../cities';
import { Network, networkReads } from '../networks';
import { Adoption } from './adoption';
import { solutionReads } from './reads';
import { Solution } from './solution';

const nullable = true;

@OwnedBy('solutions')
@Resolver(() => Adoption)
export class AdoptionResolver {
  @FieldResolver(() => Solution, { description: 'What was taken up.' })
  solution(
    @Root() adoption: Adoption,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Solution | null> {
    return reader.byRow(solutionReads, adoption.solutionId, info);
  }

  @FieldResolver(() => City, { nullable, description: 'The city that took it up.' })
  city(@Root() adoption: Adoption, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo): Promise<City | null> {
    return reader.linked(adoption, 'city', cityReads, adoption.cityId, info);
  }

  @FieldResolver(() => City, {
    nullable,
    description: 'The city that it was learnt from, where the record says so. Null is unknown: nothing is inferred.',
  })
  learnedFrom(
    @Root() adoption: Adoption,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<City | null> {
    return reader.linked(adoption, 'learnedFrom', cityReads, adoption.learnedFromId, info);
  }

  @FieldResolver(() => Network, {
    nullable,
    description: 'The network by way of which it was learnt, where the record says so.',
  })
  via(
    @Root() adoption: Adoption,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Network | null> {
    return reader.byRow(networkReads, adoption.viaId, info);
  }

  @FieldResolver(() => Source, { nullable, description: 'Where the claim comes from.' })
  source(
    @Root() adoption: Adoption,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Source | null> {
    return readSource(adoption.sourceId, context, info);
  }
}

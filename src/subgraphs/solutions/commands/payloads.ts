import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context';
import { Payload } from '../../mutation';
import { OwnedBy } from '../../owned-by';
import { Action } from '../action';
import { Adoption } from '../adoption';
import { actionReads, adoptionReads, solutionReads } from '../reads';
import { Solution } from '../solution';

const nullable = true;

@ObjectType({ description: 'A solution that was written.', simpleResolvers: true })
export class SolutionPayload extends Payload {}

@ObjectType({ description: 'An adoption that was written.', simpleResolvers: true })
export class AdoptionPayload extends Payload {}

@ObjectType({ description: 'A report on an action that was written.', simpleResolvers: true })
export class ActionPayload extends Payload {}

@OwnedBy('solutions')
@Resolver(() => SolutionPayload)
export class SolutionPayloadResolver {
  @FieldResolver(() => Solution, {
    nullable,
    description: 'The solution as it is now; null where there is something to mend.',
  })
  solution(
    @Root() { slug }: SolutionPayload,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Solution | null> | null {
    return slug === null ? null : reader.byKey(solutionReads, 'slug', slug, info);
  }
}

@OwnedBy('solutions')
@Resolver(() => AdoptionPayload)
export class AdoptionPayloadResolver {
  @FieldResolver(() => Adoption, {
    nullable,
    description: 'The adoption as it is now; null where there is something to mend.',
  })
  adoption(
    @Root() { slug }: AdoptionPayload,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Adoption | null> | null {
    return slug === null ? null : reader.byKey(adoptionReads, 'slug', slug, info);
  }
}

@OwnedBy('solutions')
@Resolver(() => ActionPayload)
export class ActionPayloadResolver {
  @FieldResolver(() => Action, {
    nullable,
    description: 'The report as it is now; null where there is something to mend.',
  })
  action(
    @Root() { slug }: ActionPayload,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Action | null> | null {
    return slug === null ? null : reader.byKey(actionReads, 'slug', slug, info);
  }
}

import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context';
import { mutate, Payload } from '../../mutation';
import { OwnedBy } from '../../owned-by';
import { Collaboration } from '../collaboration';
import { collaborationReads } from '../reads';
import { recordCollaboration } from './record-collaboration';
import { RecordCollaborationInput } from './record-collaboration-input';

@ObjectType({ description: 'A collaboration that was written.', simpleResolvers: true })
export class CollaborationPayload extends Payload {}

@OwnedBy('collaborations')
@Resolver(() => CollaborationPayload)
export class CollaborationMutations {
  @Mutation(() => CollaborationPayload, {
    description:
      'Records that cities work together. For practitioners of a city that takes part, and managers of the network.',
  })
  recordCollaboration(
    @Arg('input', () => RecordCollaborationInput, { description: 'The collaboration.' })
    input: RecordCollaborationInput,
    @Ctx() context: Context,
  ): Promise<CollaborationPayload> {
    return mutate(recordCollaboration, input, context);
  }

  @FieldResolver(() => Collaboration, {
    nullable: true,
    description: 'The collaboration as it is now; null where there is something to mend.',
  })
  collaboration(
    @Root() { slug }: CollaborationPayload,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Collaboration | null> | null {
    return slug === null ? null : reader.byKey(collaborationReads, 'slug', slug, info);
  }
}

import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context';
import { Payload } from '../../mutation';
import { OwnedBy } from '../../owned-by';
import { Signature } from '../collective-action';
import { Membership } from '../membership';
import { membershipReads, signatureReads } from '../reads';

const nullable = true;

@ObjectType({ description: 'A membership that was written.', simpleResolvers: true })
export class MembershipPayload extends Payload {}

@ObjectType({ description: 'A signature that was written.', simpleResolvers: true })
export class SignaturePayload extends Payload {}

@OwnedBy('networks')
@Resolver(() => MembershipPayload)
export class MembershipPayloadResolver {
  @FieldResolver(() => Membership, {
    nullable,
    description: 'The membership as it is now; null where there is something to mend.',
  })
  membership(
    @Root() { slug }: MembershipPayload,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Membership | null> | null {
    return slug === null ? null : reader.byKey(membershipReads, 'slug', slug, info);
  }
}

@OwnedBy('networks')
@Resolver(() => SignaturePayload)
export class SignaturePayloadResolver {
  @FieldResolver(() => Signature, {
    nullable,
    description: 'The signature as it is now; null where there is something to mend.',
  })
  signature(
    @Root() { slug }: SignaturePayload,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Signature | null> | null {
    return slug === null ? null : reader.byKey(signatureReads, 'slug', slug, info);
  }
}

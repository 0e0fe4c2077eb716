import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context';
import { mutate } from '../../mutation';
import { OwnedBy } from '../../owned-by';
import { endMembership } from './end-membership';
import { EndMembershipInput, SetMembershipInput } from './membership-inputs';
import { MembershipPayload, SignaturePayload } from './payloads';
import { setMembership } from './set-membership';
import { signCollectiveAction } from './sign-collective-action';
import { SignCollectiveActionInput, WithdrawSignatureInput } from './signature-inputs';
import { withdrawSignature } from './withdraw-signature';

@OwnedBy('networks')
@Resolver()
export class MembershipMutations {
  @Mutation(() => MembershipPayload, {
    description:
      'Takes a city into a network, or changes its role or its first day there. A new role from a later day on ends the ' +
      'membership in the old one on that day. For managers of the network.',
  })
  setMembership(
    @Arg('input', () => SetMembershipInput, { description: 'The membership.' }) input: SetMembershipInput,
    @Ctx() context: Context,
  ): Promise<MembershipPayload> {
    return mutate(setMembership, input, context);
  }

  @Mutation(() => MembershipPayload, {
    description: 'Ends a membership, or corrects its end. It stays on record. For managers of the network.',
  })
  endMembership(
    @Arg('input', () => EndMembershipInput, { description: 'The membership, and its end.' }) input: EndMembershipInput,
    @Ctx() context: Context,
  ): Promise<MembershipPayload> {
    return mutate(endMembership, input, context);
  }
}

@OwnedBy('networks')
@Resolver()
export class SignatureMutations {
  @Mutation(() => SignaturePayload, {
    description: 'Signs a declaration, accelerator or pledge for your city. For its practitioners.',
  })
  signCollectiveAction(
    @Arg('input', () => SignCollectiveActionInput, { description: 'The signature.' }) input: SignCollectiveActionInput,
    @Ctx() context: Context,
  ): Promise<SignaturePayload> {
    return mutate(signCollectiveAction, input, context);
  }

  @Mutation(() => SignaturePayload, {
    description: 'Takes a signature of your city back, or corrects the day. It stays on record. For its practitioners.',
  })
  withdrawSignature(
    @Arg('input', () => WithdrawSignatureInput, { description: 'The signature, and its end.' })
    input: WithdrawSignatureInput,
    @Ctx() context: Context,
  ): Promise<SignaturePayload> {
    return mutate(withdrawSignature, input, context);
  }
}

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context';
import { mutate } from '../../mutation';
import { OwnedBy } from '../../owned-by';
import { ConfirmAdoptionInput, RecordAdoptionInput, ReviseAdoptionInput } from './adoption-inputs';
import { confirmAdoption } from './confirm-adoption';
import { AdoptionPayload } from './payloads';
import { recordAdoption } from './record-adoption';
import { reviseAdoption } from './revise-adoption';

@OwnedBy('solutions')
@Resolver()
export class AdoptionMutations {
  @Mutation(() => AdoptionPayload, {
    description: 'Records that your city takes up a solution of another one. For practitioners of the adopting city.',
  })
  recordAdoption(
    @Arg('input', () => RecordAdoptionInput, { description: 'The adoption.' }) input: RecordAdoptionInput,
    @Ctx() context: Context,
  ): Promise<AdoptionPayload> {
    return mutate(recordAdoption, input, context);
  }

  @Mutation(() => AdoptionPayload, {
    description:
      'Changes an adoption of your city. Then it is to be confirmed anew. For practitioners of the adopting city.',
  })
  reviseAdoption(
    @Arg('input', () => ReviseAdoptionInput, { description: 'What to change.' }) input: ReviseAdoptionInput,
    @Ctx() context: Context,
  ): Promise<AdoptionPayload> {
    return mutate(reviseAdoption, input, context);
  }

  @Mutation(() => AdoptionPayload, {
    description:
      'Confirms, as it stands, that another city has taken up a solution of yours: both say it then. For practitioners of ' +
      'the solution’s city.',
  })
  confirmAdoption(
    @Arg('input', () => ConfirmAdoptionInput, { description: 'The adoption.' }) input: ConfirmAdoptionInput,
    @Ctx() context: Context,
  ): Promise<AdoptionPayload> {
    return mutate(confirmAdoption, input, context);
  }
}

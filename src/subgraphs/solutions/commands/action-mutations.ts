import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context';
import { mutate } from '../../mutation';
import { OwnedBy } from '../../owned-by';
import { ActionPayload } from './payloads';
import { reportAction } from './report-action';
import { ReportActionInput } from './report-action-input';

@OwnedBy('solutions')
@Resolver()
export class ActionMutations {
  @Mutation(() => ActionPayload, {
    description: 'Reports a climate action of your city, or how far it has come since. For its practitioners.',
  })
  reportAction(
    @Arg('input', () => ReportActionInput, { description: 'The report.' }) input: ReportActionInput,
    @Ctx() context: Context,
  ): Promise<ActionPayload> {
    return mutate(reportAction, input, context);
  }
}

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context';
import { mutate } from '../../mutation';
import { OwnedBy } from '../../owned-by';
import { SolutionPayload } from './payloads';
import { publishSolution } from './publish-solution';
import { reviseSolution } from './revise-solution';
import { shareSolution } from './share-solution';
import {
  PublishSolutionInput,
  ReviseSolutionInput,
  ShareSolutionInput,
  WithdrawSolutionInput,
} from './solution-inputs';
import { withdrawSolution } from './withdraw-solution';

@OwnedBy('solutions')
@Resolver()
export class SolutionMutations {
  @Mutation(() => SolutionPayload, {
    description: 'Shares a solution of your city with its peers, at once or as a draft first. For its practitioners.',
  })
  shareSolution(
    @Arg('input', () => ShareSolutionInput, { description: 'The solution.' }) input: ShareSolutionInput,
    @Ctx() context: Context,
  ): Promise<SolutionPayload> {
    return mutate(shareSolution, input, context);
  }

  @Mutation(() => SolutionPayload, {
    description:
      'Changes a solution of your city, or translates it. What it was is kept in `revisions`. For its practitioners.',
  })
  reviseSolution(
    @Arg('input', () => ReviseSolutionInput, { description: 'What to change.' }) input: ReviseSolutionInput,
    @Ctx() context: Context,
  ): Promise<SolutionPayload> {
    return mutate(reviseSolution, input, context);
  }

  @Mutation(() => SolutionPayload, { description: 'Shares a draft of your city. For its practitioners.' })
  publishSolution(
    @Arg('input', () => PublishSolutionInput, { description: 'The draft.' }) input: PublishSolutionInput,
    @Ctx() context: Context,
  ): Promise<SolutionPayload> {
    return mutate(publishSolution, input, context);
  }

  @Mutation(() => SolutionPayload, {
    description:
      'Takes a solution of your city back: it leaves all lists, and stays to be found by id, with the reason, for those ' +
      'who took it up. For its practitioners.',
  })
  withdrawSolution(
    @Arg('input', () => WithdrawSolutionInput, { description: 'The solution, and why.' }) input: WithdrawSolutionInput,
    @Ctx() context: Context,
  ): Promise<SolutionPayload> {
    return mutate(withdrawSolution, input, context);
  }
}

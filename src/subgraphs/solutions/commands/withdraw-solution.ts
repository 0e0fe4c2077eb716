import { SUMMARY } from '../../../commands/bounds';
import type { Command } from '../../../commands/command';
import { ChangeType } from '../../../events/event';
import { UserErrorCode } from '../../../graphql/user-error';
import { SolutionStatus } from '../enums';
import { solutionReads } from '../reads';
import { Solution } from '../solution';
import { keepBefore } from './history';
import type { WithdrawSolutionInput } from './solution-inputs';

/** Takes a solution back. It stays on record, with the reason, for those who took it up. */
export const withdrawSolution: Command<WithdrawSolutionInput> = {
  name: 'withdrawSolution',
  async run(input, work) {
    const found = { solution: await work.lock(solutionReads, input.solutionId, 'solutionId') };
    work.checkActsFor(found.solution?.cityId, 'solutionId');
    if (found.solution && found.solution.status !== SolutionStatus.PUBLISHED)
      work.refuse(
        UserErrorCode.CONFLICT,
        `Expected a published solution, but this one is ${found.solution.status}.`,
        'solutionId',
      );
    work.checkText(input.reason, SUMMARY, 'reason');
    const { solution } = work.proceed(found);
    const { rowId, slug, originalLocale, status } = solution;
    await work.manager.update(
      Solution,
      { rowId },
      {
        status: SolutionStatus.WITHDRAWN,
        withdrawnAt: () => 'clock_timestamp()',
        withdrawnReason: input.reason,
      },
    );
    await keepBefore(work, rowId, originalLocale, { status });
    work.tell(ChangeType.SOLUTION_WITHDRAWN, 'Solution', slug);
    return slug;
  },
};

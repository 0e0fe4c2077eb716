import type { Command } from '../../../commands/command';
import { ChangeType } from '../../../events/event';
import { UserErrorCode } from '../../../graphql/user-error';
import { SolutionStatus } from '../enums';
import { solutionReads } from '../reads';
import { Solution } from '../solution';
import { keepBefore } from './history';
import type { PublishSolutionInput } from './solution-inputs';

/** Shares a draft. */
export const publishSolution: Command<PublishSolutionInput> = {
  name: 'publishSolution',
  async run(input, work) {
    const found = { solution: await work.lock(solutionReads, input.solutionId, 'solutionId') };
    work.checkActsFor(found.solution?.cityId, 'solutionId');
    if (found.solution && found.solution.status !== SolutionStatus.DRAFT)
      work.refuse(
        UserErrorCode.CONFLICT,
        `Expected a draft, but this solution is ${found.solution.status}.`,
        'solutionId',
      );
    const { solution } = work.proceed(found);
    const { rowId, slug, originalLocale, status } = solution;
    await work.manager.update(
      Solution,
      { rowId },
      { status: SolutionStatus.PUBLISHED, publishedAt: () => 'clock_timestamp()' },
    );
    await keepBefore(work, rowId, originalLocale, { status });
    work.tell(ChangeType.SOLUTION_SHARED, 'Solution', slug);
    return slug;
  },
};

import type { Work } from '../../../commands/work';
import { SolutionRevision, type Before } from '../solution-revision';

/** Keeps what a solution was before a change, and who changed it. */
export async function keepBefore(work: Work, solutionId: number, locale: string, before: Before): Promise<void> {
  await work.manager.insert(SolutionRevision, { solutionId, revisedBy: work.actor, locale, before });
}

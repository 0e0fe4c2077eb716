import type { Command } from '../../../commands/command';
import { ChangeType } from '../../../events/event';
import { UserErrorCode } from '../../../graphql/user-error';
import { Adoption } from '../adoption';
import { adoptionReads } from '../reads';
import { Solution } from '../solution';
import type { ConfirmAdoptionInput } from './adoption-inputs';

/** The solution's own city confirms what the adopting one has recorded: now both say it. */
export const confirmAdoption: Command<ConfirmAdoptionInput> = {
  name: 'confirmAdoption',
  async run(input, work) {
    const found = { adoption: await work.lock(adoptionReads, input.adoptionId, 'adoptionId') };
    const solution =
      found.adoption && (await work.manager.findOneByOrFail(Solution, { rowId: found.adoption.solutionId }));
    work.checkActsFor(solution?.cityId, 'adoptionId');
    if (found.adoption?.confirmed)
      work.refuse(UserErrorCode.CONFLICT, 'Expected an adoption to confirm, but this one is confirmed.', 'adoptionId');
    const { adoption } = work.proceed(found);
    await work.manager.update(
      Adoption,
      { rowId: adoption.rowId },
      { confirmed: true, confirmedAt: () => 'clock_timestamp()', confirmedBy: work.actor },
    );
    work.tell(ChangeType.ADOPTION_CONFIRMED, 'Adoption', adoption.slug);
    return adoption.slug;
  },
};

import { NOTE } from '../../../commands/bounds';
import type { Command } from '../../../commands/command';
import { difference, given } from '../../../commands/difference';
import { ChangeType } from '../../../events/event';
import { UserErrorCode } from '../../../graphql/user-error';
import { cityReads } from '../../cities';
import { networkReads } from '../../networks';
import { Adoption } from '../adoption';
import { adoptionReads } from '../reads';
import { adoptedOnAfter } from './adopted-on';
import type { ReviseAdoptionInput } from './adoption-inputs';

/** Changes an adoption. It is to be confirmed anew, for a confirmation is of the record as it stands. */
export const reviseAdoption: Command<ReviseAdoptionInput> = {
  name: 'reviseAdoption',
  async run(input, work) {
    const found = { adoption: await work.lock(adoptionReads, input.adoptionId, 'adoptionId') };
    work.checkActsFor(found.adoption?.cityId, 'adoptionId');
    const learnedFrom = await work.find(cityReads, input.learnedFromCityId, 'learnedFromCityId');
    if (learnedFrom && learnedFrom.rowId === found.adoption?.cityId)
      work.refuse(UserErrorCode.INVALID, 'Expected another city than the one that adopts.', 'learnedFromCityId');
    const via = await work.find(networkReads, input.viaNetworkId, 'viaNetworkId');
    const { kind, status, note } = input;
    work.checkText(note || null, NOTE, 'note');
    const adopted = found.adoption && adoptedOnAfter(work, input, found.adoption);
    const { adoption } = work.proceed(found);

    const ids = given({ learnedFromId: learnedFrom?.rowId, viaId: via?.rowId });
    const wanted = { ...given({ kind, status }), ...ids, ...adopted, ...(note != null && { note: note || null }) };
    const changed = difference<Adoption>(adoption, wanted);
    if (!changed) return adoption.slug;
    const unconfirmed = { confirmed: false, confirmedAt: null, confirmedBy: null };
    await work.manager.update(Adoption, { rowId: adoption.rowId }, { ...changed.after, ...unconfirmed });
    work.tell(ChangeType.ADOPTION_RECORDED, 'Adoption', adoption.slug, { before: changed.before });
    return adoption.slug;
  },
};

import type { Command } from '../../../commands/command';
import { ChangeType } from '../../../events/event';
import { DatePrecision } from '../../../graphql/date-precision';
import { UserErrorCode } from '../../../graphql/user-error';
import { cityReads } from '../../cities';
import { Signature } from '../collective-action';
import { collectiveActionReads, signatureReads } from '../reads';
import type { SignCollectiveActionInput } from './signature-inputs';

/** Signs a collective action for a city, for the first time or after it had withdrawn. */
export const signCollectiveAction: Command<SignCollectiveActionInput> = {
  name: 'signCollectiveAction',
  async run({ collectiveActionId, cityId, signedOn = null }, work) {
    const found = {
      // Locked, so that the signatures of a city change one after another.
      city: await work.lock(cityReads, cityId, 'cityId'),
      action: await work.find(collectiveActionReads, collectiveActionId, 'collectiveActionId'),
    };
    work.checkActsFor(found.city?.rowId, 'cityId');
    work.checkDay(signedOn, 'signedOn');
    const { city, action } = work.proceed(found);
    const slug = await work.newSlug(signatureReads, [city.slug, action.slug]);
    await work.manager.insert(Signature, {
      slug,
      cityId: city.rowId,
      collectiveActionId: action.rowId,
      signedOn,
      datePrecision: signedOn === null ? null : DatePrecision.DAY,
    });
    work.tell(ChangeType.SIGNATURE_SET, 'Signature', slug);
    return slug;
  },
  violations: {
    signature_no_overlap: {
      code: UserErrorCode.CONFLICT,
      path: ['collectiveActionId'],
      message:
        'Expected what the city has not signed, but a signature holds, or held after that day. Unknown days count as open: a ' +
        'day may be missing.',
    },
  },
};

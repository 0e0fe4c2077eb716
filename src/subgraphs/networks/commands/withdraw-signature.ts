import { periodMistake } from '../../../commands/checks';
import type { Command } from '../../../commands/command';
import { difference } from '../../../commands/difference';
import { ChangeType } from '../../../events/event';
import { UserErrorCode } from '../../../graphql/user-error';
import { Signature } from '../collective-action';
import { signatureReads } from '../reads';
import { lockWithCity } from './lock-with-city';
import { precisionWith } from './precision';
import type { WithdrawSignatureInput } from './signature-inputs';

const { CONFLICT, INVALID } = UserErrorCode;

/** Takes a signature back, or corrects the day on which it was. */
export const withdrawSignature: Command<WithdrawSignatureInput> = {
  name: 'withdrawSignature',
  async run({ signatureId, withdrawnOn }, work) {
    const found = { signature: await lockWithCity(work, signatureReads, signatureId, 'signatureId') };
    work.checkActsFor(found.signature?.cityId, 'signatureId');
    work.checkDay(withdrawnOn, 'withdrawnOn');
    const mistake = periodMistake(found.signature?.signedOn, withdrawnOn);
    if (mistake) work.refuse(INVALID, mistake, 'withdrawnOn');
    const { signature } = work.proceed(found);
    const datePrecision = precisionWith(signature.signedOn, signature.datePrecision);
    const changed = difference<Signature>(signature, { withdrawnOn, datePrecision });
    if (!changed) return signature.slug;
    await work.manager.update(Signature, { rowId: signature.rowId }, changed.after);
    work.tell(ChangeType.SIGNATURE_WITHDRAWN, 'Signature', signature.slug, { before: changed.before });
    return signature.slug;
  },
  violations: {
    signature_no_overlap: {
      code: CONFLICT,
      path: ['withdrawnOn'],
      message: 'Expected a day before the city signed again, but the two signatures overlap.',
    },
  },
};

import { periodMistake } from '../../../commands/checks';
import type { Command } from '../../../commands/command';
import { difference } from '../../../commands/difference';
import { ChangeType } from '../../../events/event';
import { UserErrorCode } from '../../../graphql/user-error';
import { Membership } from '../membership';
import { membershipReads } from '../reads';
import { lockWithCity } from './lock-with-city';
import type { EndMembershipInput } from './membership-inputs';
import { precisionWith } from './precision';

const { CONFLICT, INVALID } = UserErrorCode;

/** Ends a membership, or corrects its end. */
export const endMembership: Command<EndMembershipInput> = {
  name: 'endMembership',
  async run({ membershipId, endedOn }, work) {
    const found = { membership: await lockWithCity(work, membershipReads, membershipId, 'membershipId') };
    work.checkManages(found.membership?.networkId, 'membershipId');
    work.checkDay(endedOn, 'endedOn');
    const mistake = periodMistake(found.membership?.startedOn, endedOn);
    if (mistake) work.refuse(INVALID, mistake, 'endedOn');
    const { membership } = work.proceed(found);
    const datePrecision = precisionWith(membership.startedOn, membership.datePrecision);
    const changed = difference<Membership>(membership, { endedOn, ongoing: null, datePrecision });
    if (!changed) return membership.slug;
    await work.manager.update(Membership, { rowId: membership.rowId }, changed.after);
    work.tell(ChangeType.MEMBERSHIP_ENDED, 'Membership', membership.slug, { before: changed.before });
    return membership.slug;
  },
  violations: {
    membership_no_overlap: {
      code: CONFLICT,
      path: ['endedOn'],
      message: 'Expected an end before the city’s next membership in this network, but the two overlap.',
    },
  },
};

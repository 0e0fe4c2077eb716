import type { Referred } from '../../../access/viewer';
import type { Command } from '../../../commands/command';
import { difference, given } from '../../../commands/difference';
import type { Work } from '../../../commands/work';
import { ChangeType } from '../../../events/event';
import { DatePrecision } from '../../../graphql/date-precision';
import { UserErrorCode } from '../../../graphql/user-error';
import { cityReads, type City } from '../../cities';
import { Membership, type MembershipRole } from '../membership';
import { membershipReads, networkReads } from '../reads';
import type { SetMembershipInput } from './membership-inputs';
import { precisionWith } from './precision';

/** Takes a city into a network, or changes what it is there. */
export const setMembership: Command<SetMembershipInput> = {
  name: 'setMembership',
  async run(input, work) {
    const { role, startedOn = null } = input;
    const network = await work.find(networkReads, input.networkId, 'networkId');
    work.checkManages(network?.rowId, 'networkId');
    // Locked, so that the memberships of a city change one after another.
    const city = await work.lock(cityReads, input.cityId, 'cityId');
    work.checkDay(startedOn, 'startedOn');
    const found = work.proceed({ network, city });
    const known = await findOpen(work, found.city.rowId, found.network.rowId);
    if (!known || isOver(known, startedOn)) {
      const datePrecision = startedOn === null ? null : DatePrecision.DAY;
      return begin(work, found, { role, startedOn, endedOn: null, datePrecision });
    }
    if (known.role === role || !isLater(known, startedOn)) return change(work, known, role, startedOn);
    await end(work, known, startedOn!);
    const { endedOn } = known;
    const datePrecision = precisionWith(endedOn, known.datePrecision);
    return begin(work, found, { role, startedOn, endedOn, datePrecision });
  },
  violations: {
    membership_no_overlap: {
      code: UserErrorCode.CONFLICT,
      path: ['startedOn'],
      message:
        'Expected a first day outside of the city’s other memberships in this network, but it overlaps with one of them. ' +
        'Unknown days count as open: a day may be missing.',
    },
  },
};

/** Whether a membership is over on this day. */
const isOver = ({ endedOn }: Membership, day: string | null): boolean =>
  endedOn !== null && day !== null && endedOn <= day;

/** Whether a day is later than the first one of a membership. One that began on an unknown day has begun before. */
const isLater = ({ startedOn }: Membership, day: string | null): boolean =>
  day !== null && (startedOn === null || startedOn < day);

/** The membership that is not over: today's, or else the next one. */
async function findOpen({ manager }: Work, cityId: number, networkId: number): Promise<Membership | null> {
  const [open] = await manager.query<{ rowId: number }[]>(
    `SELECT id AS "rowId" FROM membership WHERE city_id = $1 AND network_id = $2
       AND CASE WHEN ended_on IS NULL THEN ongoing IS DISTINCT FROM false ELSE ended_on > utc_today() END
     ORDER BY started_on NULLS FIRST LIMIT 1 FOR NO KEY UPDATE`,
    [cityId, networkId],
  );
  return open ? manager.findOneByOrFail(Membership, { rowId: open.rowId }) : null;
}

async function begin(
  work: Work,
  { city, network }: { city: City; network: Referred },
  membership: Pick<Membership, 'role' | 'startedOn' | 'endedOn' | 'datePrecision'>,
): Promise<string> {
  const slug = await work.newSlug(membershipReads, [city.slug, network.slug]);
  await work.manager.insert(Membership, {
    slug,
    cityId: city.rowId,
    networkId: network.rowId,
    ...membership,
    ongoing: membership.endedOn === null ? true : null,
  });
  work.tell(ChangeType.MEMBERSHIP_SET, 'Membership', slug);
  return slug;
}

async function end(work: Work, { rowId, slug, startedOn, datePrecision }: Membership, endedOn: string): Promise<void> {
  const precision = precisionWith(startedOn, datePrecision);
  await work.manager.update(Membership, { rowId }, { endedOn, ongoing: null, datePrecision: precision });
  work.tell(ChangeType.MEMBERSHIP_ENDED, 'Membership', slug);
}

/** Corrects a membership. One whose end is not known goes on: somebody has just said so. */
async function change(work: Work, known: Membership, role: MembershipRole, startedOn: string | null): Promise<string> {
  const changed = difference<Membership>(known, {
    role,
    ongoing: known.endedOn === null ? true : null,
    ...given({ startedOn }),
    ...(startedOn !== null && { datePrecision: precisionWith(known.endedOn, known.datePrecision) }),
  });
  if (!changed) return known.slug;
  await work.manager.update(Membership, { rowId: known.rowId }, changed.after);
  work.tell(ChangeType.MEMBERSHIP_SET, 'Membership', known.slug, { before: changed.before });
  return known.slug;
}

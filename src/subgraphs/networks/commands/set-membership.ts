import type { Command } from '../../../commands/command';
import { difference, given } from '../../../commands/difference';
import type { Work } from '../../../commands/work';
import { periodMistake } from '../../../commands/checks';
import { ChangeType } from '../../../events/event';
import { DatePrecision } from '../../../graphql/date-precision';
import { UserErrorCode } from '../../../graphql/user-error';
import { cityReads } from '../../cities';
import { Membership, type MembershipRole } from '../membership';
import { membershipReads, networkReads } from '../reads';
import type { SetMembershipInput } from './membership-inputs';
import { precisionWith } from './precision';

const { CONFLICT, INVALID } = UserErrorCode;

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
    if (!known) return begin(work, role, startedOn, found.city, found.network);
    const isLater = startedOn !== null && known.startedOn !== null && startedOn > known.startedOn;
    if (known.role !== role && isLater) {
      await end(work, known, startedOn);
      return begin(work, role, startedOn, found.city, found.network);
    }
    return change(work, known, role, startedOn);
  },
  violations: {
    membership_no_overlap: {
      code: CONFLICT,
      path: ['startedOn'],
      message:
        'Expected a first day outside of the city’s other memberships in this network, but it overlaps with one of them. ' +
        'Unknown days count as open: a day may be missing.',
    },
  },
};

interface Keyed {
  rowId: number;
  slug: string;
}

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

async function begin(work: Work, role: MembershipRole, startedOn: string | null, city: Keyed, network: Keyed) {
  const slug = await work.newSlug(membershipReads, [city.slug, network.slug]);
  await work.manager.insert(Membership, {
    slug,
    cityId: city.rowId,
    networkId: network.rowId,
    role,
    startedOn,
    ongoing: true,
    datePrecision: startedOn === null ? null : DatePrecision.DAY,
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
  const mistake = periodMistake(startedOn, known.endedOn);
  if (mistake)
    work.refuse(INVALID, `Expected a first day before its end, ${known.endedOn}, but got ${startedOn}.`, 'startedOn');
  work.proceed({});
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

import { MAX_NETWORKS, TITLE } from '../../../commands/bounds';
import type { Command } from '../../../commands/command';
import type { Work } from '../../../commands/work';
import { conventionalLocale, UNDETERMINED } from '../../../data/locale';
import { ChangeType } from '../../../events/event';
import { DatePrecision } from '../../../graphql/date-precision';
import { UserErrorCode } from '../../../graphql/user-error';
import { cityReads } from '../../cities';
import { networkReads } from '../../networks';
import { Action } from '../action';
import { actionReads } from '../reads';
import type { ReportActionInput } from './report-action-input';

const { INVALID } = UserErrorCode;

/** Reports a climate action, or anew on one that the city has reported before. */
export const reportAction: Command<ReportActionInput> = {
  name: 'reportAction',
  async run(input, work) {
    const { title, locale, sector, status, reportedOn } = input;
    const found = { city: await work.find(cityReads, input.cityId, 'cityId') };
    work.checkActsFor(found.city?.rowId, 'cityId');
    work.checkText(title, TITLE, 'title');
    work.checkDay(reportedOn, 'reportedOn');
    const influences = input.influences == null ? null : [...new Set(input.influences)];
    const networks = await work.findAll(
      networkReads,
      input.influencedByNetworkIds,
      'influencedByNetworkIds',
      MAX_NETWORKS,
    );
    if (influences?.length === 0 && networks.length > 0)
      work.refuse(INVALID, 'Expected no networks where influences is [], nothing.', 'influencedByNetworkIds');
    const earlier = await findEarlier(work, input, found.city?.rowId);
    const { city } = work.proceed(found);
    const slug = await work.newSlug(actionReads, [title, city.slug]);
    const { identifiers } = await work.manager.insert(Action, {
      slug,
      cityId: city.rowId,
      title,
      originalLocale: locale == null ? UNDETERMINED : conventionalLocale(locale),
      sector,
      status,
      reportedOn,
      datePrecision: DatePrecision.DAY,
      influences,
      revisionOfId: earlier?.rowId ?? null,
    });
    await work.manager.query('INSERT INTO action_network (action_id, network_id) SELECT $1, unnest($2::integer[])', [
      (identifiers[0] as Action).rowId,
      networks.map(({ rowId }) => rowId),
    ]);
    work.tell(ChangeType.ACTION_REPORTED, 'Action', slug);
    return slug;
  },
};

/** The report that this one takes the place of, as far as it is one of the same city and not a later one. */
async function findEarlier(work: Work, input: ReportActionInput, cityId: number | undefined): Promise<Action | null> {
  const earlier = input.revisionOfId == null ? null : await work.lock(actionReads, input.revisionOfId, 'revisionOfId');
  if (earlier && cityId !== undefined && earlier.cityId !== cityId)
    work.refuse(INVALID, 'Expected a report of the same city, but this one is of another.', 'revisionOfId');
  if (earlier && input.reportedOn < earlier.reportedOn)
    work.refuse(
      INVALID,
      `Expected the day of the report that is revised, ${earlier.reportedOn}, or a later one, but got ${input.reportedOn}.`,
      'reportedOn',
    );
  return earlier;
}

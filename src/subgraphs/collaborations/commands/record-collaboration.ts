import { isAdmin, mayActFor, mayManage } from '../../../access/rights';
import type { Referred } from '../../../access/viewer';
import { MAX_PARTICIPANTS, TITLE } from '../../../commands/bounds';
import { periodMistake } from '../../../commands/checks';
import type { Command } from '../../../commands/command';
import type { Work } from '../../../commands/work';
import { conventionalLocale, UNDETERMINED } from '../../../data/locale';
import { ChangeType } from '../../../events/event';
import { DatePrecision } from '../../../graphql/date-precision';
import { UserErrorCode } from '../../../graphql/user-error';
import { cityReads } from '../../cities';
import { networkReads } from '../../networks';
import { Collaboration } from '../collaboration';
import { collaborationReads } from '../reads';
import type { RecordCollaborationInput } from './record-collaboration-input';

const { FORBIDDEN, INVALID } = UserErrorCode;

/** Records that cities work together. */
export const recordCollaboration: Command<RecordCollaborationInput> = {
  name: 'recordCollaboration',
  async run(input, work) {
    const { kind, startedOn = null, endedOn = null } = input;
    const title = input.title || null;
    const cities = await findParticipants(work, input.participantIds);
    const network = await work.find(networkReads, input.networkId, 'networkId');
    checkMayRecord(work, cities, network);
    work.checkText(title, TITLE, 'title');
    work.checkDay(startedOn, 'startedOn');
    work.checkDay(endedOn, 'endedOn');
    const mistake = periodMistake(startedOn, endedOn);
    if (mistake) work.refuse(INVALID, mistake, 'endedOn');
    work.proceed({});
    const [first, second] = cities as [Referred, Referred];
    const called = title ?? kind.replaceAll('_', ' ');
    const slug = await work.newSlug(collaborationReads, [called, first.slug, second.slug]);
    const { identifiers } = await work.manager.insert(Collaboration, {
      slug,
      kind,
      title,
      originalLocale: title === null ? null : localeOf(input),
      networkId: network?.rowId ?? null,
      startedOn,
      endedOn,
      datePrecision: startedOn === null && endedOn === null ? null : DatePrecision.DAY,
    });
    await work.manager.query(
      'INSERT INTO collaboration_participant (collaboration_id, city_id) SELECT $1, unnest($2::integer[])',
      [(identifiers[0] as Collaboration).rowId, cities.map(({ rowId }) => rowId)],
    );
    work.tell(ChangeType.COLLABORATION_RECORDED, 'Collaboration', slug);
    return slug;
  },
};

const localeOf = ({ locale }: RecordCollaborationInput): string =>
  locale == null ? UNDETERMINED : conventionalLocale(locale);

/** The cities that take part, each once. */
async function findParticipants(work: Work, ids: readonly string[]): Promise<Referred[]> {
  const cities = await work.findAll(cityReads, ids, 'participantIds', MAX_PARTICIPANTS);
  const count = new Set(ids).size;
  if (count < 2) work.refuse(INVALID, `Expected two different cities or more, but got ${count}.`, 'participantIds');
  return cities;
}

/** Cities record what they take part in, managers what happens under their networks. */
function checkMayRecord(work: Work, cities: readonly Referred[], network: Referred | null): void {
  const { viewer } = work;
  if (isAdmin(viewer) || cities.some(({ rowId }) => mayActFor(viewer, rowId))) return;
  if (network && mayManage(viewer, network.rowId)) return;
  const message = 'Expected your city among those that take part, or a network that you manage.';
  work.refuse(FORBIDDEN, message, 'participantIds');
}

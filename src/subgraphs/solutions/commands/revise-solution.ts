import { MAX_NETWORKS } from '../../../commands/bounds';
import type { Command } from '../../../commands/command';
import { difference, given } from '../../../commands/difference';
import type { Work } from '../../../commands/work';
import { conventionalLocale } from '../../../data/locale';
import { ChangeType } from '../../../events/event';
import { UserErrorCode } from '../../../graphql/user-error';
import { networkReads } from '../../networks';
import { SolutionStatus, Visibility } from '../enums';
import { solutionReads } from '../reads';
import { Solution, SolutionTranslation } from '../solution';
import { SolutionRevision, type Before } from '../solution-revision';
import { keepBefore } from './history';
import { shareIn } from './share-in';
import type { ReviseSolutionInput } from './solution-inputs';
import { checkLinks, checkTexts } from './texts';

const { CONFLICT, INVALID } = UserErrorCode;

/**
 * Changes a solution, or its translation into another language, and keeps what it was. Of drafts nobody is told. What opens a
 * solution to more readers shares it anew: for them it is new.
 */
export const reviseSolution: Command<ReviseSolutionInput> = {
  name: 'reviseSolution',
  async run(input, work) {
    const found = { solution: await work.lock(solutionReads, input.solutionId, 'solutionId') };
    work.checkActsFor(found.solution?.cityId, 'solutionId');
    if (found.solution?.status === SolutionStatus.WITHDRAWN)
      work.refuse(CONFLICT, 'Expected a draft or a published solution, but this one is WITHDRAWN.', 'solutionId');
    const networks =
      input.networkIds && (await work.findAll(networkReads, input.networkIds, 'networkIds', MAX_NETWORKS));
    checkTexts(work, input);
    checkLinks(work, input.links ?? []);
    const translation = found.solution && (await findTranslation(work, found.solution, input));
    const { solution } = work.proceed(found);
    await checkRevision(work, solution, input);

    const { title, summary, body, sector, visibility, links } = input;
    const texts = { ...given({ title, summary }), ...(body != null && { body: body || null }) };
    const own = given({ sector, visibility, links: links && [...new Set(links)] });
    const changed = difference<Solution>(solution, translation ? own : { ...own, ...texts });
    if (changed) await work.manager.update(Solution, { rowId: solution.rowId }, changed.after);
    const translated = translation && difference<SolutionTranslation>(translation, texts);
    if (translated) await work.manager.save(SolutionTranslation, { ...translation, ...translated.after });
    const moved = networks && (await shareIn(work, solution.rowId, networks));
    const before = { ...changed?.before, ...translated?.before, ...(moved && { networks: moved.before }) } as Before;
    if (Object.keys(before).length === 0) return solution.slug;
    await keepBefore(work, solution.rowId, translation?.locale ?? solution.originalLocale, before);
    if (solution.status === SolutionStatus.DRAFT) return solution.slug;
    work.tell(ChangeType.SOLUTION_REVISED, 'Solution', solution.slug, { fields: Object.keys(before) });
    const isForMore = visibility === Visibility.PUBLIC || moved?.isAdded;
    if (solution.visibility === Visibility.MEMBERS && isForMore)
      work.tell(ChangeType.SOLUTION_SHARED, 'Solution', solution.slug);
    return solution.slug;
  },
};

/**
 * Refuses where it has been changed since the caller last looked. The row is locked: nobody changes it meanwhile. How often it was
 * changed is for those alone who may change it, so their rights come first.
 */
async function checkRevision(work: Work, { rowId }: Solution, { ifRevision }: ReviseSolutionInput): Promise<void> {
  if (ifRevision == null) return;
  const latest = await work.manager.countBy(SolutionRevision, { solutionId: rowId });
  if (latest !== ifRevision)
    work.refuse(
      CONFLICT,
      `Expected revision ${ifRevision} to be the latest, but it is ${latest}: read the solution again, and decide.`,
      'ifRevision',
    );
  work.proceed({});
}

/**
 * The translation that is to be changed, or begun; null where it is the original. Notes which texts one lacks to begin with: a
 * body alone is none.
 */
async function findTranslation(
  work: Work,
  { rowId: solutionId, originalLocale }: Solution,
  input: ReviseSolutionInput,
): Promise<Partial<SolutionTranslation> | null> {
  const locale = input.locale == null ? originalLocale : conventionalLocale(input.locale);
  if (locale === originalLocale) return null;
  const known = await work.manager.findOneBy(SolutionTranslation, { solutionId, locale });
  if (known) return known;
  for (const field of ['title', 'summary'] as const)
    if (input[field] == null)
      work.refuse(INVALID, `Expected a ${field}, for there is no translation into ${locale} yet.`, field);
  return { solutionId, locale };
}

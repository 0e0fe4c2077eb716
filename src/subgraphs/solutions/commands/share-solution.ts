import { MAX_NETWORKS } from '../../../commands/bounds';
import type { Command } from '../../../commands/command';
import { conventionalLocale } from '../../../data/locale';
import { ChangeType } from '../../../events/event';
import { cityReads } from '../../cities';
import { networkReads } from '../../networks';
import { SolutionStatus } from '../enums';
import { solutionReads } from '../reads';
import { Solution } from '../solution';
import { shareIn } from './share-in';
import type { ShareSolutionInput } from './solution-inputs';
import { checkLinks, checkTexts } from './texts';

/** Shares a solution, or keeps it as a draft, of which nobody is told. */
export const shareSolution: Command<ShareSolutionInput> = {
  name: 'shareSolution',
  async run(input, work) {
    const { title, summary, body, sector, locale, draft, visibility } = input;
    const found = { city: await work.find(cityReads, input.cityId, 'cityId') };
    work.checkActsFor(found.city?.rowId, 'cityId');
    const networks = await work.findAll(networkReads, input.networkIds, 'networkIds', MAX_NETWORKS);
    checkTexts(work, input);
    checkLinks(work, input.links);
    const { city } = work.proceed(found);
    const slug = await work.newSlug(solutionReads, [title, city.slug]);
    const { identifiers } = await work.manager.insert(Solution, {
      slug,
      cityId: city.rowId,
      title,
      summary,
      body: body || null,
      originalLocale: conventionalLocale(locale),
      sector,
      status: draft ? SolutionStatus.DRAFT : SolutionStatus.PUBLISHED,
      visibility,
      publishedAt: draft ? null : () => 'clock_timestamp()',
      links: [...new Set(input.links)],
    });
    await shareIn(work, (identifiers[0] as Solution).rowId, networks);
    if (!draft) work.tell(ChangeType.SOLUTION_SHARED, 'Solution', slug);
    return slug;
  },
};

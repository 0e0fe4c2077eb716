import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Cost, Sized } from '../../graphql/cost';
import type { Reader } from '../../data/reader';
import { invalidFilter, invalidGraphQuestion } from '../../graphql/errors';
import { impact } from '../../insights/impact';
import { significant } from '../../insights/graph/significant';
import type { Context } from '../context';
import { OwnedBy } from '../owned-by';
import { ActionFilter, PeerInfluence, regionLabel, sectorLabel } from '../solutions';
import { type GroupedReports, type GroupOf, readReports } from './impact-reads';
import { Impact, ImpactDimension, ImpactGroup } from './impact-types';

const nullable = true;

// Each level is a statement for each group of the one above.
const MAX_GROUPS = 2;

@OwnedBy('insights')
@Resolver(() => Impact)
export class ImpactResolver {
  @Cost(50)
  @Query(() => Impact, {
    nullable,
    description:
      'The two figures that networks are asked for: the share of reported actions that collaboration influenced, and of cities with a ' +
      'new, better or faster action because of it.',
  })
  async impact(
    @Arg('filter', () => ActionFilter, {
      nullable,
      description:
        'Which actions. `reportedOn` is the window of time. `influenced` is what is counted, and is refused here.',
    })
    filter: ActionFilter | null,
    @Ctx() { reader }: Context,
  ): Promise<Impact> {
    if (filter?.influenced != null)
      throw invalidFilter('filter.influenced', 'no condition on what is counted', filter.influenced);
    return impactOf(await readReports(filter ?? null, [], null, reader), filter ?? null, []);
  }

  @Cost(20)
  @Sized({ assumedSize: 50 })
  @FieldResolver(() => [ImpactGroup], {
    description: 'The same by groups, in the order of their codes. A group can be parted once more, and no further.',
  })
  async breakdown(
    @Root() { filter, groups }: Impact,
    @Arg('by', () => ImpactDimension, { description: 'What it is parted by.' }) by: ImpactDimension,
    @Ctx() { reader }: Context,
  ): Promise<ImpactGroup[]> {
    if (groups.length >= MAX_GROUPS)
      throw invalidGraphQuestion(`at most ${MAX_GROUPS} breakdowns, one within the other`, 'more');
    if (groups.some((group) => group.by === by))
      throw invalidGraphQuestion('another dimension within a breakdown', `${by} again`);
    const rows = await readReports(filter, groups, by, reader);
    const byValue = new Map<string, GroupedReports[]>();
    for (const row of rows) byValue.set(row.value, (byValue.get(row.value) ?? []).concat(row));
    return [...byValue].map(([value, ofGroup]) => ({
      value,
      label: labelOf(by, ofGroup[0]!, reader),
      impact: impactOf(ofGroup, filter, [...groups, { by, value }]),
    }));
  }
}

function labelOf(by: ImpactDimension, { value, label }: GroupedReports, { locales }: Reader): string {
  if (by === ImpactDimension.SECTOR) return sectorLabel(value, locales);
  return by === ImpactDimension.REGION ? regionLabel(value, locales) : label;
}

function impactOf(rows: readonly GroupedReports[], filter: ActionFilter | null, groups: readonly GroupOf[]): Impact {
  const figures = impact(rows);
  const rounded = (share: number | null): number | null => (share === null ? null : significant(share));
  const kinds = [PeerInfluence.NEW, PeerInfluence.BETTER, PeerInfluence.FASTER];
  return Object.assign(new Impact(), figures, {
    filter,
    groups,
    influencedActionShare: rounded(figures.influencedActionShare),
    influencedCityShare: rounded(figures.influencedCityShare),
    influencedActionShareBounds: figures.influencedActionShareBounds?.map(significant) ?? null,
    influencedCityShareBounds: figures.influencedCityShareBounds?.map(significant) ?? null,
    byInfluence: kinds.map((influence, i) => ({
      influence,
      actionCount: rows.reduce((sum, { byInfluence }) => sum + byInfluence[i]!, 0),
    })),
  });
}

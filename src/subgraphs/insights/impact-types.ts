import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { NonNegativeInt } from '../../graphql/scalars';
import { type ActionFilter, PeerInfluence } from '../solutions';
import type { GroupOf } from './impact-reads';

const nullable = true;

export enum ImpactDimension {
  SECTOR = 'SECTOR',
  REGION = 'REGION',
  NETWORK = 'NETWORK',
  YEAR = 'YEAR',
}
registerEnumType(ImpactDimension, {
  name: 'ImpactDimension',
  description: 'What impact is parted by.',
  valuesConfig: {
    SECTOR: { description: 'What actions are about.' },
    REGION: { description: 'The region of their cities; those without one are in no group.' },
    NETWORK: {
      description:
        'Networks of which the city was a member on the day of the report; an action is influenced there where the report names the ' +
        'network. Cities are in several networks: groups overlap and do not sum up.',
    },
    YEAR: { description: 'The year of the report.' },
  },
});

@ObjectType({ description: 'How many actions peers influenced in one way.', simpleResolvers: true })
export class InfluenceCount {
  @Field(() => PeerInfluence, { description: 'What part peers had.' })
  influence: PeerInfluence;

  @Field(() => NonNegativeInt, { description: 'Actions; one that was influenced in several ways counts for each.' })
  actionCount: number;
}

@ObjectType({
  description:
    'What collaboration has done, by what cities report: the share of actions that peers influenced, and of cities with such an ' +
    'action. An action counts by its latest report in the window of time. It is influenced where the report names some influence; where ' +
    'the question is not answered it is unknown. Reports are a census, so there is no confidence interval, but bounds.',
  simpleResolvers: true,
})
export class Impact {
  /** What was asked for, and the groups that it is about. */
  filter: ActionFilter | null;
  groups: readonly GroupOf[];

  @Field(() => NonNegativeInt, { description: 'Actions that were reported.' })
  actionCount: number;

  @Field(() => NonNegativeInt, { description: 'Those whose report says whether peers had a part in them.' })
  answeredActionCount: number;

  @Field(() => NonNegativeInt, { description: 'Those in which they had.' })
  influencedActionCount: number;

  @Field(() => Float, {
    nullable,
    description: 'Influenced of answered actions, from 0 to 1; null where none is answered.',
  })
  influencedActionShare: number | null;

  @Field(() => [Float], {
    nullable,
    description: 'The share of all actions, were all the unanswered a no, and a yes; null without actions.',
  })
  influencedActionShareBounds: number[] | null;

  @Field(() => NonNegativeInt, { description: 'Cities that reported an action.' })
  cityCount: number;

  @Field(() => NonNegativeInt, { description: 'Those with an answered one.' })
  answeredCityCount: number;

  @Field(() => NonNegativeInt, { description: 'Those with an influenced one.' })
  influencedCityCount: number;

  @Field(() => Float, {
    nullable,
    description:
      'Cities with an influenced action of those with an answered one, from 0 to 1; null where there is none.',
  })
  influencedCityShare: number | null;

  @Field(() => [Float], {
    nullable,
    description: 'The share of all cities, were all the unanswered a no, and a yes; null without actions.',
  })
  influencedCityShareBounds: number[] | null;

  @Field(() => [InfluenceCount], { description: 'In what way peers influenced actions.' })
  byInfluence: InfluenceCount[];
}

@ObjectType({ description: 'The impact within one group.', simpleResolvers: true })
export class ImpactGroup {
  @Field(() => String, { description: 'The group’s code: `TRANSPORT`, `AFRICA`, a network’s slug, `2019`.' })
  value: string;

  @Field(() => String, { description: 'Its name, in the reader’s language where there is one.' })
  label: string;

  @Field(() => Impact, { description: 'The figures of its actions alone.' })
  impact: Impact;
}

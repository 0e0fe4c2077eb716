import { Arg, Ctx, Field, FieldResolver, Float, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Cost } from '../../graphql/cost';
import { localeChain } from '../../data/locale';
import { scopeKey } from '../../data/scope';
import { LocaleArg } from '../../graphql/arguments';
import { NonNegativeInt } from '../../graphql/scalars';
import type { RiskGroup } from '../../insights/exposure';
import { significant } from '../../insights/graph/significant';
import { createReader, type Context } from '../context';
import { OwnedBy } from '../owned-by';
import { SolutionFilter } from '../solutions';
import { callersError } from './errors';
import { readHistory } from './exposure-reads';
import { exposureTexts } from './exposure-texts';
import { reasonLocale } from './suggestion-reasons';

const nullable = true;

@ObjectType({ description: 'City–solution–years of one kind, and what came of them.', simpleResolvers: true })
export class ExposureGroup {
  @Field(() => NonNegativeInt, { description: 'Those in which the city adopted the solution.' })
  adoptionCount: number;

  @Field(() => NonNegativeInt, { description: 'All of them: years in which a city could have adopted a solution.' })
  opportunityCount: number;

  @Field(() => Float, { nullable, description: 'Adoptions per 1,000 of them; null where there are none.' })
  ratePer1000: number | null;
}

@ObjectType({
  description:
    'Did cities adopt a solution more often after a fellow member of a network had? `method` says how it is reckoned, `caveat` what it ' +
    'does not mean: read both before you quote a figure.',
  simpleResolvers: true,
})
export class Exposure {
  @Field(() => ExposureGroup, {
    description: 'Where on 1 January the city shared a network with one that had the solution from an earlier year.',
  })
  exposed: ExposureGroup;

  @Field(() => ExposureGroup, { description: 'Where it did not.' })
  unexposed: ExposureGroup;

  @Field(() => Float, {
    nullable,
    description:
      'How many times as high the rate of the exposed is: Mantel and Haenszel’s ratio, stratified by solution and year. Null with fewer ' +
      'than ten adoptions in either group.',
  })
  rateRatio: number | null;

  @Field(() => [Float], {
    nullable,
    description:
      'Lower and upper end of its 95 % interval, by bootstrap over solutions. Null where there is no ratio, or no upper end.',
  })
  interval95: number[] | null;

  @Field(() => NonNegativeInt, {
    description: 'Memberships, adoptions and solutions that were left out, as nobody knows when they began.',
  })
  excludedUndatedCount: number;
}

@OwnedBy('insights')
@Resolver(() => Exposure)
export class ExposureResolver {
  @Cost(200)
  @Query(() => Exposure, {
    nullable,
    description: 'Whether cities adopted solutions more often after fellow members of their networks had.',
  })
  async exposure(
    @Arg('filter', () => SolutionFilter, { nullable, description: 'Which solutions. Left out: all but drafts.' })
    filter: SolutionFilter | null,
    @Ctx() context: Context,
  ): Promise<Exposure> {
    const { graphs, signal } = context;
    // What is computed is shared with others who ask the same, and does not end with this caller.
    const reader = createReader(context, { ...context, signal: undefined });
    try {
      const name = await historyName(filter ?? null, context);
      const result = await graphs.exposure(name, () => readHistory(filter ?? null, reader), { signal });
      return {
        exposed: groupOf(result.exposed),
        unexposed: groupOf(result.unexposed),
        rateRatio: result.rateRatio === null ? null : significant(result.rateRatio),
        interval95: result.interval95?.map(significant) ?? null,
        excludedUndatedCount: result.undatedCount,
      };
    } catch (error) {
      throw callersError(error);
    }
  }

  @FieldResolver(() => String, { description: 'How it is reckoned, in English, Spanish or Chinese.' })
  method(@Root() _: Exposure, @LocaleArg() locale: string | null, @Ctx() context: Context): string {
    return textsFor(locale, context).method;
  }

  @FieldResolver(() => String, { description: 'What it does not mean, in English, Spanish or Chinese.' })
  caveat(@Root() _: Exposure, @LocaleArg() locale: string | null, @Ctx() context: Context): string {
    return textsFor(locale, context).caveat;
  }
}

/** The same for what the same people may see of the same events, on a day: filters by membership go by today. */
async function historyName(filter: SolutionFilter | null, { log, reader }: Context): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  return JSON.stringify([await log.head(), today, scopeKey(reader.viewer), filter]);
}

const textsFor = (locale: string | null, { reader }: Context) =>
  exposureTexts[reasonLocale(locale == null ? reader.locales : localeChain(locale))];

const groupOf = ({ adoptionCount, opportunityCount }: RiskGroup): ExposureGroup => ({
  adoptionCount,
  opportunityCount,
  ratePer1000: opportunityCount === 0 ? null : significant((1000 * adoptionCount) / opportunityCount),
});

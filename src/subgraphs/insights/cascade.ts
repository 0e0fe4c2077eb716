import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, FieldResolver, Info, ObjectType, Resolver, Root } from 'type-graphql';
import sql from 'sql-template-tag';
import { Cost, Sized } from '../../graphql/cost';
import { parentTable } from '../../data/parents';
import type { Reader } from '../../data/reader';
import { NonNegativeInt, PositiveInt } from '../../graphql/scalars';
import { cascade } from '../../insights/cascade';
import { City, cityReads } from '../cities';
import type { Context } from '../context';
import { OwnedBy } from '../owned-by';
import { Adoption, adoptionReads, Solution } from '../solutions';

const nullable = true;

@ObjectType({
  description:
    'How a solution travelled: who took it up, from whom, how deep and how wide. From declared sources alone: nothing is inferred.',
  simpleResolvers: true,
})
export class AdoptionCascade {
  @Field(() => NonNegativeInt, {
    description:
      'Adoptions in progress or implemented. What is considered is no adoption; what was stopped counts apart.',
  })
  size: number;

  @Field(() => NonNegativeInt, { description: 'The number of generations: 1 where all learnt it from its own city.' })
  depth: number;

  @Field(() => NonNegativeInt, { description: 'The adoptions of the largest generation.' })
  breadth: number;

  @Field(() => NonNegativeInt, { description: 'Adoptions that were stopped.' })
  stoppedCount: number;

  @Field(() => [NonNegativeInt], {
    description:
      'Adoptions of each generation: first those who learnt it from its own city, then those who learnt it from these. What has no ' +
      'known depth is in none.',
  })
  byGeneration: readonly number[];

  @Sized({ assumedSize: 50 })
  @Field(() => [AdoptionStep], {
    description: 'The adoptions that `size` counts, the earliest first, undated ones last.',
  })
  steps: readonly AdoptionStep[];
}

@ObjectType({ description: 'That a solution came to a city.', simpleResolvers: true })
export class AdoptionStep {
  adoptionId: number;
  fromId: number | null;
  toId: number;

  @Field(() => PositiveInt, {
    nullable,
    description:
      'How many steps from the solution’s own city; null where some city on the way has not said from whom it learnt it.',
  })
  depth: number | null;
}

@OwnedBy('insights')
@Resolver(() => AdoptionStep)
export class AdoptionStepResolver {
  @FieldResolver(() => City, {
    nullable,
    description: 'The city that it was learnt from, where the record says so; null is unknown.',
  })
  from(
    @Root() { fromId }: AdoptionStep,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<City | null> {
    return reader.byRow(cityReads, fromId, info);
  }

  @FieldResolver(() => City, { description: 'The city that took it up.' })
  to(
    @Root() { toId }: AdoptionStep,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<City | null> {
    return reader.byRow(cityReads, toId, info);
  }

  @FieldResolver(() => Adoption, { description: 'The record.' })
  adoption(
    @Root() { adoptionId }: AdoptionStep,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Adoption | null> {
    return reader.byRow(adoptionReads, adoptionId, info);
  }
}

@OwnedBy('insights')
@Resolver(() => Solution)
export class SolutionCascadeResolver {
  @Cost(10)
  @FieldResolver(() => AdoptionCascade, { nullable, description: 'How it travelled from city to city.' })
  async cascade(
    @Root() solution: Solution,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AdoptionCascade> {
    const adoptions = await readAdoptions(solution.rowId, reader, info);
    const { depths, byGeneration, size, stoppedCount } = cascade(adoptions[0]?.origin ?? 0, adoptions);
    const steps = adoptions.map(({ adoptionId, city: toId, learnedFrom: fromId }, i) => ({
      adoptionId,
      toId,
      fromId,
      depth: depths[i]!,
    }));
    return {
      size,
      depth: byGeneration.length,
      breadth: Math.max(0, ...byGeneration),
      stoppedCount,
      byGeneration,
      steps: steps.filter((_, i) => !adoptions[i]!.isStopped),
    };
  }
}

/** The adoptions of a solution but those that are considered only; in one statement for all solutions of the field. */
async function readAdoptions(solution: number, reader: Reader, info: GraphQLResolveInfo) {
  const rows = await reader.rowsOf(
    solution,
    info.fieldNodes,
    (solutions) => sql`SELECT parent.id, s.city_id, a.id, a.city_id, a.learned_from_id, a.status = 'STOPPED'
      FROM ${parentTable(solutions)} JOIN solution s ON s.id = parent.id JOIN adoption a ON a.solution_id = s.id
      WHERE a.status <> 'CONSIDERING' ORDER BY a.adopted_on NULLS LAST, a.slug`,
  );
  return rows.map(([, origin, adoptionId, city, learnedFrom, isStopped]) => ({
    origin: origin as number,
    adoptionId: adoptionId as number,
    city: city as number,
    learnedFrom: learnedFrom as number | null,
    isStopped: isStopped as boolean,
  }));
}

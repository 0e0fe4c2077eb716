import type { GraphQLResolveInfo } from 'graphql';
import sql, { raw, type Sql } from 'sql-template-tag';
import { Arg, Ctx, Field, FieldResolver, Float, Info, ObjectType, Resolver, Root } from 'type-graphql';
import { TRUE } from '../../data/filter';
import { parentTable } from '../../data/parents';
import {
  Checks,
  Column,
  Entity,
  ForeignKey,
  Indexes,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from '../../data/table-decorators';
import { DateTime, Url } from '../../graphql/scalars';
import { City } from '../cities';
import type { Context } from '../context';
import { OwnedBy } from '../owned-by';
import { printedMoment } from '../solutions';

const nullable = true;

@ObjectType({
  description:
    'A figure of a city that was computed elsewhere, of an exported version of the graph, and attached to it: what a cluster made of ' +
    'a graph that is too large for this server. What it means, its source knows.',
  simpleResolvers: true,
})
@Entity('graph_result')
@Unique(['name', 'version'])
@Checks('graph_result', {
  name: "name ~ '^[A-Za-z][A-Za-z0-9_]{0,62}$'",
  version: 'version >= 0',
  url: "source_url ~* '^https?://'",
})
export class GraphResult {
  @PrimaryGeneratedColumn('identity', { name: 'id', generatedIdentity: 'BY DEFAULT' })
  rowId: number;

  @Field(() => String, { description: 'What it is called: the column of the file that it came in.' })
  @Column({ type: 'text', collation: 'C' })
  name: string;

  @Field(() => Float, { description: 'The figure.' })
  value: number;

  @Field(() => String, {
    description: 'The version of the graph that it is of: the position in the event log that the graph reflected.',
  })
  @Column('bigint')
  version: string;

  @Field(() => String, { description: 'Who computed it, and how: `Spark 3.5, GraphFrames: PageRank`.' })
  @Column('text')
  source: string;

  @Field(() => Url, { nullable, description: 'Where the computation is described.' })
  @Column('text', { nullable })
  sourceUrl: string | null;

  @Field(() => DateTime, { description: 'When it was attached.' })
  @Column('timestamptz', { default: () => 'now()' })
  attachedAt: string;
}

/** The value that a result has for a city. */
@Entity('graph_result_value')
@Indexes('graph_result_value_result_id_idx')
export class GraphResultValue {
  @PrimaryColumn('integer')
  @ForeignKey(() => City, { onDelete: 'CASCADE' })
  cityId: number;

  @PrimaryColumn('integer')
  @ForeignKey(() => GraphResult, { onDelete: 'CASCADE' })
  resultId: number;

  @Column('double precision')
  value: number;
}

@OwnedBy('insights')
@Resolver(() => City)
export class CityGraphResultsResolver {
  @FieldResolver(() => [GraphResult], {
    nullable,
    description:
      'Figures of the city that were computed elsewhere and attached with `interurban import results`, by name; of each name, those of ' +
      'the latest version that has it. Empty for a city that has none.',
  })
  async graphResults(
    @Root() { rowId }: City,
    @Arg('names', () => [String], { nullable, description: 'Only those called so. An empty list gives none.' })
    names: string[] | null | undefined,
    @Arg('version', () => String, { nullable, description: 'Only those of this version of the graph.' })
    version: string | null | undefined,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<GraphResult[]> {
    const rows = await reader.rowsOf(rowId, info.fieldNodes, (cities) => latestResults(cities, names, version));
    return rows.map(([, name, value, ofVersion, source, sourceUrl, attachedAt]) =>
      Object.assign(new GraphResult(), { name, value, version: ofVersion, source, sourceUrl, attachedAt }),
    );
  }
}

function latestResults(cities: readonly number[], names?: readonly string[] | null, version?: string | null): Sql {
  const named = names == null ? TRUE : sql`r.name = ANY (${names}::text[])`;
  const ofVersion = version == null ? TRUE : sql`r.version::text = ${version}::text`;
  return sql`SELECT parent.id, x.* FROM ${parentTable(cities)} CROSS JOIN LATERAL (
    SELECT DISTINCT ON (r.name) r.name, v.value, r.version::text, r.source, r.source_url, ${raw(printedMoment('r.attached_at'))}
    FROM graph_result_value v JOIN graph_result r ON r.id = v.result_id
    WHERE v.city_id = parent.id AND ${named} AND ${ofVersion} ORDER BY r.name, r.version DESC) x`;
}

import type { FieldNode, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import sql, { join } from 'sql-template-tag';
import { Arg, Args, createUnionType, Ctx, Field, Float, Info, ObjectType, Query, Resolver } from 'type-graphql';
import { Cost } from '../../graphql/cost';
import type { Context } from '../context';
import { allOf } from '../../data/filter';
import { PageRequest } from '../../data/page';
import { subfields } from '../../data/selection';
import { invalidSearch } from '../../graphql/errors';
import { ForwardPageArgs, PageInfo } from '../../graphql/pages';
import { NonNegativeInt } from '../../graphql/scalars';
import { OwnedBy } from '../owned-by';
import { City } from '../cities';
import { Initiative, Network } from '../networks';
import { Solution } from '../solutions';
import { nodeReads } from './node-resolver';
import { hits } from './search';

const SearchResult = createUnionType({
  name: 'SearchResult',
  description: 'What a search finds.',
  types: () => [City, Network, Initiative, Solution] as const,
  resolveType: (value) => value.constructor.name,
});

@ObjectType({ description: 'Something that a search found.', simpleResolvers: true })
export class SearchEdge {
  @Field(() => String, { description: 'Opaque mark of this place in the results, for `after`.' })
  cursor: string;

  @Field(() => SearchResult, { nullable: true, description: 'What was found.' })
  node: typeof SearchResult | null;

  @Field(() => Float, { description: 'How well it fits, from 0 to 1. Comparable within one search.' })
  score: number;
}

@ObjectType({ description: 'A page of what a search found, best first.', simpleResolvers: true })
export class SearchConnection {
  @Field(() => [SearchEdge], { description: 'The results of this page with their scores.' })
  edges: SearchEdge[];

  @Field(() => [SearchResult], { nullable: 'items', description: 'The results of this page themselves.' })
  nodes: (typeof SearchResult | null)[];

  @Field(() => PageInfo, { description: 'Where this page lies, and how to ask for the next one.' })
  pageInfo: PageInfo;

  @Field(() => NonNegativeInt, { description: 'How many results there are. They are counted only when asked for.' })
  totalCount: number;
}

const MAX_TEXT = 200;
const byScore = { key: 'h.score', type: 'numeric', natural: 'DESC' } as const;
// Types are told apart in cursors too: a city and a network may have the same slug.
const RESULT_KEY = "h.type || ':' || h.slug";

@OwnedBy('platform')
@Resolver()
export class SearchResolver {
  @Cost(20)
  @Query(() => SearchConnection, {
    nullable: true,
    description:
      'Cities, networks, initiative areas and solutions by their names in any language, best first. Accents and case ' +
      'make no difference, former and other names count, and typos are forgiven: `search(text: "Kopenhagen")`.',
  })
  async search(
    @Arg('text', () => String, { description: `What to look for, at most ${MAX_TEXT} characters.` }) text: string,
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SearchConnection> {
    const wanted = text.trim();
    if (wanted === '' || wanted.length > MAX_TEXT) throw invalidSearch(MAX_TEXT, wanted.length);
    const page = new PageRequest(args, byScore, RESULT_KEY, 'SCORE', null);
    const type = info.schema.getType('SearchConnection') as GraphQLObjectType;
    const selected = new Set(subfields(info, type, info.fieldNodes).map(({ name }) => name.value));
    const [results, totalCount] = await Promise.all([
      this.page(wanted, page, context, info),
      selected.has('totalCount') ? this.count(wanted, context) : 0,
    ]);
    return { ...results, totalCount };
  }

  private async page(text: string, page: PageRequest, { reader }: Context, info: GraphQLResolveInfo) {
    const rows =
      await reader.rows(sql`SELECT h.type, h.slug, h.score, ${join(page.cursorColumns())} FROM ${hits(text, reader.viewer)}
      WHERE ${allOf(page.condition())} ${page.orderAndLimit()}`);
    const { rows: kept, hasNextPage, hasPreviousPage } = page.cut(rows);
    const fields = resultFields(info);
    const load = (type: string, slug: string) => reader.byKey(nodeReads.get(type)!, 'slug', slug, info, fields);
    const nodes = await Promise.all(kept.map(([type, slug]) => load(type as string, slug as string)));
    const edges = kept.map(([, , score, value, key], i) => ({
      node: nodes[i] as SearchEdge['node'],
      score: score as number,
      cursor: page.cursor(value as string, key as string),
    }));
    const [startCursor, endCursor] = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null];
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor },
    };
  }

  private async count(text: string, { reader }: Context): Promise<number> {
    const [row] = await reader.rows(sql`SELECT count(*) FROM ${hits(text, reader.viewer)}`);
    return row![0] as number;
  }
}

/** The fields that hold the selections of results: `nodes`, and `node` of the edges. */
function resultFields(info: GraphQLResolveInfo): FieldNode[] {
  const typeOf = (name: string) => info.schema.getType(name) as GraphQLObjectType;
  const connection = subfields(info, typeOf('SearchConnection'), info.fieldNodes);
  const named = (fields: readonly FieldNode[], name: string) => fields.filter((field) => field.name.value === name);
  return [
    ...named(connection, 'nodes'),
    ...named(subfields(info, typeOf('SearchEdge'), named(connection, 'edges')), 'node'),
  ];
}

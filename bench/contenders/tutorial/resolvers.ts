import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { decodeCursor, encodeCursor } from '../../../src/data/cursor';
import { fromGlobalId, toGlobalId } from '../../../src/graphql/global-id';
import { City, Collaboration, Network, Solution, type Adoption, type Initiative } from './entities';
import type { Loaders } from './loaders';

export interface Context {
  source: DataSource;
  loaders: Loaders;
}

interface Page {
  first: number;
  after?: string | null;
}

interface Keyset {
  order: string;
  key: string;
  direction: 'ASC' | 'DESC';
}

/** A page of a root list by keyset pagination, and one row more. */
async function page<T extends { slug: string }>(
  query: SelectQueryBuilder<T>,
  { first, after }: Page,
  { order, key, direction }: Keyset,
) {
  const slug = `${query.alias}.slug`;
  if (after != null) {
    const position = decodeCursor(after, order);
    query.andWhere(`(${key}, ${slug}) ${direction === 'ASC' ? '>' : '<'} (:value, :slug)`, { ...position });
  }
  query.addSelect(`(${key})::text`, 'key').orderBy(key, direction).addOrderBy(slug, direction);
  const { entities, raw } = await query.limit(first + 1).getRawAndEntities<{ key: string }>();
  const nodes = entities.slice(0, first);
  const last = nodes.at(-1);
  const endCursor = last ? encodeCursor(order, { value: raw[nodes.length - 1]!.key, slug: last.slug }) : null;
  return { nodes, pageInfo: { hasNextPage: entities.length > first, endCursor } };
}

const firstOf = <T>(rows: T[], { first }: Page) => ({ nodes: rows.slice(0, first) });
const id = (type: string) => (row: { slug: string }) => toGlobalId(type, row.slug);
const fold = (name: string): string => name.toLowerCase();
const byName = (a: Network, b: Network): number =>
  fold(a.name) < fold(b.name) ? -1 : fold(a.name) > fold(b.name) ? 1 : 0;

/** The translation into the wanted language, else the solution itself. */
async function inLocale(solution: Solution, locale: string | null | undefined, { loaders }: Context) {
  if (locale == null || locale === solution.originalLocale) return solution;
  const translations = await loaders.translationsOfSolution.load(solution.id);
  return translations.find((translation) => translation.locale === locale) ?? solution;
}

interface LocaleArgs {
  locale?: string | null;
}

export const resolvers = {
  DateTime: GraphQLDateTime,
  LocalDate: GraphQLLocalDate,
  Query: {
    city: (_: unknown, args: { id?: string; slug?: string }, { source }: Context) =>
      source.getRepository(City).findOneBy({ slug: args.slug ?? fromGlobalId(args.id!, 'City').slug }),
    cities: (_: unknown, args: Page, { source }: Context) =>
      page(source.getRepository(City).createQueryBuilder('city'), args, {
        order: 'NAME ASC',
        key: 'city.foldedName',
        direction: 'ASC',
      }),
    networks: (_: unknown, args: Page, { source }: Context) =>
      page(source.getRepository(Network).createQueryBuilder('network'), args, {
        order: 'MEMBER_COUNT DESC',
        key: 'network.memberCount',
        direction: 'DESC',
      }),
    solutions: (_: unknown, args: Page & { filter: { sector: { eq: string } } }, { source }: Context) =>
      page(
        source
          .getRepository(Solution)
          .createQueryBuilder('solution')
          .where({ sector: args.filter.sector.eq, status: 'PUBLISHED', visibility: 'PUBLIC' }),
        args,
        {
          order: 'PUBLISHED_AT DESC',
          key: `COALESCE(solution.publishedAt, '-infinity')`,
          direction: 'DESC',
        },
      ),
  },
  City: {
    id: id('City'),
    location: ({ latitude, longitude }: City) => (latitude === null ? null : { latitude, longitude }),
    country: (city: City, _: unknown, { loaders }: Context) => loaders.country.load(city.countryId),
    networks: async (city: City, args: Page, { loaders }: Context) => {
      const memberships = await loaders.membershipsOfCity.load(city.id);
      return firstOf(memberships.map(({ network }) => network).sort(byName), args);
    },
    memberships: async (city: City, args: Page, { loaders }: Context) =>
      firstOf(await loaders.membershipsOfCity.load(city.id), args),
    solutions: async (city: City, args: Page, { loaders }: Context) =>
      firstOf(await loaders.solutionsOfCity.load(city.id), args),
    collaborations: async (city: City, args: Page, { source }: Context) => ({
      nodes: await source
        .getRepository(Collaboration)
        .createQueryBuilder('collaboration')
        .innerJoin('collaboration_participant', 'p', 'p.collaboration_id = collaboration.id')
        .where('p.city_id = :city', { city: city.id })
        .orderBy('collaboration.startedOn', 'DESC', 'NULLS LAST')
        .addOrderBy('collaboration.slug', 'DESC')
        .limit(args.first)
        .getMany(),
    }),
    peers: async (city: City, args: Page, { source }: Context) => ({
      edges: await source.query<object[]>(
        `SELECT peer_id AS "cityId", strength::float8, collaboration_count AS "collaborationCount", last_on::text AS "lastOn"
        FROM peer WHERE city_id = $1 ORDER BY strength DESC, peer_slug DESC LIMIT $2`,
        [city.id, args.first],
      ),
    }),
  },
  PeerEdge: {
    node: (edge: { cityId: number }, _: unknown, { loaders }: Context) => loaders.city.load(edge.cityId),
  },
  Network: {
    id: id('Network'),
    initiative: (network: Network, _: unknown, { loaders }: Context): Promise<Initiative> | null =>
      network.initiativeId === null ? null : loaders.initiative.load(network.initiativeId),
    members: async (network: Network, args: Page, { loaders }: Context) =>
      firstOf(await loaders.membersOfNetwork.load(network.id), args),
  },
  Initiative: { id: id('Initiative') },
  Membership: { id: id('Membership') },
  Solution: {
    id: id('Solution'),
    title: async (solution: Solution, { locale }: LocaleArgs, context: Context) =>
      (await inLocale(solution, locale, context)).title,
    summary: async (solution: Solution, { locale }: LocaleArgs, context: Context) =>
      (await inLocale(solution, locale, context)).summary,
    contentLocale: async (solution: Solution, { locale }: LocaleArgs, context: Context) => {
      const text = await inLocale(solution, locale, context);
      return 'locale' in text ? text.locale : text.originalLocale;
    },
    city: (solution: Solution, _: unknown, { loaders }: Context) => loaders.city.load(solution.cityId),
    networks: async (solution: Solution, args: Page, { loaders }: Context) =>
      firstOf((await loaders.networksOfSolution.load(solution.id)).sort(byName), args),
    adoptions: async (solution: Solution, args: Page, { loaders }: Context) =>
      firstOf(await loaders.adoptionsOfSolution.load(solution.id), args),
  },
  Adoption: {
    id: id('Adoption'),
    city: (adoption: Adoption, _: unknown, { loaders }: Context) => loaders.city.load(adoption.cityId),
  },
  Collaboration: {
    id: id('Collaboration'),
    participants: async (collaboration: Collaboration, args: Page, { loaders }: Context) =>
      firstOf(await loaders.participants.load(collaboration.id), args),
  },
};

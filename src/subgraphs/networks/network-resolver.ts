import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import sql from 'sql-template-tag';
import { Cost } from '../../graphql/cost';
import type { Connection } from '../../data/connection';
import type { Context } from '../context';
import { localizedText, type Localized } from '../../data/entity-reads';
import { Source } from '../../data/source';
import { readSource } from '../../data/source-reads';
import { AsOfArg, LocaleArg } from '../../graphql/arguments';
import { connectionOf, edgeOf } from '../../graphql/connections';
import { invalidPage } from '../../graphql/errors';
import { lookup } from '../../graphql/lookup';
import { MAX_PAGE_SIZE, PageArgs } from '../../graphql/pages';
import { LocalDate, Locale, PositiveInt } from '../../graphql/scalars';
import { OwnedBy } from '../owned-by';
import { City, CityFilter, CityOrder } from '../cities';
import { FactSheet, sheetLocale, sheetPath, sheetTitle } from './fact-sheet';
import { Initiative } from './initiative';
import { leadCities, membersOfNetwork, networks, overlapsOf } from './lists';
import { MembershipRole } from './membership';
import { FormerName, Network, NetworkConnection } from './network';
import { NetworkFilter, NetworkOrder } from './network-filter';
import { initiativeReads, networkNameProperty, networkReads } from './reads';

const nullable = true;

@ObjectType({ description: 'A city as a member of a network.', simpleResolvers: true })
export class NetworkMemberEdge extends edgeOf('NetworkMember', () => City) {
  @Field(() => MembershipRole, { description: 'What the city is in the network.' })
  role: MembershipRole;

  @Field(() => LocalDate, { nullable, description: 'The first day of the membership; null where unknown.' })
  since: string | null;
}

const NetworkMemberConnection = connectionOf(
  'NetworkMember',
  () => City,
  () => NetworkMemberEdge,
);

@ObjectType({ description: 'Another network, and how far its members are the same.', simpleResolvers: true })
export class NetworkOverlap {
  @Field(() => PositiveInt, { description: 'Cities that are members of both today.' })
  sharedCityCount: number;

  @Field(() => Float, {
    description:
      'Shared members as a share of all members of the two (Jaccard index): 0 for none, 1 where they are the same.',
  })
  jaccard: number;

  networkId: number;
}

@OwnedBy('networks')
@Resolver(() => NetworkOverlap)
export class NetworkOverlapResolver {
  @FieldResolver(() => Network, { description: 'The other network.' })
  network(
    @Root() overlap: NetworkOverlap,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Network | null> {
    return reader.byRow(networkReads, overlap.networkId, info);
  }
}

@OwnedBy('networks')
@Resolver(() => Network)
export class NetworkResolver {
  @Query(() => Network, {
    nullable,
    description: 'The network with this id or slug; null where there is none. Exactly one argument is expected.',
  })
  network(
    @Arg('id', () => ID, { nullable, description: 'Global id of a network.' }) id: string | null,
    @Arg('slug', () => String, { nullable, description: 'Slug: `cool-cities`.' }) slug: string | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Network | null> {
    const [property, value] = lookup('network', 'Network', { id, slug });
    return reader.byKey(networkReads, property, value, info);
  }

  @Query(() => NetworkConnection, {
    nullable,
    description: 'All networks that fit the filter, by name unless ordered otherwise.',
  })
  networks(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => NetworkFilter, { nullable, description: 'Which networks. Left out: all.' })
    filter: NetworkFilter | null,
    @Arg('orderBy', () => NetworkOrder, { nullable, description: 'Left out: by name.' }) orderBy: NetworkOrder | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Network>> {
    return reader.list(networks, null, { page, filter, orderBy }, info);
  }

  @FieldResolver(() => String, {
    description: 'The network’s name: the present one in the wanted language, or with `asOf` the one that it had then.',
  })
  name(
    @Root() network: Localized<Network>,
    @LocaleArg() locale: string | null,
    @AsOfArg() asOf: string | null,
  ): string {
    return network[networkNameProperty(locale, asOf)] as string;
  }

  @FieldResolver(() => Locale, {
    description:
      'The language that `name` comes in: the wanted one, or what it fell back to; that of `summary` too, if it is translated.',
  })
  contentLocale(@Root() network: Localized<Network>, @LocaleArg() locale: string | null): string {
    return localizedText(network, 'contentLocale', locale)!;
  }

  @FieldResolver(() => String, { nullable, description: 'What the network is about, in a few sentences.' })
  summary(@Root() network: Localized<Network>, @LocaleArg() locale: string | null): string | null {
    return localizedText(network, 'summary', locale);
  }

  @FieldResolver(() => FactSheet, { description: 'Two pages about the network, to read or to print.' })
  factSheet(
    @Root() network: Localized<Network>,
    @Arg('locale', () => Locale, {
      defaultValue: 'en',
      description:
        'The language wanted: en, es or zh. Any other one falls back to these, `es-MX` to es, and else to en.',
    })
    wanted: string,
    @Ctx() { site }: Context,
  ): FactSheet {
    const locale = sheetLocale(wanted);
    const urlOf = (format: 'html' | 'pdf'): string => site.url + sheetPath(network.slug, locale, format);
    const title = sheetTitle(locale, network[networkNameProperty(locale)] as string);
    return Object.assign(new FactSheet(), { locale, title, htmlUrl: urlOf('html'), pdfUrl: urlOf('pdf') });
  }

  @FieldResolver(() => Initiative, { nullable, description: 'The initiative area under which it is convened.' })
  initiative(
    @Root() network: Network,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Initiative | null> {
    return reader.byRow(initiativeReads, network.initiativeId, info);
  }

  @FieldResolver(() => Network, { nullable, description: 'The network that took its place; null where there is none.' })
  successor(
    @Root() network: Network,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Network | null> {
    return reader.byRow(networkReads, network.successorId, info);
  }

  @FieldResolver(() => [FormerName], { description: 'Names that the network had before, the latest first.' })
  async formerNames(
    @Root() network: Network,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<FormerName[]> {
    const rows = await reader.rowsOf(
      network.rowId,
      info.fieldNodes,
      (parents) => sql`SELECT f.network_id, f.name, f.valid_from, f.valid_until FROM network_name f
        WHERE f.network_id = ANY (${parents}::integer[]) ORDER BY coalesce(f.valid_until, 'infinity') DESC, f.name`,
    );
    return rows.map(([, name, validFrom, validUntil]) => ({ name, validFrom, validUntil }) as FormerName);
  }

  @FieldResolver(() => [City], {
    nullable: 'items',
    description: 'The cities that lead the network on that day, co-leads behind leads.',
  })
  leadCities(
    @Root() network: Network,
    @AsOfArg() asOf: string | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<City[]> {
    return reader.many(leadCities, network.rowId, { page: {}, asOf }, info);
  }

  @FieldResolver(() => NetworkMemberConnection, {
    description: 'The cities that are members on that day, by name unless ordered otherwise.',
  })
  members(
    @Root() network: Network,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => CityFilter, { nullable, description: 'Which cities. Left out: all members.' })
    filter: CityFilter | null,
    @Arg('orderBy', () => CityOrder, { nullable, description: 'Left out: by name.' }) orderBy: CityOrder | null,
    @AsOfArg() asOf: string | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<City>> {
    return reader.list(membersOfNetwork, network.rowId, { page, filter, orderBy, asOf }, info);
  }

  @Cost(20)
  @FieldResolver(() => [NetworkOverlap], {
    description: 'Other networks that share most members with this one today, most first.',
  })
  async overlaps(
    @Root() network: Network,
    @Arg('first', () => Int, { nullable, defaultValue: 10, description: 'How many, from 1 to 100.' })
    first: number | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NetworkOverlap[]> {
    const limit = first ?? 10;
    if (limit < 1 || limit > MAX_PAGE_SIZE)
      throw invalidPage(`"first" to be from 1 to ${MAX_PAGE_SIZE}`, String(first));
    const rows = await reader.rowsOf(network.rowId, info.fieldNodes, (parents) => overlapsOf(parents, limit));
    return rows.map(([, networkId, sharedCityCount, jaccard]) =>
      Object.assign(new NetworkOverlap(), { networkId, sharedCityCount, jaccard }),
    );
  }

  @FieldResolver(() => Source, { nullable, description: 'Where the facts about the network come from.' })
  source(@Root() network: Network, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Source | null> {
    return readSource(network.sourceId, context, info);
  }
}

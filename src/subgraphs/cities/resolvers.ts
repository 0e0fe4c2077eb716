import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../../data/connection';
import type { Context } from '../context';
import { localizedText, type Localized } from '../../data/entity-reads';
import { Source } from '../../data/source';
import { readSource } from '../../data/source-reads';
import { LocaleArg } from '../../graphql/arguments';
import { lookup } from '../../graphql/lookup';
import { PageArgs } from '../../graphql/pages';
import { CountryCode, Locale } from '../../graphql/scalars';
import { OwnedBy } from '../owned-by';
import { City, CityConnection, ExternalId, ExternalIdScheme, GeoPoint } from './city';
import { CityFilter, CityOrder } from './city-filter';
import { Country } from './country';
import { cities, citiesOfCountry, cityReads, countryReads } from './reads';

const nullable = true;

@OwnedBy('cities')
@Resolver(() => City)
export class CityResolver {
  @Query(() => City, {
    nullable,
    description:
      'The city with this id, slug or external id; null where there is none. Exactly one argument is expected.',
  })
  city(
    @Arg('id', () => ID, { nullable, description: 'Global id of a city.' }) id: string | null,
    @Arg('slug', () => String, { nullable, description: 'Slug: `bogota`.' }) slug: string | null,
    @Arg('wikidataId', () => String, { nullable, description: 'Wikidata’s id: `Q2841`.' }) wikidataId: string | null,
    @Arg('geonamesId', () => String, { nullable, description: 'GeoNames’ id: `3688689`.' }) geonamesId: string | null,
    @Arg('unlocode', () => String, { nullable, description: 'UN/LOCODE without a space: `COBOG`.' })
    unlocode: string | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<City | null> {
    const [property, value] = lookup('city', 'City', { id, slug, wikidataId, geonamesId, unlocode });
    return reader.byKey(cityReads, property, value, info);
  }

  @Query(() => CityConnection, {
    nullable,
    description: 'All cities that fit the filter, by name unless ordered otherwise.',
  })
  cities(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => CityFilter, { nullable, description: 'Which cities. Left out: all.' })
    filter: CityFilter | null,
    @Arg('orderBy', () => CityOrder, { nullable, description: 'Left out: by name.' }) orderBy: CityOrder | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<City>> {
    return reader.list(cities, null, { page, filter, orderBy }, info);
  }

  @FieldResolver(() => String, { description: 'The city’s name in the wanted language, else in English.' })
  name(@Root() city: Localized<City>, @LocaleArg() locale: string | null): string {
    return localizedText(city, 'name', locale)!;
  }

  @FieldResolver(() => Locale, { description: 'The language that `name` comes in: the wanted one, or English.' })
  contentLocale(@Root() city: Localized<City>, @LocaleArg() locale: string | null): string {
    return localizedText(city, 'contentLocale', locale)!;
  }

  @FieldResolver(() => Country, { description: 'The country or territory that the city lies in.' })
  country(@Root() city: City, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo): Promise<Country | null> {
    return reader.linked(city, 'country', countryReads, city.countryId, info);
  }

  @FieldResolver(() => GeoPoint, {
    nullable,
    description: 'Where the city lies: a point in its centre. Null where unknown.',
  })
  location(@Root() { latitude, longitude }: City): GeoPoint | null {
    return latitude === null || longitude === null ? null : { latitude, longitude };
  }

  @FieldResolver(() => [ExternalId], { description: 'What other registers call the city; those that are known.' })
  externalIds(@Root() city: City): ExternalId[] {
    const known: [ExternalIdScheme, string | null][] = [
      [ExternalIdScheme.WIKIDATA, city.wikidataId],
      [ExternalIdScheme.GEONAMES, city.geonamesId],
      [ExternalIdScheme.UNLOCODE, city.unlocode],
      [ExternalIdScheme.CDP, city.cdpId],
      [ExternalIdScheme.GCOM, city.gcomId],
    ];
    return known.flatMap(([scheme, value]) => (value === null ? [] : [{ scheme, value }]));
  }

  @FieldResolver(() => Source, { nullable, description: 'Where the city’s figures come from.' })
  source(@Root() city: City, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Source | null> {
    return readSource(city.sourceId, context, info);
  }
}

@OwnedBy('cities')
@Resolver(() => Country)
export class CountryResolver {
  @Query(() => Country, { nullable, description: 'The country with this code; null where there is none.' })
  country(
    @Arg('code', () => CountryCode, { description: 'ISO 3166-1 alpha-2: `CO`.' }) code: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Country | null> {
    return reader.byKey(countryReads, 'code', code.toUpperCase(), info);
  }

  @FieldResolver(() => String, { description: 'The country’s name in the wanted language, else in English.' })
  name(@Root() country: Localized<Country>, @LocaleArg() locale: string | null): string {
    return localizedText(country, 'name', locale)!;
  }

  @FieldResolver(() => Locale, { description: 'The language that `name` comes in: the wanted one, or English.' })
  contentLocale(@Root() country: Localized<Country>, @LocaleArg() locale: string | null): string {
    return localizedText(country, 'contentLocale', locale)!;
  }

  @FieldResolver(() => CityConnection, { description: 'The cities of the country that the platform knows, by name.' })
  cities(
    @Root() country: Country,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<City>> {
    return reader.list(citiesOfCountry, country.rowId, { page }, info);
  }
}

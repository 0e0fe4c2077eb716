import sql, { type Sql } from 'sql-template-tag';
import { Field, InputType, registerEnumType } from 'type-graphql';
import { exists, Filter, idOf, matching, oneOf, within, type Condition } from '../../data/filter';
import type { ListArgs } from '../../data/list';
import { invalidFilter } from '../../graphql/errors';
import {
  BoundingBoxFilter,
  CountryCodeFilter,
  IDFilter,
  IntFilter,
  OrderDirection,
  StringFilter,
  WithinFilter,
} from '../../graphql/inputs';
import { currentMembersFrom, networkFilter, NetworkFilter } from '../networks';
import { solutionFilter, SolutionFilter, visiblePublishedSolutions } from '../solutions';
import { RegionFilter } from './region';

const nullable = true;

@InputType({
  description: 'Which cities. All that is given must hold: `{ region: { eq: AFRICA }, population: { gte: 1000000 } }`.',
})
export class CityFilter {
  @Field(() => [CityFilter], { nullable, description: 'All of these must hold.' }) and?: CityFilter[] | null;
  @Field(() => [CityFilter], { nullable, description: 'One of these must hold. An empty list matches nothing.' }) or?:
    CityFilter[] | null;
  @Field(() => CityFilter, { nullable, description: 'This must not hold.' }) not?: CityFilter | null;
  @Field(() => IDFilter, { nullable, description: 'Ids of cities.' }) id?: IDFilter | null;
  @Field(() => StringFilter, {
    nullable,
    description: 'The city’s name in English. To find any other name, use `search`.',
  })
  name?: StringFilter | null;
  @Field(() => CountryCodeFilter, { nullable, description: 'The country that the city lies in.' })
  country?: CountryCodeFilter | null;
  @Field(() => RegionFilter, { nullable, description: 'C40’s region.' }) region?: RegionFilter | null;
  @Field(() => IntFilter, { nullable, description: 'Inhabitants; cities of unknown population match no bound.' })
  population?: IntFilter | null;
  @Field(() => WithinFilter, { nullable, description: 'Not farther from a point than this.' })
  within?: WithinFilter | null;
  @Field(() => BoundingBoxFilter, { nullable, description: 'Inside of a box, such as the view of a map.' })
  boundingBox?: BoundingBoxFilter | null;
  @Field(() => NetworkFilter, {
    nullable,
    description: 'A member today of some network that fits: `{ slug: { eq: "cool-cities" } }`.',
  })
  memberOf?: NetworkFilter | null;
  @Field(() => SolutionFilter, {
    nullable,
    description: 'Has published some solution that fits: `{ sector: { eq: TRANSPORT } }`.',
  })
  hasSolutions?: SolutionFilter | null;
}

export enum CityOrderField {
  NAME = 'NAME',
  POPULATION = 'POPULATION',
  NETWORK_COUNT = 'NETWORK_COUNT',
  SOLUTION_COUNT = 'SOLUTION_COUNT',
}
registerEnumType(CityOrderField, {
  name: 'CityOrderField',
  description: 'What a list of cities is ordered by; cities that are equal in it follow by slug.',
  valuesConfig: {
    NAME: { description: 'The name in English, accents and case aside. Natural direction: upwards.' },
    POPULATION: { description: 'Inhabitants; unknown counts as the smallest. Natural direction: largest first.' },
    NETWORK_COUNT: { description: 'Networks of which the city is a member today. Natural direction: most first.' },
    SOLUTION_COUNT: { description: 'Public solutions that the city has published. Natural direction: most first.' },
  },
});

@InputType({ description: 'How a list of cities is ordered.' })
export class CityOrder {
  @Field(() => CityOrderField, { description: 'What to order by.' }) field: CityOrderField;
  @Field(() => OrderDirection, { nullable, description: 'Left out: the natural direction of the field.' })
  direction?: OrderDirection | null;
}

/** The arguments of lists of cities. */
export interface CityListArgs extends ListArgs {
  filter?: CityFilter | null;
  orderBy?: CityOrder | null;
}

const EARTH_RADIUS_KM = 6371.0088;
const HALF_EARTH_KM = 20_038;
const KM_PER_DEGREE = 111.19;

// The great-circle distance on a sphere (haversine), within a band of latitudes that an index can find.
const withinCircle: Condition<WithinFilter> = {
  sql: ({ latitude, longitude, radiusKm }, t) => {
    const [lat, lon] = [sql([`radians(${t}.latitude)`]), sql([`radians(${t}.longitude)`])];
    const haversine = sql`sin((${lat} - radians(${latitude}::float8)) / 2) ^ 2
      + cos(${lat}) * cos(radians(${latitude}::float8)) * sin((${lon} - radians(${longitude}::float8)) / 2) ^ 2`;
    const band = radiusKm / KM_PER_DEGREE + 0.1;
    return sql`(${sql([`${t}.latitude`])} BETWEEN ${latitude - band}::float8 AND ${latitude + band}::float8
      AND ${EARTH_RADIUS_KM}::float8 * 2 * asin(least(1, sqrt(${haversine}))) <= ${radiusKm}::float8)`;
  },
  check: ({ radiusKm }, path) => {
    if (!(radiusKm > 0 && radiusKm <= HALF_EARTH_KM)) {
      throw invalidFilter(`${path}.radiusKm`, `more than 0 and at most ${HALF_EARTH_KM} kilometres`, radiusKm);
    }
  },
};

const inBox: Condition<BoundingBoxFilter> = {
  sql: ({ south, west, north, east }, t) => {
    const longitude = sql([`${t}.longitude`]);
    const between: Sql =
      west <= east
        ? sql`${longitude} BETWEEN ${west}::float8 AND ${east}::float8`
        : sql`(${longitude} >= ${west}::float8 OR ${longitude} <= ${east}::float8)`;
    return sql`(${sql([`${t}.latitude`])} BETWEEN ${south}::float8 AND ${north}::float8 AND ${between})`;
  },
  check: (box, path) => {
    if (box.south > box.north) throw invalidFilter(path, '"south" not to be greater than "north"', box);
  },
};

// The scalar takes codes in either case.
const hasCode = oneOf<string>('country.code', 'text', (code) => code.toUpperCase());

export const cityFilter: Filter<CityFilter> = new Filter<CityFilter>(() => ({
  id: idOf('City', '$t.slug'),
  name: matching('$t.folded_name'),
  country: {
    ...hasCode,
    sql: (codes, t, viewer) =>
      sql`${sql([`${t}.country_id`])} IN (SELECT country.id FROM country WHERE ${hasCode.sql(codes, t, viewer)})`,
  },
  region: oneOf('$t.region', 'text'),
  population: within<number>('$t.population', 'integer', '-1'),
  within: withinCircle,
  boundingBox: inBox,
  memberOf: exists(() => networkFilter, 'n_', currentMembersFrom),
  hasSolutions: exists(() => solutionFilter, 's_', visiblePublishedSolutions),
}));

import 'reflect-metadata';
import { Field, Float, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { CountryCode, DateTime, Latitude, LocalDate, Longitude } from './scalars';

const nullable = true;
const LIST = 'An empty list matches nothing.';

export enum OrderDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description:
    'Direction of an order. Left out: the natural one of the field, which is upwards for names, and newest or largest first for dates and counts.',
  valuesConfig: {
    ASC: { description: 'Upwards: A to Z, oldest first, smallest first.' },
    DESC: { description: 'Downwards: Z to A, newest first, largest first.' },
  },
});

@InputType({
  description:
    'A condition on text. All that is given must hold. Accents and case make no difference, except in slugs and codes.',
})
export class StringFilter {
  @Field(() => String, { nullable, description: 'Equal to this text: `{ eq: "Bogotá" }` finds Bogota too.' }) eq?:
    string | null;
  @Field(() => [String], { nullable, description: `Equal to one of these texts. ${LIST}` }) in?: string[] | null;
  @Field(() => String, { nullable, description: 'Has this text in it: `{ contains: "flood" }`.' }) contains?:
    string | null;
  @Field(() => String, { nullable, description: 'Begins with this text: `{ startsWith: "san" }`.' }) startsWith?:
    string | null;
}

@InputType({ description: 'A condition on ids.' })
export class IDFilter {
  @Field(() => ID, { nullable, description: 'The object with this id.' }) eq?: string | null;
  @Field(() => [ID], {
    nullable,
    description: `An object with one of these ids. Ids that nothing has are passed over. ${LIST}`,
  })
  in?: string[] | null;
}

@InputType({ description: 'A condition on whole numbers. All that is given must hold; unknown numbers match none.' })
export class IntFilter {
  @Field(() => Int, { nullable, description: 'Equal to.' }) eq?: number | null;
  @Field(() => [Int], { nullable, description: `Equal to one of these. ${LIST}` }) in?: number[] | null;
  @Field(() => Int, { nullable, description: 'Greater than.' }) gt?: number | null;
  @Field(() => Int, { nullable, description: 'Greater than or equal to: `{ gte: 1000000 }`.' }) gte?: number | null;
  @Field(() => Int, { nullable, description: 'Less than.' }) lt?: number | null;
  @Field(() => Int, { nullable, description: 'Less than or equal to.' }) lte?: number | null;
}

@InputType({ description: 'A condition on days. All that is given must hold; unknown days match only `isNull: true`.' })
export class LocalDateFilter {
  @Field(() => LocalDate, { nullable, description: 'On this day.' }) eq?: string | null;
  @Field(() => LocalDate, { nullable, description: 'After this day.' }) gt?: string | null;
  @Field(() => LocalDate, { nullable, description: 'On this day or later: `{ gte: "2015-01-01" }`.' }) gte?:
    string | null;
  @Field(() => LocalDate, { nullable, description: 'Before this day.' }) lt?: string | null;
  @Field(() => LocalDate, { nullable, description: 'On this day or earlier.' }) lte?: string | null;
  @Field(() => Boolean, { nullable, description: 'true: the day is not known; false: it is.' }) isNull?: boolean | null;
}

@InputType({ description: 'A condition on moments. All that is given must hold.' })
export class DateTimeFilter {
  @Field(() => DateTime, { nullable, description: 'After this moment.' }) gt?: Date | null;
  @Field(() => DateTime, { nullable, description: 'At this moment or later: `{ gte: "2026-01-01T00:00:00Z" }`.' })
  gte?: Date | null;
  @Field(() => DateTime, { nullable, description: 'Before this moment.' }) lt?: Date | null;
  @Field(() => DateTime, { nullable, description: 'At this moment or earlier.' }) lte?: Date | null;
}

@InputType({ description: 'A condition on countries.' })
export class CountryCodeFilter {
  @Field(() => CountryCode, { nullable, description: 'In this country: `{ eq: "CO" }`.' }) eq?: string | null;
  @Field(() => [CountryCode], { nullable, description: `In one of these countries: \`{ in: ["CO", "MX"] }\`. ${LIST}` })
  in?: string[] | null;
}

@InputType({ description: 'A circle on the globe.' })
export class WithinFilter {
  @Field(() => Latitude, { description: 'Latitude of the centre, in degrees.' }) latitude: number;
  @Field(() => Longitude, { description: 'Longitude of the centre, in degrees.' }) longitude: number;
  @Field(() => Float, { description: 'Radius in kilometres along the surface, more than 0 and at most 20,038.' })
  radiusKm: number;
}

@InputType({
  description:
    'A box between two parallels and two meridians. Where west is greater than east, it crosses the antimeridian.',
})
export class BoundingBoxFilter {
  @Field(() => Latitude, { description: 'Southern edge, in degrees.' }) south: number;
  @Field(() => Longitude, { description: 'Western edge, in degrees.' }) west: number;
  @Field(() => Latitude, { description: 'Northern edge, in degrees; not below the southern one.' }) north: number;
  @Field(() => Longitude, { description: 'Eastern edge, in degrees.' }) east: number;
}

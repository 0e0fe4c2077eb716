import { Field, InputType, registerEnumType } from 'type-graphql';

/** C40's seven regions, the grouping that its network pages use. */
export enum Region {
  AFRICA = 'AFRICA',
  CENTRAL_EAST_ASIA = 'CENTRAL_EAST_ASIA',
  EAST_SOUTHEAST_ASIA_OCEANIA = 'EAST_SOUTHEAST_ASIA_OCEANIA',
  EUROPE = 'EUROPE',
  LATIN_AMERICA = 'LATIN_AMERICA',
  NORTH_AMERICA = 'NORTH_AMERICA',
  SOUTH_WEST_ASIA = 'SOUTH_WEST_ASIA',
}
registerEnumType(Region, {
  name: 'Region',
  description: 'A region of the world, as C40 groups its cities.',
  valuesConfig: {
    AFRICA: { description: 'Africa.' },
    CENTRAL_EAST_ASIA: { description: 'Central East Asia: mainland China and its neighbours.' },
    EAST_SOUTHEAST_ASIA_OCEANIA: { description: 'East and Southeast Asia, and Oceania.' },
    EUROPE: { description: 'Europe, with Israel and Türkiye where their cities belong to it.' },
    LATIN_AMERICA: { description: 'Latin America and the Caribbean.' },
    NORTH_AMERICA: { description: 'Canada and the United States.' },
    SOUTH_WEST_ASIA: { description: 'South and West Asia.' },
  },
});

@InputType({ description: 'A condition on regions.' })
export class RegionFilter {
  @Field(() => Region, { nullable: true, description: 'In this region: `{ eq: AFRICA }`.' })
  eq?: Region | null;

  @Field(() => [Region], { nullable: true, description: 'In one of these regions. An empty list matches nothing.' })
  in?: Region[] | null;
}

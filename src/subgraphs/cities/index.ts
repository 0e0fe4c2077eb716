export { City, CityConnection, CityEdge, CityName } from './city';
export { CityFilter, cityFilter, CityOrder, type CityListArgs } from './city-filter';
export { Country, CountryName } from './country';
export { CityFormerKey } from './former-key';
export { cityConditions, cityOrders, cityReads, countryReads } from './reads';
export { Region, RegionFilter } from './region';
export { CityResolver, CountryResolver } from './resolvers';

export { CityCard, CityCardFields } from './city-card';
export { NetworkCard, NetworkCardFields } from './network-card';
export { SolutionCard, SolutionCardFields } from './solution-card';

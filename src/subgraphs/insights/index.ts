export { GraphLayer } from './enums';
export { checkGraphFilter, GraphFilter } from './graph-filter';
export { ask as askGraph, graphOf } from './graph-view';
export { GraphPartsResolver } from './graph-parts-resolver';
export { CollaborationGraphResolver } from './graph-resolver';
export {
  CommunityResolver,
  GraphLinkResolver,
  GraphNodeResolver,
  GraphPathResolver,
  RankedCityResolver,
  SubgraphResolver,
} from './part-resolvers';
export { CityGraphMetricsResolver, CityMetricsResolver } from './city-metrics';
export { CityGraphResultsResolver, GraphResult, GraphResultValue } from './graph-result';
export { PeerSuggestionResolver, SuggestedPeersResolver } from './suggestions';
export { AdoptionStepResolver, SolutionCascadeResolver } from './cascade';
export { ImpactResolver } from './impact-resolver';
export { ExposureResolver } from './exposure';

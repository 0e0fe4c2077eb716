export { Action, ActionFilter, actionFilter, ActionNetwork, ActionTranslation } from './action';
export { ActionResolver } from './action-resolver';
export { Adoption } from './adoption';
export { AdoptionResolver } from './adoption-resolver';
export {
  ActionMutations,
  ActionPayloadResolver,
  AdoptionMutations,
  AdoptionPayloadResolver,
  SolutionMutations,
  SolutionPayloadResolver,
} from './commands';
export { PeerInfluence, Sector, SolutionFacet } from './enums';
export { CitySolutionsResolver, InitiativeSolutionsResolver, NetworkSolutionsResolver } from './extension-resolvers';
export { regionLabel, sectorLabel } from './labels';
export {
  actionReads,
  adoptionReads,
  isVisible,
  printedMoment,
  solutionReads,
  visiblePublishedSolutions,
} from './reads';
export { SolutionHistoryResolver, SolutionRevisionResolver } from './revision-resolvers';
export { Solution, SolutionNetwork, SolutionTranslation } from './solution';
export { listedSolutions, SolutionFilter, solutionFilter } from './solution-filter';
export { SolutionConnectionResolver, SolutionResolver } from './solution-resolver';
export { SolutionRevision } from './solution-revision';
export { solutionSharedField, SolutionSharedResolver } from './solution-shared';

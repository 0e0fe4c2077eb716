export { ActionMutations } from './action-mutations';
export { AdoptionMutations } from './adoption-mutations';
export { ActionPayloadResolver, AdoptionPayloadResolver, SolutionPayloadResolver } from './payloads';
export { SolutionMutations } from './solution-mutations';

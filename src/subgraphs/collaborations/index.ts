export {
  Collaboration,
  collaborationFilter,
  CollaborationKind,
  CollaborationParticipant,
  CollaborationTranslation,
} from './collaboration';
export { CollaborationMutations } from './commands/mutations';
export { Peer } from './peer';
export { collaborationReads } from './reads';
export { CityCollaborationsResolver, CollaborationResolver, NetworkCollaborationsResolver } from './resolvers';

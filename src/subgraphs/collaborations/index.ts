export {
  Collaboration,
  collaborationFilter,
  CollaborationParticipant,
  CollaborationTranslation,
} from './collaboration';
export { collaborationReads } from './reads';
export { CityCollaborationsResolver, CollaborationResolver, NetworkCollaborationsResolver } from './resolvers';

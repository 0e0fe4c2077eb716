import type { NonEmptyArray } from 'type-graphql';
import type { Condition } from '../data/filter';
import * as cities from './cities';
import * as collaborations from './collaborations';
import * as insights from './insights';
import type { LiveField } from './live-field';
import * as networks from './networks';
import * as platform from './platform';
import * as solutions from './solutions';

/** The resolvers of every subgraph module. */
export const resolvers: NonEmptyArray<new () => object> = [
  cities.CityResolver,
  cities.CountryResolver,
  networks.InitiativeResolver,
  networks.NetworkResolver,
  networks.NetworkOverlapResolver,
  networks.MembershipResolver,
  networks.CityNetworksResolver,
  networks.CollectiveActionResolver,
  networks.SignatureResolver,
  networks.MembershipMutations,
  networks.MembershipPayloadResolver,
  networks.SignatureMutations,
  networks.SignaturePayloadResolver,
  solutions.SolutionResolver,
  solutions.SolutionConnectionResolver,
  solutions.SolutionHistoryResolver,
  solutions.SolutionRevisionResolver,
  solutions.AdoptionResolver,
  solutions.ActionResolver,
  solutions.CitySolutionsResolver,
  solutions.NetworkSolutionsResolver,
  solutions.InitiativeSolutionsResolver,
  solutions.SolutionMutations,
  solutions.SolutionPayloadResolver,
  solutions.AdoptionMutations,
  solutions.AdoptionPayloadResolver,
  solutions.ActionMutations,
  solutions.ActionPayloadResolver,
  solutions.SolutionSharedResolver,
  collaborations.CollaborationResolver,
  collaborations.CityCollaborationsResolver,
  collaborations.NetworkCollaborationsResolver,
  collaborations.CollaborationMutations,
  insights.CollaborationGraphResolver,
  insights.GraphPartsResolver,
  insights.RankedCityResolver,
  insights.CommunityResolver,
  insights.GraphPathResolver,
  insights.GraphLinkResolver,
  insights.SubgraphResolver,
  insights.GraphNodeResolver,
  insights.CityMetricsResolver,
  insights.CityGraphMetricsResolver,
  insights.CityGraphResultsResolver,
  insights.SuggestedPeersResolver,
  insights.PeerSuggestionResolver,
  insights.SolutionCascadeResolver,
  insights.AdoptionStepResolver,
  insights.ImpactResolver,
  insights.ExposureResolver,
  platform.NodeResolver,
  platform.ChangeResolver,
  platform.FeedCursorResolver,
  platform.SearchResolver,
  platform.ViewerResolver,
  platform.WebhookResolver,
  platform.WebhookMutations,
  platform.RegisterWebhookPayloadResolver,
  platform.ResumeWebhookPayloadResolver,
  platform.ReplayWebhookDeliveryPayloadResolver,
];

/** The tables of every subgraph module. */
export const entities: (new () => object)[] = [
  cities.Country,
  cities.CountryName,
  cities.City,
  cities.CityName,
  cities.CityFormerKey,
  networks.Initiative,
  networks.InitiativeTranslation,
  networks.Network,
  networks.FormerName,
  networks.NetworkTranslation,
  networks.Membership,
  networks.CollectiveAction,
  networks.CollectiveActionTranslation,
  networks.Signature,
  solutions.Solution,
  solutions.SolutionTranslation,
  solutions.SolutionNetwork,
  solutions.SolutionRevision,
  solutions.Adoption,
  solutions.Action,
  solutions.ActionTranslation,
  solutions.ActionNetwork,
  collaborations.Collaboration,
  collaborations.CollaborationTranslation,
  collaborations.CollaborationParticipant,
  collaborations.Peer,
  insights.GraphResult,
  insights.GraphResultValue,
  platform.Webhook,
  platform.WebhookDelivery,
];

/** The filters of every subgraph module by the name of their input type. */
export const filters: Readonly<Record<string, Required<Pick<Condition<object>, 'check'>>>> = {
  CityFilter: cities.cityFilter,
  InitiativeFilter: networks.initiativeFilter,
  NetworkFilter: networks.networkFilter,
  SolutionFilter: solutions.solutionFilter,
  ActionFilter: solutions.actionFilter,
  CollaborationFilter: collaborations.collaborationFilter,
  GraphFilter: { check: insights.checkGraphFilter },
};

/** What the fields of Subscription tell of the log, by their names. */
export const liveFields: Readonly<Record<string, LiveField>> = {
  solutionShared: solutions.solutionSharedField,
  changes: platform.changesField,
};

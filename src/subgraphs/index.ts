import type { NonEmptyArray } from 'type-graphql';
import type { Filter } from '../data/filter';
import * as cities from './cities';
import * as collaborations from './collaborations';
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
  solutions.SolutionResolver,
  solutions.SolutionConnectionResolver,
  solutions.AdoptionResolver,
  solutions.ActionResolver,
  solutions.CitySolutionsResolver,
  solutions.NetworkSolutionsResolver,
  solutions.InitiativeSolutionsResolver,
  collaborations.CollaborationResolver,
  collaborations.CityCollaborationsResolver,
  collaborations.NetworkCollaborationsResolver,
  platform.NodeResolver,
  platform.SearchResolver,
];

/** The tables of every subgraph module. */
export const entities: (new () => object)[] = [
  cities.Country,
  cities.CountryName,
  cities.City,
  cities.CityName,
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
  solutions.Adoption,
  solutions.Action,
  solutions.ActionTranslation,
  solutions.ActionNetwork,
  collaborations.Collaboration,
  collaborations.CollaborationTranslation,
  collaborations.CollaborationParticipant,
];

/** The filters of every subgraph module by the name of their input type. */
export const filters: Readonly<Record<string, Filter<object>>> = {
  CityFilter: cities.cityFilter,
  InitiativeFilter: networks.initiativeFilter,
  NetworkFilter: networks.networkFilter,
  SolutionFilter: solutions.solutionFilter,
  ActionFilter: solutions.actionFilter,
  CollaborationFilter: collaborations.collaborationFilter,
};

import sql, { raw } from 'sql-template-tag';
import { list, many } from '../../data/list';
import type { Scope } from '../../data/scope';
import { networkOrders, networkReads, type Network, type NetworkListArgs } from '../networks';
import { actionFilter, type Action, type ActionListArgs } from './action';
import type { Adoption } from './adoption';
import { actionReads, adoptionReads, solutionOrders, solutionReads } from './reads';
import type { Solution } from './solution';
import { listedSolutions, type SolutionListArgs } from './solution-filter';

export const solutions = list<Solution, SolutionListArgs>({
  node: () => solutionReads,
  t: 's',
  ofParent: false,
  from: () => raw('solution s'),
  where: ({ args, viewer }) => listedSolutions(args.filter, 's', viewer),
  orders: () => solutionOrders('s'),
  defaultOrder: 'PUBLISHED_AT',
});

export const solutionsOfCity = list<Solution, SolutionListArgs>({
  ...solutions,
  ofParent: true,
  where: ({ args, parent, viewer }) => [sql`s.city_id = ${parent}`, ...listedSolutions(args.filter, 's', viewer)],
});

export const solutionsOfNetwork = list<Solution, SolutionListArgs>({
  ...solutions,
  ofParent: true,
  from: () => raw('solution_network sn JOIN solution s ON s.id = sn.solution_id'),
  where: ({ args, parent, viewer }) => [sql`sn.network_id = ${parent}`, ...listedSolutions(args.filter, 's', viewer)],
  // Copies of the solution's, of which an index has those of a network in order.
  orders: () => ({
    ...solutionOrders('s'),
    PUBLISHED_AT: { key: 'sn.published_at', type: 'timestamptz', natural: 'DESC' },
  }),
  slug: 'sn.solution_slug',
});

export const solutionsOfInitiative = list<Solution, SolutionListArgs>({
  ...solutions,
  ofParent: true,
  where: ({ args, parent, viewer }) => [
    sql`s.id IN (SELECT sn.solution_id FROM solution_network sn JOIN network n ON n.id = sn.network_id
      WHERE n.initiative_id = ${parent})`,
    ...listedSolutions(args.filter, 's', viewer),
  ],
});

export const networksOfSolution = list<Network, NetworkListArgs>({
  node: () => networkReads,
  t: 'n',
  ofParent: true,
  from: () => raw('solution_network sn JOIN network n ON n.id = sn.network_id'),
  where: ({ parent }) => [sql`sn.solution_id = ${parent}`],
  orders: () => networkOrders('n'),
  defaultOrder: 'NAME',
});

const adoptions = {
  node: () => adoptionReads,
  t: 'a',
  ofParent: true,
  from: () => raw('adoption a'),
  orders: () => ({
    ADOPTED_ON: { key: "coalesce(a.adopted_on, '-infinity')", type: 'date', natural: 'DESC' } as const,
  }),
  defaultOrder: 'ADOPTED_ON',
};

export const adoptionsOfSolution = list<Adoption>({
  ...adoptions,
  where: ({ parent }) => [sql`a.solution_id = ${parent}`],
});

export const adoptionsByCity = list<Adoption>({ ...adoptions, where: ({ parent }) => [sql`a.city_id = ${parent}`] });

const conditions = ({ filter }: ActionListArgs, viewer: Scope) =>
  filter ? [actionFilter.sql(filter, 'a', viewer)] : [];

export const actions = list<Action, ActionListArgs>({
  node: () => actionReads,
  t: 'a',
  ofParent: false,
  from: () => raw('action a'),
  where: ({ args, viewer }) => conditions(args, viewer),
  orders: () => ({ REPORTED_ON: { key: 'a.reported_on', type: 'date', natural: 'DESC' } }),
  defaultOrder: 'REPORTED_ON',
});

export const actionsOfCity = list<Action, ActionListArgs>({
  ...actions,
  ofParent: true,
  where: ({ args, parent, viewer }) => [sql`a.city_id = ${parent}`, ...conditions(args, viewer)],
});

export const influencesOfAction = many<Network, NetworkListArgs>({
  node: () => networkReads,
  t: 'n',
  from: () => raw('action_network an JOIN network n ON n.id = an.network_id'),
  where: ({ parent }) => [sql`an.action_id = ${parent}`],
  orderBy: 'n.folded_name, n.slug',
});

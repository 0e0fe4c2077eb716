import sql, { raw, type Sql } from 'sql-template-tag';
import { list, many, type ListArgs } from '../../data/list';
import { parentTable } from '../../data/parents';
import type { Scope } from '../../data/scope';
import { cityConditions, cityOrders, cityReads, type City, type CityListArgs } from '../cities';
import type { CollectiveAction, Signature } from './collective-action';
import { initiativeFilter, type Initiative, type InitiativeListArgs } from './initiative';
import type { Membership } from './membership';
import type { Network } from './network';
import { networkFilter, type NetworkListArgs } from './network-filter';
import {
  collectiveActionReads,
  heldOn,
  initiativeReads,
  membershipReads,
  networkOrders,
  networkReads,
  signatureReads,
  validOn,
} from './reads';

interface AsOf {
  asOf?: string | null;
}

const networkConditions = ({ filter }: NetworkListArgs, t: string, viewer: Scope): Sql[] =>
  filter ? [networkFilter.sql(filter, t, viewer)] : [];

const byName = (t: string) => ({ NAME: { key: `${t}.folded_name`, type: 'text', natural: 'ASC' } }) as const;

export const initiatives = list<Initiative, InitiativeListArgs>({
  node: () => initiativeReads,
  t: 'i',
  ofParent: false,
  from: () => raw('initiative i'),
  where: ({ args, viewer }) => (args.filter ? [initiativeFilter.sql(args.filter, 'i', viewer)] : []),
  orders: () => byName('i'),
  defaultOrder: 'NAME',
});

export const networks = list<Network, NetworkListArgs>({
  node: () => networkReads,
  t: 'n',
  ofParent: false,
  from: () => raw('network n'),
  where: ({ args, viewer }) => networkConditions(args, 'n', viewer),
  orders: () => networkOrders('n'),
  defaultOrder: 'NAME',
});

export const networksOfInitiative = list<Network, NetworkListArgs>({
  ...networks,
  ofParent: true,
  where: ({ args, parent, viewer }) => [sql`n.initiative_id = ${parent}`, ...networkConditions(args, 'n', viewer)],
});

export const networksOfCity = list<Network, NetworkListArgs & AsOf>({
  ...networks,
  ofParent: true,
  from: () => raw('membership m JOIN network n ON n.id = m.network_id'),
  where: ({ args, parent, viewer }) => [
    sql`m.city_id = ${parent}`,
    validOn('m', args.asOf),
    ...networkConditions(args, 'n', viewer),
  ],
});

/** Memberships have copies of what their cities are ordered by, so that an index of theirs has the members of a network in order. */
const copiedOrders = {
  NAME: { key: 'm.city_name', type: 'text', natural: 'ASC' },
  POPULATION: { key: 'm.city_population', type: 'integer', natural: 'DESC' },
} as const;

export const membersOfNetwork = list<City, CityListArgs & AsOf>({
  node: () => cityReads,
  t: 'c',
  ofParent: true,
  from: () => raw('membership m JOIN city c ON c.id = m.city_id'),
  where: ({ args, parent, viewer }) => [
    sql`m.network_id = ${parent}`,
    validOn('m', args.asOf),
    ...cityConditions(args, 'c', viewer),
  ],
  orders: () => ({ ...cityOrders('c'), ...copiedOrders }),
  slug: 'm.city_slug',
  defaultOrder: 'NAME',
  edge: { role: () => raw('m.role'), since: () => raw('m.started_on') },
});

export const leadCities = many<City, ListArgs & AsOf>({
  node: () => cityReads,
  t: 'c',
  from: () => raw('membership m JOIN city c ON c.id = m.city_id'),
  where: ({ args, parent }) => [
    sql`m.network_id = ${parent}`,
    raw("m.role IN ('LEAD', 'CO_LEAD')"),
    validOn('m', args.asOf),
  ],
  orderBy: 'm.role DESC, c.folded_name, c.slug',
});

export const membershipsOfCity = list<Membership, ListArgs & AsOf & { includeEnded: boolean }>({
  node: () => membershipReads,
  t: 'm',
  ofParent: true,
  from: () => raw('membership m'),
  where: ({ args, parent }) => [sql`m.city_id = ${parent}`, ...(args.includeEnded ? [] : [validOn('m', args.asOf)])],
  orders: () => ({ STARTED_ON: { key: "coalesce(m.started_on, '-infinity')", type: 'date', natural: 'DESC' } }),
  defaultOrder: 'STARTED_ON',
});

export const collectiveActions = list<CollectiveAction>({
  node: () => collectiveActionReads,
  t: 'a',
  ofParent: false,
  from: () => raw('collective_action a'),
  where: () => [],
  orders: () => byName('a'),
  defaultOrder: 'NAME',
});

const signatures = {
  node: () => signatureReads,
  t: 's',
  ofParent: true,
  from: () => raw('signature s'),
  orders: () => ({ SIGNED_ON: { key: "coalesce(s.signed_on, '-infinity')", type: 'date', natural: 'DESC' } as const }),
  defaultOrder: 'SIGNED_ON',
};

export const signaturesOfCity = list<Signature>({ ...signatures, where: ({ parent }) => [sql`s.city_id = ${parent}`] });

export const signaturesOfCollectiveAction = list<Signature, ListArgs & AsOf>({
  ...signatures,
  where: ({ args, parent }) => [sql`s.collective_action_id = ${parent}`, heldOn('s', args.asOf)],
});

/** The networks that share most cities with each of these, compared by the Jaccard index of their members today. */
export const overlapsOf = (parents: readonly number[], first: number): Sql => sql`
  SELECT parent.id, x.* FROM ${parentTable(parents)} CROSS JOIN LATERAL (
    SELECT n.id, shared.n, shared.n::float8 / (own.member_count + n.member_count - shared.n)
    FROM network own
    JOIN LATERAL (
      SELECT b.network_id, count(*) AS n
      FROM membership a JOIN membership b ON b.city_id = a.city_id AND b.network_id <> a.network_id
      WHERE a.network_id = own.id AND ${validOn('a')} AND ${validOn('b')} GROUP BY b.network_id
    ) shared ON true
    JOIN network n ON n.id = shared.network_id
    WHERE own.id = parent.id ORDER BY 2 DESC, 3 DESC, n.slug LIMIT ${first}) x`;

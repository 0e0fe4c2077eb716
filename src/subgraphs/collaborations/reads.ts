import sql, { raw, type Sql } from 'sql-template-tag';
import { EntityReads } from '../../data/entity-reads';
import { allOf } from '../../data/filter';
import { list } from '../../data/list';
import type { Translated } from '../../data/locale';
import type { Scope } from '../../data/scope';
import { cityOrders, cityReads, type City } from '../cities';
import { sharedNetworkCount } from '../networks';
import { Collaboration, collaborationFilter, type CollaborationListArgs } from './collaboration';

const translated: Translated = {
  table: 'collaboration_translation',
  owner: 'collaboration_id',
  original: { column: 'original_locale' },
};

export const collaborationReads = new EntityReads(Collaboration, {
  table: 'collaboration',
  fields: {
    title: translated,
    contentLocale: translated,
    network: ['networkId'],
    source: ['sourceId'],
  },
});

const conditions = ({ filter }: CollaborationListArgs, viewer: Scope): Sql[] =>
  filter ? [collaborationFilter.sql(filter, 'o', viewer)] : [];

export const collaborations = list<Collaboration, CollaborationListArgs>({
  node: () => collaborationReads,
  t: 'o',
  ofParent: false,
  from: () => raw('collaboration o'),
  where: ({ args, viewer }) => conditions(args, viewer),
  orders: () => ({ STARTED_ON: { key: "coalesce(o.started_on, '-infinity')", type: 'date', natural: 'DESC' } }),
  defaultOrder: 'STARTED_ON',
});

export const collaborationsOfCity = list<Collaboration, CollaborationListArgs>({
  ...collaborations,
  ofParent: true,
  from: () => raw('collaboration_participant p JOIN collaboration o ON o.id = p.collaboration_id'),
  where: ({ args, parent, viewer }) => [sql`p.city_id = ${parent}`, ...conditions(args, viewer)],
  // Copies of the collaboration's, of which an index has those of a city in order.
  orders: () => ({ STARTED_ON: { key: 'p.started_on', type: 'date', natural: 'DESC' } }),
  slug: 'p.collaboration_slug',
});

export const collaborationsOfNetwork = list<Collaboration, CollaborationListArgs>({
  ...collaborations,
  ofParent: true,
  where: ({ args, parent, viewer }) => [sql`o.network_id = ${parent}`, ...conditions(args, viewer)],
});

export const participants = list<City>({
  node: () => cityReads,
  t: 'c',
  ofParent: true,
  from: () => raw('collaboration_participant p JOIN city c ON c.id = p.city_id'),
  where: ({ parent }) => [sql`p.collaboration_id = ${parent}`],
  orders: () => cityOrders('c'),
  defaultOrder: 'NAME',
});

/** All peers of a city: counted by the database when collaborations are written. */
export const peers = list<City, CollaborationListArgs>({
  node: () => cityReads,
  t: 'c',
  ofParent: true,
  from: () => raw('peer JOIN city c ON c.id = peer.peer_id'),
  where: ({ parent }) => [sql`peer.city_id = ${parent}`],
  orders: () => ({ STRENGTH: { key: 'peer.strength', type: 'numeric', natural: 'DESC' } }),
  defaultOrder: 'STRENGTH',
  slug: 'peer.peer_slug',
  edge: {
    strength: () => raw('peer.strength'),
    collaborationCount: () => raw('peer.collaboration_count'),
    sharedNetworkCount: ({ parent }) => sharedNetworkCount(parent, raw('peer.peer_id')),
    firstOn: () => raw('peer.first_on'),
    lastOn: () => raw('peer.last_on'),
  },
});

/** Peers by some of their collaborations, counted when they are asked for. */
export const peersBySome = list<City, CollaborationListArgs>({
  ...peers,
  from: ({ args, parent, viewer }) => sql`(
    SELECT other.city_id AS peer_id, sum(1.0 / (o.participant_count - 1)) AS strength, count(*) AS collaboration_count,
      min(o.started_on) AS first_on, max(o.started_on) AS last_on
    FROM collaboration_participant own
    JOIN collaboration o ON o.id = own.collaboration_id
    JOIN collaboration_participant other ON other.collaboration_id = own.collaboration_id AND other.city_id <> own.city_id
    WHERE own.city_id = ${parent} AND ${allOf(conditions(args, viewer))}
    GROUP BY other.city_id
  ) peer JOIN city c ON c.id = peer.peer_id`,
  where: () => [],
  slug: 'c.slug',
});

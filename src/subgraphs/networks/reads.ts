import sql, { raw, type Sql } from 'sql-template-tag';
import { EntityReads, localizedProperty, type ReadColumn } from '../../data/entity-reads';
import { localeChain, translatedColumn, type Translated } from '../../data/locale';
import type { Order } from '../../data/page';
import { cityReads } from '../cities';
import { CollectiveAction, Signature } from './collective-action';
import { sheetLocale } from './fact-sheet';
import { Initiative } from './initiative';
import { Membership } from './membership';
import { Network } from './network';

const translated = (table: string): Translated => ({
  table: `${table}_translation`,
  owner: `${table}_id`,
  original: { column: 'original_locale' },
});

export const initiativeReads = new EntityReads(Initiative, {
  table: 'initiative',
  fields: { name: translated('initiative'), summary: translated('initiative'), source: ['sourceId'] },
});

/** The property that a network's name is read into: names depend on the language and on the day. */
export const networkNameProperty = (locale?: string | null, asOf?: string | null): string =>
  `${localizedProperty('name', locale)}${asOf == null ? '' : ` as of ${asOf}`}`;

const networkName = ({ locale, asOf }: Record<string, unknown>, locales: readonly string[]): ReadColumn => ({
  property: networkNameProperty(locale as string | null, asOf as string | null),
  sql: (t) => {
    const wanted = locale == null ? locales : localeChain(locale as string);
    const present = translatedColumn(t, 'name', translated('network'), wanted);
    if (asOf == null) return present;
    return sql`coalesce((SELECT f.name FROM network_name f WHERE f.network_id = ${raw(t)}.id
      AND (f.valid_from IS NULL OR f.valid_from <= ${asOf}::date) AND f.valid_until > ${asOf}::date
      ORDER BY f.valid_until LIMIT 1), ${present})`;
  },
});

export const networkReads = new EntityReads(Network, {
  table: 'network',
  fields: {
    name: networkName,
    summary: translated('network'),
    contentLocale: translated('network'),
    factSheet: ({ locale }, locales) => [
      { property: 'slug', sql: (t) => raw(`${t}.slug`) },
      networkName({ locale: sheetLocale(locale as string) }, locales),
    ],
    initiative: ['initiativeId'],
    successor: ['successorId'],
    source: ['sourceId'],
  },
});

export const membershipReads = new EntityReads(Membership, {
  table: 'membership',
  fields: {
    city: { join: () => cityReads, key: 'cityId' },
    network: { join: () => networkReads, key: 'networkId' },
    current: ['current'],
    source: ['sourceId'],
  },
  columns: {
    current: (t) => `CASE WHEN ${t}.started_on > utc_today() THEN false WHEN ${t}.ended_on IS NULL THEN ${t}.ongoing
      ELSE is_valid_on(${t}.started_on, ${t}.ended_on, ${t}.ongoing, utc_today()) END`,
  },
});

export const collectiveActionReads = new EntityReads(CollectiveAction, {
  table: 'collective_action',
  fields: { name: translated('collective_action'), summary: translated('collective_action'), source: ['sourceId'] },
});

export const signatureReads = new EntityReads(Signature, {
  table: 'signature',
  fields: {
    city: { join: () => cityReads, key: 'cityId' },
    collectiveAction: { join: () => collectiveActionReads, key: 'collectiveActionId' },
    source: ['sourceId'],
  },
});

/** The day that an answer is about: SQL of the argument, or of today. */
const day = (asOf: string | null | undefined): Sql => (asOf == null ? raw('utc_today()') : sql`${asOf}::date`);

/** Memberships of this alias that are valid on a day: one at most of a city in a network, for memberships never overlap. */
export const validOn = (m: string, asOf?: string | null): Sql =>
  sql`is_valid_on(${raw(`${m}.started_on, ${m}.ended_on, ${m}.ongoing`)}, ${day(asOf)})`;

/** Signatures of this alias that hold on a day. */
export const heldOn = (s: string, asOf?: string | null): Sql =>
  sql`is_valid_on(${raw(`${s}.signed_on, ${s}.withdrawn_on`)}, NULL, ${day(asOf)})`;

/** FROM and WHERE of the networks, as `n_…`, of which a city with this alias is a member today. */
export const currentMembersFrom = (t: string): Sql =>
  sql`${raw(`membership m_${t} JOIN network n_${t} ON n_${t}.id = m_${t}.network_id WHERE m_${t}.city_id = ${t}.id`)}
    AND ${validOn(`m_${t}`)}`;

/** How many networks two cities are both members of today: a scalar subquery for two row ids. */
export const sharedNetworkCount = (one: Sql, other: Sql): Sql =>
  sql`(SELECT count(*) FROM membership a JOIN membership b ON b.network_id = a.network_id
    WHERE a.city_id = ${one} AND b.city_id = ${other} AND ${validOn('a')} AND ${validOn('b')})`;

export const networkOrders = (t: string): Record<string, Order> => ({
  NAME: { key: `${t}.folded_name`, type: 'text', natural: 'ASC' },
  MEMBER_COUNT: { key: `${t}.member_count`, type: 'integer', natural: 'DESC' },
  STARTED_ON: { key: `coalesce(${t}.started_on, '-infinity')`, type: 'date', natural: 'DESC' },
});

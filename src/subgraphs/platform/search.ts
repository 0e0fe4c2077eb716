import sql, { join, raw, type Sql } from 'sql-template-tag';
import { isWithoutSpaces, likeLiteral } from '../../data/filter';
import type { Scope } from '../../data/scope';
import { isVisible } from '../solutions';

/** What is searched: the table, what its names are called, and the table of its other names. */
interface Searched {
  type: 'City' | 'Network' | 'Initiative' | 'Solution';
  table: string;
  name: string;
  others: { table: string; owner: string; name: string }[];
  /** How much better known one is than another of the same name: SQL from 0 to 1. */
  weight: string;
  visible?: (t: string, viewer: Scope) => Sql;
}

const searched: Searched[] = [
  {
    type: 'City',
    table: 'city',
    name: 'name',
    others: [{ table: 'city_name', owner: 'city_id', name: 'name' }],
    weight: 'least(1, ln(1 + coalesce(t.population, 0)) / 20)',
  },
  {
    type: 'Network',
    table: 'network',
    name: 'name',
    others: [
      { table: 'network_translation', owner: 'network_id', name: 'name' },
      { table: 'network_name', owner: 'network_id', name: 'name' },
    ],
    weight: '1',
  },
  {
    type: 'Initiative',
    table: 'initiative',
    name: 'name',
    others: [{ table: 'initiative_translation', owner: 'initiative_id', name: 'name' }],
    weight: '1',
  },
  {
    type: 'Solution',
    table: 'solution',
    name: 'title',
    others: [{ table: 'solution_translation', owner: 'solution_id', name: 'title' }],
    weight: '0.5',
    visible: (t, viewer) => sql`${isVisible(t, viewer)} AND ${raw(t)}.status = 'PUBLISHED'`,
  },
];

/** Names that have the words of the text in them, or nearly: `<%` compares trigrams, so that a typo is forgiven. */
const isLike = (name: string, text: string): Sql => {
  const folded = raw(`fold(n.${name})`);
  if (isWithoutSpaces(text)) return sql`${folded} LIKE fold(${`%${likeLiteral(text)}%`})`;
  return sql`(fold(${text}) <% ${folded} OR ${folded} COLLATE "C" LIKE fold(${`${likeLiteral(text)}%`}))`;
};

/** From 0 to 1: the same, begins with it, has words like it; the better known of equals goes first. */
const score = (name: string, text: string, weight: string): Sql => {
  const folded = raw(`fold(n.${name})`);
  return sql`CASE WHEN ${folded} = fold(${text}) THEN 1
    WHEN starts_with(${folded}, fold(${text})) THEN 0.85
    WHEN strpos(${folded}, fold(${text})) > 0 THEN 0.7
    ELSE 0.8 * (0.7 * word_similarity(fold(${text}), ${folded}) + 0.3 * similarity(fold(${text}), ${folded})) END
    * 0.9 + 0.1 * ${raw(weight)}`;
};

function hitsOf({ type, table, name, others, weight, visible }: Searched, text: string, viewer: Scope): Sql {
  const hits = [
    sql`SELECT t.slug, ${score(name, text, weight)} AS score FROM ${raw(`${table} n JOIN ${table} t ON t.id = n.id`)}
      WHERE ${isLike(name, text)}${visible ? sql` AND ${visible('t', viewer)}` : raw('')}`,
    ...others.map(
      (other) => sql`SELECT t.slug, ${score(other.name, text, weight)} AS score
        FROM ${raw(`${other.table} n JOIN ${table} t ON t.id = n.${other.owner}`)}
        WHERE ${isLike(other.name, text)}${visible ? sql` AND ${visible('t', viewer)}` : raw('')}`,
    ),
  ];
  return sql`SELECT ${raw(`'${type}'`)} AS type, slug, round(max(score)::numeric, 6) AS score
    FROM (${join(hits, ' UNION ALL ')}) hit GROUP BY slug`;
}

/** All that the text finds: type, slug and score of each, as a subquery. */
export const hits = (text: string, viewer: Scope): Sql =>
  sql`(${join(searched.map((part) => hitsOf(part, text, viewer)), ' UNION ALL ')}) h`; // prettier-ignore

import sql, { join, raw, type Sql } from 'sql-template-tag';
import { hasUnspaced, isWithoutSpaces, likeLiteral } from '../../data/filter';
import type { Scope } from '../../data/scope';
import { isVisible } from '../solutions';

/** What is searched: a table, and those of its other names. Names are SQL for what indexes have of them, without accents and case. */
interface Searched {
  type: 'City' | 'Network' | 'Initiative' | 'Solution';
  table: string;
  /** For the alias `t`. */
  name: string;
  /** The same for the alias `n`. */
  others: { table: string; owner: string; name: string }[];
  /** How much better known one is than another of the same name: SQL from 0 to 1. */
  weight: string;
  visible?: (t: string, viewer: Scope) => Sql;
}

const searched: Searched[] = [
  {
    type: 'City',
    table: 'city',
    name: 't.folded_name',
    others: [{ table: 'city_name', owner: 'city_id', name: 'fold(n.name)' }],
    weight: 'least(1, ln(1 + coalesce(t.population, 0)) / 20)',
  },
  {
    type: 'Network',
    table: 'network',
    name: 't.folded_name',
    others: [
      { table: 'network_translation', owner: 'network_id', name: 'fold(n.name)' },
      { table: 'network_name', owner: 'network_id', name: 'fold(n.name)' },
    ],
    weight: '1',
  },
  {
    type: 'Initiative',
    table: 'initiative',
    name: 't.folded_name',
    others: [{ table: 'initiative_translation', owner: 'initiative_id', name: 'fold(n.name)' }],
    weight: '1',
  },
  {
    type: 'Solution',
    table: 'solution',
    name: 'fold(t.title)',
    others: [{ table: 'solution_translation', owner: 'solution_id', name: 'fold(n.title)' }],
    weight: '0.5',
    visible: (t, viewer) => sql`${isVisible(t, viewer)} AND ${raw(t)}.status = 'PUBLISHED'`,
  },
];

/** Names that have the words of the text in them, or nearly: `<%` compares trigrams, so that a typo is forgiven. */
function isLike(name: string, text: string): Sql {
  if (isWithoutSpaces(text)) return hasUnspaced(name, text);
  return sql`(fold(${text}) <% ${raw(name)} OR ${raw(name)} COLLATE "C" LIKE fold(${`${likeLiteral(text)}%`}))`;
}

/** From 0 to 1: the same, begins with it, has words like it; the better known of equals goes first. */
const score = (text: string): Sql => sql`CASE WHEN name = fold(${text}) THEN 1
    WHEN starts_with(name, fold(${text})) THEN 0.85
    WHEN strpos(name, fold(${text})) > 0 THEN 0.7
    ELSE 0.8 * (0.7 * word_similarity(fold(${text}), name) + 0.3 * similarity(fold(${text}), name)) END
    * 0.9 + 0.1 * weight`;

function hitsOf({ type, table, name, others, weight, visible }: Searched, text: string, viewer: Scope): Sql {
  // OFFSET keeps PostgreSQL from folding a name anew wherever the score has it.
  const found = (from: string, name: string): Sql => sql`SELECT t.slug, ${raw(name)} AS name, ${raw(weight)} AS weight
      FROM ${raw(from)} WHERE ${isLike(name, text)}${visible ? sql` AND ${visible('t', viewer)}` : raw('')} OFFSET 0`;
  const names = [
    found(`${table} t`, name),
    ...others.map((other) => found(`${other.table} n JOIN ${table} t ON t.id = n.${other.owner}`, other.name)),
  ];
  return sql`SELECT ${raw(`'${type}'`)} AS type, slug, round(max(${score(text)})::numeric, 6) AS score
    FROM (${join(
      names.map((each) => sql`(${each})`),
      ' UNION ALL ',
    )}) found GROUP BY slug`;
}

/** All that the text finds: type, slug and score of each, as a subquery. */
export const hits = (text: string, viewer: Scope): Sql =>
  sql`(${join(searched.map((part) => hitsOf(part, text, viewer)), ' UNION ALL ')}) h`; // prettier-ignore

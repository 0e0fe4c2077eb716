import { UNDATED } from '../graph/graph';
import { ENDED, FOREVER } from '../projection/pair-members';
import { COLLABORATION_KINDS } from './tables';

// What tables are made of. All columns are integers, so that they can be read by binary COPY.

const day = (date: string, otherwise: number): string =>
  `coalesce((${date}) - date '1970-01-01', '${otherwise}'::integer)`;

/** The day after the month, year or day that a date stands for. */
const endOf = (date: string, precision: string): string =>
  `(${date} + CASE ${precision} WHEN 'YEAR' THEN interval '1 year' WHEN 'MONTH' THEN interval '1 month'
    ELSE interval '1 day' END)::date`;

export const CITIES = `SELECT id, country_id,
    CASE WHEN region IS NULL THEN -1 ELSE dense_rank() OVER (ORDER BY region)::integer END, coalesce(population, -1)
  FROM city ORDER BY slug`;

export const SLUGS = 'SELECT slug FROM city ORDER BY slug';

export const NETWORKS = 'SELECT id, coalesce(initiative_id, 0) FROM network ORDER BY id';

// Without an end a visit or a workshop lasted as long as its date says, anything else goes on as far as is known.
/** A row for each city of each collaboration: its id, the city, the first day, the day after the last, the network, the kind. */
export const collaborations = (where = 'true'): string => `SELECT o.id, p.city_id, ${day('o.started_on', UNDATED)},
    ${day(
      `coalesce(o.ended_on, CASE WHEN o.kind IN ('STUDY_VISIT', 'WORKSHOP')
        THEN ${endOf('o.started_on', 'o.date_precision')} END)`,
      FOREVER,
    )},
    coalesce(o.network_id, 0), array_position('{${COLLABORATION_KINDS.join()}}'::text[], o.kind) - 1
  FROM collaboration o JOIN collaboration_participant p ON p.collaboration_id = o.id
  WHERE ${where} ORDER BY o.id, p.city_id`;

// What is considered is no adoption, what was stopped is none any more; without a city learnt from there is no link. Who may see it
// is asked of the solution when a graph is: a version is of records, not of rights.
/** Its id, the city learnt from, the adopter, the first day, the day after that, the network by which, the solution. */
export const adoptions = (where = 'true'): string => `SELECT a.id, a.learned_from_id, a.city_id,
    ${day('a.adopted_on', UNDATED)}, ${day(endOf('a.adopted_on', 'a.date_precision'), FOREVER)},
    coalesce(a.via_id, 0), a.solution_id
  FROM adoption a
  WHERE a.learned_from_id IS NOT NULL AND a.status IN ('IN_PROGRESS', 'IMPLEMENTED') AND ${where} ORDER BY a.id`;

/** The network, its id, the city, the first day, the day after the last. */
export const memberships = (
  where = 'true',
): string => `SELECT m.network_id, m.id, m.city_id, ${day('m.started_on', UNDATED)},
    CASE WHEN m.ended_on IS NULL AND NOT m.ongoing THEN ${ENDED} ELSE ${day('m.ended_on', FOREVER)} END
  FROM membership m WHERE ${where} ORDER BY m.network_id, m.city_id, m.started_on NULLS FIRST, m.id`;

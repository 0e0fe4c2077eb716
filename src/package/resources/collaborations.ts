import { list, oneOf, text } from '../cell-types';
import { field, id, reference, required, stagingTable, type Resource } from '../resource';
import {
  datePrecision,
  day,
  endsAfterStart,
  originalLocale,
  precisionFits,
  source,
  translationLocale,
} from '../shared-fields';

export const collaborationKinds = [
  'TWINNING',
  'PEER_EXCHANGE',
  'STUDY_VISIT',
  'MENTORING',
  'JOINT_PROJECT',
  'WORKSHOP',
  'MEMORANDUM',
];

const rows = stagingTable.rows('collaborations');
const participantRows = stagingTable.rows('collaboration-participants');

/** SQL of what makes a collaboration the same one, whatever its id. */
const identity = (kind: string, title: string, source: string, start: string, end: string, city: string): string =>
  `jsonb_build_array(${kind}, ${title}, ${source}, ${start}, ${end}, array_agg(DISTINCT ${city}))`;

// The same kind, title, source, days and cities: one that is there already is not there twice.
const findRepeats = `
  WITH collaborations AS (
    SELECT r.target, r.known, r.line,
      ${identity('r.kind', 'r.title', 'r.source', 'r.started_on', 'r.ended_on', 'p.city')} AS identity
    FROM ${rows} r JOIN ${participantRows} p ON p.collaboration = r.target
    GROUP BY r.target, r.known, r.line, r.kind, r.title, r.source, r.started_on, r.ended_on
    UNION ALL
    SELECT t.id, true, 0, ${identity('t.kind', 't.title', 't.source_id', 't.started_on', 't.ended_on', 'p.city_id')}
    FROM collaboration t JOIN collaboration_participant p ON p.collaboration_id = t.id
    WHERE (t.kind COLLATE "C", coalesce(t.source_id, 0)) IN (SELECT DISTINCT kind, coalesce(source, 0) FROM ${rows})
      AND NOT EXISTS (SELECT FROM ${rows} s WHERE s.target = t.id)
    GROUP BY t.id
  ), first AS (
    SELECT target, known, first_value(target) OVER (PARTITION BY identity ORDER BY known DESC, line, target) AS original
    FROM collaborations
  )
  SELECT target, original FROM first WHERE target <> original AND NOT known`;

const collaborations: Resource = {
  name: 'collaborations',
  table: 'collaboration',
  description: 'What two cities or more do together: town twinning, visits, workshops, projects.',
  key: ['id'],
  companions: ['collaboration-participants'],
  findRepeats,
  fields: [
    id('Its id.'),
    required('kind', oneOf(collaborationKinds), 'What it is.'),
    field('title', text, 'Its title.'),
    originalLocale(false),
    reference('network', 'networks', 'The network that brought them together.'),
    day('started_on', 'The first day.'),
    day('ended_on', 'The first day after it.'),
    datePrecision,
    field(
      'partners',
      list('names of organisations'),
      'Organisations that took part, as the source names them, with ; between them.',
    ),
    source,
  ],
  rules: [
    endsAfterStart('started_on', 'ended_on'),
    { field: 'locale', expected: 'the language of the title', broken: 'r.title IS NOT NULL AND c.locale IS NULL' },
    {
      field: 'id',
      expected: 'two cities or more in collaboration-participants.csv',
      broken: `r.target NOT IN (
        SELECT c.id FROM (
          SELECT p.collaboration AS id, coalesce(p.city, -p.line) AS city FROM ${participantRows} p
          WHERE p.collaboration IS NOT NULL
          UNION ALL SELECT p.collaboration_id, p.city_id FROM collaboration_participant p
          WHERE p.collaboration_id IN (SELECT target FROM ${rows})) c
        GROUP BY c.id HAVING count(DISTINCT c.city) > 1)`,
    },
    ...precisionFits('started_on', 'ended_on'),
  ],
};

const collaborationParticipants: Resource = {
  name: 'collaboration-participants',
  table: 'collaboration_participant',
  description: 'The cities of collaborations: two or more for each.',
  key: ['collaboration', 'city'],
  fields: [
    reference('collaboration', 'collaborations', 'The collaboration.', { required: true }),
    reference('city', 'cities', 'A city that takes part.', { required: true }),
  ],
};

const collaborationTranslations: Resource = {
  name: 'collaboration-translations',
  table: 'collaboration_translation',
  description: 'Translations of titles of collaborations.',
  key: ['collaboration', 'locale'],
  fields: [
    reference('collaboration', 'collaborations', 'What is translated.', { required: true }),
    translationLocale,
    required('title', text, 'Its title in that language.'),
  ],
};

export const collaborationResources = [collaborations, collaborationParticipants, collaborationTranslations];

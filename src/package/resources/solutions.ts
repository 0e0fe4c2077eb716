import { boolean, choiceOf, moment, oneOf, text, urls } from '../cell-types';
import { field, id, reference, required, stagingTable, type Resource } from '../resource';
import { datePrecision, day, originalLocale, precisionFits, source, translationLocale } from '../shared-fields';

const sector = required(
  'sector',
  oneOf([
    'ADAPTATION',
    'AIR_QUALITY',
    'BUILDINGS',
    'ENERGY_SUPPLY',
    'FINANCE',
    'FOOD',
    'LAND_USE',
    'TRANSPORT',
    'WASTE',
    'WATER',
    'CROSS_SECTORAL',
  ]),
  'What it is about.',
);

const solutions: Resource = {
  name: 'solutions',
  table: 'solution',
  description: 'What cities put in place and share.',
  key: ['id'],
  fields: [
    id('Its id.'),
    reference('city', 'cities', 'The city that put it in place.', { required: true }),
    required('title', text, 'Its title.'),
    required('summary', text, 'One to three sentences.'),
    field('body', text, 'The whole story, in Markdown.'),
    originalLocale(),
    sector,
    required('status', oneOf(['DRAFT', 'PUBLISHED', 'WITHDRAWN']), 'Where it stands.'),
    required('visibility', oneOf(['PUBLIC', 'MEMBERS']), 'Who may see it.'),
    field('published_at', moment, 'When it was published. Every solution that is no draft has it.'),
    field('withdrawn_at', moment, 'When its city took it back, where it did.'),
    field('withdrawn_reason', text, 'Why its city took it back, in its words.'),
    day('started_on', 'When the city put it in place.'),
    datePrecision,
    field('links', urls, 'Pages about it, with ; between them.'),
    source,
  ],
  rules: [
    {
      field: 'published_at',
      expected: 'a moment, since the status is not DRAFT',
      broken: `c.published_at IS NULL AND r.status <> 'DRAFT'`,
    },
    ...precisionFits('started_on'),
  ],
};

const solutionTranslations: Resource = {
  name: 'solution-translations',
  table: 'solution_translation',
  description: 'Translations of solutions.',
  key: ['solution', 'locale'],
  fields: [
    reference('solution', 'solutions', 'What is translated.', { required: true }),
    translationLocale,
    required('title', text, 'Its title in that language.'),
    required('summary', text, 'Its summary in that language.'),
    field('body', text, 'Its story in that language, in Markdown.'),
  ],
};

const solutionNetworks: Resource = {
  name: 'solution-networks',
  table: 'solution_network',
  description: 'The networks in which solutions are shared.',
  key: ['solution', 'network'],
  fields: [
    reference('solution', 'solutions', 'The solution.', { required: true }),
    reference('network', 'networks', 'The network.', { required: true }),
  ],
};

const adoptions: Resource = {
  name: 'adoptions',
  table: 'adoption',
  description: 'Which city took up which solution, and whom it learnt from.',
  key: ['id'],
  fields: [
    id('Its id.'),
    reference('solution', 'solutions', 'What was adopted.', { required: true }),
    reference('city', 'cities', 'The city that adopted it.', { required: true }),
    reference('learned_from', 'cities', 'The city that it was learnt from.'),
    required('kind', oneOf(['REPLICATED', 'IMPROVED', 'ACCELERATED']), 'How it was taken up.'),
    required('status', oneOf(['CONSIDERING', 'IN_PROGRESS', 'IMPLEMENTED', 'STOPPED']), 'How far it has come.'),
    day('adopted_on', 'When.'),
    datePrecision,
    reference('via', 'networks', 'The network that brought them together.'),
    field('note', text, 'What is worth knowing.'),
    required('confirmed', boolean, 'Whether the solution’s own city has confirmed it.'),
    field('confirmed_at', moment, 'When it was confirmed, where it is.'),
    source,
  ],
  rules: [
    { field: 'learned_from', expected: 'another city than the one that adopts', broken: 'r.learned_from = r.city' },
    {
      field: 'solution',
      expected: 'one adoption of a solution by a city at most',
      broken: `EXISTS (SELECT FROM ${stagingTable.rows('adoptions')} o
        WHERE o.solution = r.solution AND o.city = r.city AND o.line < r.line)`,
    },
    {
      field: 'solution',
      expected: 'one adoption of a solution by a city at most; there is',
      detail: `(SELECT t.slug FROM adoption t WHERE t.solution_id = r.solution AND t.city_id = r.city)`,
      broken: `EXISTS (SELECT FROM adoption t WHERE t.solution_id = r.solution AND t.city_id = r.city
        AND NOT EXISTS (SELECT FROM ${stagingTable.rows('adoptions')} s WHERE s.target = t.id))`,
    },
    ...precisionFits('adopted_on'),
  ],
};

const actions: Resource = {
  name: 'actions',
  table: 'action',
  description: 'What cities reported that they do, and what collaboration with other cities made of it.',
  key: ['id'],
  fields: [
    id('Its id.'),
    reference('city', 'cities', 'The city.', { required: true }),
    required('title', text, 'Its title.'),
    originalLocale(),
    sector,
    required('status', oneOf(['PLANNED', 'IN_PROGRESS', 'COMPLETED', 'STOPPED']), 'How far it had come.'),
    { ...day('reported_on', 'When it was reported.'), required: true },
    datePrecision,
    field(
      'influences',
      choiceOf(['NEW', 'BETTER', 'FASTER']),
      'What collaboration made of it, with ; between several. Empty: not answered. NONE: answered, nothing.',
    ),
    reference('revision_of', 'actions', 'The earlier report of the same action.'),
    source,
  ],
  rules: [
    { field: 'revision_of', expected: 'another action', broken: 'r.revision_of = r.target' },
    ...precisionFits('reported_on'),
  ],
};

const actionTranslations: Resource = {
  name: 'action-translations',
  table: 'action_translation',
  description: 'Translations of actions.',
  key: ['action', 'locale'],
  fields: [
    reference('action', 'actions', 'What is translated.', { required: true }),
    translationLocale,
    required('title', text, 'Its title in that language.'),
  ],
};

const actionNetworks: Resource = {
  name: 'action-networks',
  table: 'action_network',
  description: 'The networks that influenced actions.',
  key: ['action', 'network'],
  fields: [
    reference('action', 'actions', 'The action.', { required: true }),
    reference('network', 'networks', 'The network that influenced it.', { required: true }),
  ],
};

export const solutionResources = [
  solutions,
  solutionTranslations,
  solutionNetworks,
  adoptions,
  actions,
  actionTranslations,
  actionNetworks,
];

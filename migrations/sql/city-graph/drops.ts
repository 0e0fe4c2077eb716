import { counterFunctions } from './counters';

const tables = [
  'collaboration_participant', 'collaboration_translation', 'collaboration',
  'action_network', 'action_translation', 'action', 'adoption',
  'solution_network', 'solution_translation', 'solution',
  'signature', 'collective_action_translation', 'collective_action',
  'membership', 'network_translation', 'network_name', 'network', 'initiative_translation', 'initiative',
  'city_name', 'city', 'country_name', 'country', 'source',
]; // prettier-ignore

const functions = [
  ...counterFunctions,
  'recount_memberships()',
  'check_collaboration_participants()',
  'is_valid_on(date, date, boolean, date)',
  'utc_today()',
  'solution_document(text, text, text, text)',
  'text_search_configuration(text)',
  'fold(text)',
];

/** The extensions stay: others may use them. */
export const drops = [
  ...tables.map((table) => `DROP TABLE ${table};`),
  ...functions.map((name) => `DROP FUNCTION ${name};`),
].join('\n');

import { boolean, oneOf, wholeNumber } from '../cell-types';
import { field, id, reference, required, stagingTable, type Resource, type Rule } from '../resource';
import {
  datePrecision,
  day,
  endsAfterStart,
  name,
  originalLocale,
  period,
  precisionFits,
  source,
  summary,
  translationLocale,
} from '../shared-fields';

/** The translations of something with a name and a summary. */
const nameTranslations = (resource: string, of: string, owner: string, table: string): Resource => ({
  name: resource,
  table,
  description: `Translations of ${of}.`,
  key: [owner, 'locale'],
  fields: [
    reference(owner, of, 'What is translated.', { required: true }),
    translationLocale,
    name('Its name in that language.'),
    summary,
  ],
});

/** No two rows of a city in the same network, or under the same collective action, at the same time. */
function noOverlap(resource: string, table: string, other: string, [start, end]: [string, string]): Rule[] {
  const isDuring = (o: string): string =>
    `${period(`${o}.${start}`, `${o}.${end}`)} && ${period(`r.${start}`, `r.${end}`)} AND ${isSound('r')}`;
  // A day that is wrong is not one that is unknown.
  const isSound = (row: string): string =>
    `${row}.line NOT IN (SELECT line FROM import_problem WHERE resource = '${resource}')`;
  const expected = `no other row of this city and ${other.replace('_', ' ')} at the same time; it overlaps`;
  const inFile = `FROM ${stagingTable.rows(resource)} o
    WHERE o.city = r.city AND o.${other} = r.${other} AND o.line < r.line AND ${isDuring('o')} AND ${isSound('o')}`;
  const inTable = `FROM ${table} o WHERE o.city_id = r.city AND o.${other}_id = r.${other} AND ${isDuring('o')}
    AND NOT EXISTS (SELECT FROM ${stagingTable.rows(resource)} s WHERE s.target = o.id)`;
  return [
    { field: start, expected, detail: `(SELECT o.id ${inFile} LIMIT 1)`, broken: `EXISTS (SELECT ${inFile})` },
    { field: start, expected, detail: `(SELECT o.slug ${inTable} LIMIT 1)`, broken: `EXISTS (SELECT ${inTable})` },
  ];
}

const initiatives: Resource = {
  name: 'initiatives',
  table: 'initiative',
  description: 'Areas of work that networks belong to.',
  key: ['id'],
  fields: [id('Its id.'), name('Its name.'), summary, originalLocale(), source],
};

const networks: Resource = {
  name: 'networks',
  table: 'network',
  description: 'Networks of cities.',
  key: ['id'],
  fields: [
    id('Its id.'),
    name('Its present name.'),
    summary,
    originalLocale(),
    reference('initiative', 'initiatives', 'The initiative that it belongs to.'),
    day('started_on', 'The day on which it began.'),
    day('ended_on', 'The first day on which it no longer existed.'),
    datePrecision,
    reference('successor', 'networks', 'The network that took its place.'),
    source,
  ],
  rules: [
    endsAfterStart('started_on', 'ended_on'),
    { field: 'successor', expected: 'another network', broken: 'r.successor = r.target' },
    ...precisionFits('started_on', 'ended_on'),
  ],
};

const networkNames: Resource = {
  name: 'network-names',
  table: 'network_name',
  description: 'Names that networks had before.',
  key: ['network', 'name'],
  fields: [
    reference('network', 'networks', 'The network.', { required: true }),
    name('The former name.'),
    day('valid_from', 'The first day of the name.'),
    day('valid_until', 'The first day on which the network had another name.'),
    source,
  ],
  rules: [endsAfterStart('valid_from', 'valid_until')],
};

const memberships: Resource = {
  name: 'memberships',
  table: 'membership',
  description: 'Which city is or was in which network, in which role, and when.',
  key: ['id'],
  fields: [
    id('Its id.'),
    reference('city', 'cities', 'The city.', { required: true }),
    reference('network', 'networks', 'The network.', { required: true }),
    required('role', oneOf(['LEAD', 'CO_LEAD', 'MEMBER', 'OBSERVER']), "The city's role in that time."),
    day('started_on', 'The first day.'),
    day('ended_on', 'The first day after it.'),
    field(
      'ongoing',
      boolean,
      'Whether it goes on: true, false where it has ended on an unknown day, empty where unknown.',
    ),
    datePrecision,
    source,
  ],
  rules: [
    endsAfterStart('started_on', 'ended_on'),
    { field: 'ongoing', expected: 'no end where ongoing is true', broken: 'r.ongoing AND r.ended_on IS NOT NULL' },
    ...noOverlap('memberships', 'membership', 'network', ['started_on', 'ended_on']),
    ...precisionFits('started_on', 'ended_on'),
  ],
};

const collectiveActions: Resource = {
  name: 'collective-actions',
  table: 'collective_action',
  description: 'Pledges that cities sign together.',
  key: ['id'],
  fields: [
    id('Its id.'),
    name('Its name.'),
    summary,
    originalLocale(),
    field('target_year', wholeNumber(1900, 2200), 'The year by which its aim is to be reached.'),
    source,
  ],
};

const signatures: Resource = {
  name: 'signatures',
  table: 'signature',
  description: 'Which city signed which collective action, and when.',
  key: ['id'],
  fields: [
    id('Its id.'),
    reference('city', 'cities', 'The city.', { required: true }),
    reference('collective_action', 'collective-actions', 'The collective action.', { required: true }),
    day('signed_on', 'The day of the signature.'),
    day('withdrawn_on', 'The day on which it was withdrawn.'),
    datePrecision,
    source,
  ],
  rules: [
    endsAfterStart('signed_on', 'withdrawn_on'),
    ...noOverlap('signatures', 'signature', 'collective_action', ['signed_on', 'withdrawn_on']),
    ...precisionFits('signed_on', 'withdrawn_on'),
  ],
};

export const networkResources = [
  initiatives,
  nameTranslations('initiative-translations', 'initiatives', 'initiative', 'initiative_translation'),
  networks,
  networkNames,
  nameTranslations('network-translations', 'networks', 'network', 'network_translation'),
  memberships,
  collectiveActions,
  nameTranslations(
    'collective-action-translations',
    'collective-actions',
    'collective_action',
    'collective_action_translation',
  ),
  signatures,
];

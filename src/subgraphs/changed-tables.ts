import type { Scope } from '../data/scope';
import { SourceNames } from '../data/sources';
import type { ChangeType } from '../events/event';

const SOLUTION = ['solution', 'solution_translation', 'solution_network', 'solution_revision', 'solution_count'];
const ADOPTION = ['adoption', 'adoption_count'];
const MEMBERSHIP = ['membership', 'member_count', 'network_count'];
const SIGNATURE = ['signature'];

/**
 * What each event may have changed: tables, and counters that the database keeps in rows of other tables, which do not count as changed
 * with them. Nor do copies of sort keys: what reads one reads the table that it is a copy of, too. Answers that are made of none of
 * these are the same after the event.
 */
export const changedBy: Readonly<Record<ChangeType, readonly string[]>> = {
  SOLUTION_SHARED: SOLUTION,
  SOLUTION_REVISED: SOLUTION,
  SOLUTION_WITHDRAWN: SOLUTION,
  ADOPTION_RECORDED: ADOPTION,
  ADOPTION_CONFIRMED: ADOPTION,
  COLLABORATION_RECORDED: [
    'collaboration',
    'collaboration_translation',
    'collaboration_participant',
    'participant_count',
    'peer',
  ],
  ACTION_REPORTED: ['action', 'action_translation', 'action_network'],
  MEMBERSHIP_SET: MEMBERSHIP,
  MEMBERSHIP_ENDED: MEMBERSHIP,
  SIGNATURE_SET: SIGNATURE,
  SIGNATURE_WITHDRAWN: SIGNATURE,
  CITY_CHANGED: ['city', 'city_name', 'city_former_key'],
  NETWORK_CHANGED: ['network', 'network_name', 'network_translation'],
  INITIATIVE_CHANGED: ['initiative', 'initiative_translation'],
  COLLECTIVE_ACTION_CHANGED: ['collective_action', 'collective_action_translation'],
};

/** What has no events: it changes with imports alone, and triggers count that. */
export const REFERENCE_TABLES = ['country', 'country_name', 'source'];

/** The tables and counters that answers are made of. */
export const sourceNames = new SourceNames([...Object.values(changedBy).flat(), ...REFERENCE_TABLES]);

/** Whether somebody may see changes of commands that tell of none: a city those of its drafts, and an admin all of them. */
export const seesUntold = ({ isAdmin, cityId }: Scope, sources: readonly string[]): boolean =>
  (isAdmin || cityId !== null) && sources.includes('solution');

/** What can happen, as the API tells it. */
export enum ChangeType {
  SOLUTION_SHARED = 'SOLUTION_SHARED',
  SOLUTION_REVISED = 'SOLUTION_REVISED',
  SOLUTION_WITHDRAWN = 'SOLUTION_WITHDRAWN',
  ADOPTION_RECORDED = 'ADOPTION_RECORDED',
  ADOPTION_CONFIRMED = 'ADOPTION_CONFIRMED',
  COLLABORATION_RECORDED = 'COLLABORATION_RECORDED',
  ACTION_REPORTED = 'ACTION_REPORTED',
  MEMBERSHIP_SET = 'MEMBERSHIP_SET',
  MEMBERSHIP_ENDED = 'MEMBERSHIP_ENDED',
  SIGNATURE_SET = 'SIGNATURE_SET',
  SIGNATURE_WITHDRAWN = 'SIGNATURE_WITHDRAWN',
  CITY_CHANGED = 'CITY_CHANGED',
  NETWORK_CHANGED = 'NETWORK_CHANGED',
  INITIATIVE_CHANGED = 'INITIATIVE_CHANGED',
  COLLECTIVE_ACTION_CHANGED = 'COLLECTIVE_ACTION_CHANGED',
}

/** The record that an event is about: its type in the API and its slug, which together are its global id. */
export interface Subject {
  type: string;
  slug: string;
}

/** An event to append, in the transaction that makes it true. */
export interface NewEvent {
  type: ChangeType;
  subject: Subject;
  /** Who did it: `issuer subject` of the viewer; null for an import. */
  actor: string | null;
  /** What changed, for the audit: any JSON. Default: nothing. */
  detail?: unknown;
}

/** An event with its place in the log. */
export interface LogEvent {
  /** 1, 2, 3 … without a gap, in the order of commits for each record. */
  position: number;
  type: ChangeType;
  subject: Subject;
  /** RFC 3339, UTC. */
  occurredAt: string;
}

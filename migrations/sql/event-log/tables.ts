/** What can happen, by the type of the record that it happens to. */
const typesBySubject: Record<string, string[]> = {
  Solution: ['SOLUTION_SHARED', 'SOLUTION_REVISED', 'SOLUTION_WITHDRAWN'],
  Adoption: ['ADOPTION_RECORDED', 'ADOPTION_CONFIRMED'],
  Collaboration: ['COLLABORATION_RECORDED'],
  Action: ['ACTION_REPORTED'],
  Membership: ['MEMBERSHIP_SET', 'MEMBERSHIP_ENDED'],
  Signature: ['SIGNATURE_SET', 'SIGNATURE_WITHDRAWN'],
  City: ['CITY_CHANGED'],
  Network: ['NETWORK_CHANGED'],
  Initiative: ['INITIATIVE_CHANGED'],
  CollectiveAction: ['COLLECTIVE_ACTION_CHANGED'],
};

const subjects = Object.entries(typesBySubject)
  .map(([subject, types]) => `WHEN '${subject}' THEN type IN (${types.map((type) => `'${type}'`).join(', ')})`)
  .join(' ');

/**
 * Writers put events into the inbox, in the transaction that makes them true. The sequencer sees them when they are committed, and
 * moves them to the log in the order of their ids. A transaction that changes a record locks its row until it commits, so of two
 * that change the same one, the later draws its ids after the earlier has committed: its events come later in the log.
 */
export const tables = /* sql */ `
CREATE TABLE event_inbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type text COLLATE "C" NOT NULL,
  subject_type text COLLATE "C" NOT NULL,
  subject_slug text COLLATE "C" NOT NULL,
  actor text,
  detail jsonb,
  occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT event_inbox_type_check CHECK (CASE subject_type ${subjects} ELSE false END)
);
-- Its rows live for moments: they are cleared away as often as that makes it worth while.
ALTER TABLE event_inbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

CREATE TABLE event (
  position bigint PRIMARY KEY,
  type text COLLATE "C" NOT NULL,
  subject_type text COLLATE "C" NOT NULL,
  subject_slug text COLLATE "C" NOT NULL,
  actor text,
  detail jsonb,
  occurred_at timestamptz NOT NULL
);

-- One row. The head is the last position given; what is pruned is remembered, so that no position is given twice.
-- Cursors carry the identity: a log that was restored from a backup gets another one, as it gives positions anew.
CREATE TABLE event_log (
  single boolean PRIMARY KEY DEFAULT true CONSTRAINT event_log_single_check CHECK (single),
  identity text NOT NULL DEFAULT left(md5(gen_random_uuid()::text), 12)
    CONSTRAINT event_log_identity_check CHECK (identity ~ '^[0-9a-f]{12}$'),
  head bigint NOT NULL DEFAULT 0,
  pruned bigint NOT NULL DEFAULT 0,
  CONSTRAINT event_log_pruned_check CHECK (pruned BETWEEN 0 AND head)
);
INSERT INTO event_log DEFAULT VALUES;
`;

// Positions in the primary's write-ahead log, as numbers: bytes since its beginning. Exact up to 2^53, some nine petabytes.

/**
 * SQL of how far the primary has written: whatever is committed when this is asked is in the log before it. At the beginning of a page
 * PostgreSQL names the place behind the page's head, where a record will stand; a replica that has all there is names the place
 * before. No record ends in between.
 */
export const WRITTEN = `(SELECT at - CASE WHEN at % page <= 40 THEN at % page ELSE 0 END FROM (
  SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn AS at, current_setting('wal_block_size')::numeric AS page) written)`;

/** SQL of how far a replica has replayed: 0 for what is no replica. */
export const REPLAYED = `coalesce(pg_last_wal_replay_lsn() - '0/0'::pg_lsn, 0)`;

/** SQL of which database it is, the same on a primary and its replicas: that of the cluster, and that in it. */
export const IDENTITY = `(SELECT concat(system_identifier, '/', oid) FROM pg_control_system(), pg_database
  WHERE datname = current_database())`;

import type { ChangeType } from '../../src/events/event';
import type { World } from '../support/world';

/** What one transaction has changed, and the events that it has told. */
export interface WatchedTransaction {
  /** Tables, and counters of other tables. */
  tables: string[];
  events: ChangeType[];
}

const COUNTERS = ['network_count', 'member_count', 'solution_count', 'adoption_count', 'participant_count'];

/** What no answer that is kept is made of. */
const BESIDE = ['event', 'event_inbox', 'event_log', 'untold_change', 'idempotency_key', 'migrations', 'watched'];

const WATCH = `
CREATE TABLE watched (transaction bigint, what text, is_event boolean);
CREATE FUNCTION watch_rows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  counters text[] := '{${COUNTERS.join()}}';
BEGIN
  INSERT INTO watched SELECT txid_current(), TG_TABLE_NAME, false WHERE before - counters IS DISTINCT FROM after - counters;
  INSERT INTO watched SELECT txid_current(), c, false FROM unnest(counters) c
    WHERE TG_OP = 'UPDATE' AND before -> c IS DISTINCT FROM after -> c;
  RETURN NULL;
END $$;
CREATE FUNCTION watch_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO watched VALUES (txid_current(), NEW.type, true);
  RETURN NULL;
END $$;
CREATE TRIGGER watch AFTER INSERT ON event_inbox FOR EACH ROW EXECUTE FUNCTION watch_events();
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ('{${BESIDE.join()}}') LOOP
    EXECUTE format('CREATE TRIGGER zz_watch AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION watch_rows()', name);
  END LOOP;
END $$;`;

/** Watches all tables from now on. Returns what tells of each transaction what it has changed. */
export async function watchTables(world: World): Promise<() => Promise<WatchedTransaction[]>> {
  await world.sql(WATCH);
  return () =>
    world.sql<WatchedTransaction & Record<string, unknown>>(
      `SELECT coalesce(array_agg(DISTINCT what) FILTER (WHERE NOT is_event), '{}') AS tables,
         coalesce(array_agg(DISTINCT what) FILTER (WHERE is_event), '{}') AS events
       FROM watched GROUP BY transaction`,
    );
}

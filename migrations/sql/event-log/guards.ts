/**
 * What keeps the log what it is, whoever writes to it: events go on where the log ends, without a gap, they never change, and only
 * its beginning is removed.
 */
export const guards = /* sql */ `
CREATE FUNCTION check_events_go_on() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  first bigint; last bigint; n bigint; head bigint;
BEGIN
  SELECT min(position), max(position), count(*) INTO first, last, n FROM added;
  IF n = 0 THEN RETURN NULL; END IF;
  SELECT l.head INTO head FROM event_log l FOR UPDATE;
  IF first <> head + 1 OR last <> head + n THEN
    RAISE EXCEPTION 'expected events of the positions % to %, got % to %', head + 1, head + n, first, last
      USING ERRCODE = 'check_violation', CONSTRAINT = 'event_position_check';
  END IF;
  UPDATE event_log SET head = last;
  RETURN NULL;
END $$;
CREATE TRIGGER event_position_check AFTER INSERT ON event
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_events_go_on();

CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'expected nothing but new events: % of % is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'check_violation', CONSTRAINT = 'event_append_only_check',
    HINT = 'prune_events(before, batch) removes old events from the beginning of the log.';
END $$;
CREATE TRIGGER event_append_only_check BEFORE UPDATE OR TRUNCATE ON event
FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change();
CREATE TRIGGER event_log_single_row_check BEFORE INSERT OR DELETE OR TRUNCATE ON event_log
FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change();

CREATE FUNCTION check_events_are_pruned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM removed WHERE position > (SELECT pruned FROM event_log)) THEN
    RAISE EXCEPTION 'expected that no event is deleted but by prune_events(before, batch)'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'event_append_only_check';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER event_pruned_check AFTER DELETE ON event
REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION check_events_are_pruned();

-- The head moves by way of the trigger above alone.
CREATE FUNCTION check_event_log_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.pruned < OLD.pruned OR NEW.head < OLD.head OR NEW.head > OLD.head AND pg_trigger_depth() = 1 THEN
    RAISE EXCEPTION 'expected that the log ends with its last event, and that what is pruned stays so'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'event_log_growth_check';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER event_log_growth_check BEFORE UPDATE ON event_log
FOR EACH ROW EXECUTE FUNCTION check_event_log_grows();
`;

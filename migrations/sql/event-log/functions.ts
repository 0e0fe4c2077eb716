/** How events get into the log, and out of it. */
export const functions = /* sql */ `
-- Moves committed events from the inbox to the end of the log: as many as the batch at most, and returns how many. The lock keeps
-- positions right whoever calls it; each statement after it sees what was committed while it waited.
CREATE FUNCTION number_events(batch integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  log_head bigint; numbered integer;
BEGIN
  IF NOT EXISTS (SELECT FROM event_inbox) THEN RETURN 0; END IF;
  SELECT head INTO log_head FROM event_log FOR UPDATE;
  WITH taken AS (
    DELETE FROM event_inbox WHERE id = ANY (ARRAY(SELECT id FROM event_inbox ORDER BY id LIMIT batch)) RETURNING *
  )
  INSERT INTO event (position, type, subject_type, subject_slug, actor, detail, occurred_at)
  SELECT log_head + row_number() OVER (ORDER BY id), type, subject_type, subject_slug, actor, detail, occurred_at
  FROM taken ORDER BY id;
  GET DIAGNOSTICS numbered = ROW_COUNT;
  IF numbered > 0 THEN PERFORM pg_notify('event_numbered', ''); END IF;
  RETURN numbered;
END $$;

-- Removes events from the beginning of the log, up to the first that is not older: as many as the batch at most, and returns how
-- many.
CREATE FUNCTION prune_events(before timestamptz, batch integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  log event_log; until bigint; removed integer;
BEGIN
  SELECT * INTO log FROM event_log FOR UPDATE;
  until := least(log.pruned + batch, log.head);
  until := coalesce((SELECT min(position) - 1 FROM event WHERE position <= until AND occurred_at >= before), until);
  IF until = log.pruned THEN RETURN 0; END IF;
  UPDATE event_log SET pruned = until;
  DELETE FROM event WHERE position <= until;
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END $$;

-- Tells of a change that was made by hand, in its transaction and after it: announce('CITY_CHANGED', 'City', 'london').
CREATE FUNCTION announce(type text, subject_type text, subject_slug text, detail jsonb DEFAULT NULL) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE found integer;
BEGIN
  INSERT INTO event_inbox (type, subject_type, subject_slug, detail)
  VALUES (announce.type, announce.subject_type, announce.subject_slug, announce.detail);
  EXECUTE format('SELECT 1 FROM %I WHERE slug = $1',
    lower(regexp_replace(announce.subject_type, '(?<=[a-z])(?=[A-Z])', '_', 'g'))) INTO found USING announce.subject_slug;
  IF found IS NULL THEN
    RAISE EXCEPTION 'expected the slug of a %, got %', announce.subject_type, quote_literal(announce.subject_slug)
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'event_subject_check';
  END IF;
  PERFORM pg_notify('event_appended', '');
END $$;
`;

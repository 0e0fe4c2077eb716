export const drops = /* sql */ `
DROP FUNCTION announce(text, text, text, jsonb);
DROP FUNCTION prune_events(timestamptz, integer);
DROP FUNCTION number_events(integer);
DROP TABLE event, event_inbox, event_log;
DROP FUNCTION check_events_go_on();
DROP FUNCTION refuse_event_change();
DROP FUNCTION check_events_are_pruned();
DROP FUNCTION check_event_log_grows();
`;

-- Each batch looked for its events from the first of the trail on, or sorted all that waited: a long backlog cost more for
-- each event than a short one. Those not sealed have an index of their own, in the order in which they are sealed.
-- The trail is long, so it is built beside the traffic: that holds nobody up, and may itself take and wait as long as it
-- needs. What an attempt that was broken off has left is not used by anybody, and goes first.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
drop index concurrently if exists ix_audit_event_unsealed;
create index concurrently ix_audit_event_unsealed on audit_event (id) where sealed_in is null;
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

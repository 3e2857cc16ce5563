-- Each batch looked for its events from the first of the trail on, or sorted all that waited: a long backlog cost more for
-- each event than a short one. Those not sealed have an index of their own, in the order in which they are sealed.
create index ix_audit_event_unsealed on audit_event (id) where sealed_in is null;

-- Statistics that are older than the backlog call it empty, and an empty one would be sorted.
alter function seal_audit_events(integer) set enable_sort = off;

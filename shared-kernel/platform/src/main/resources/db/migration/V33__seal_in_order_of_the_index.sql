-- Statistics that are older than a backlog call it empty, and an empty one would be sorted.
alter function seal_audit_events(integer) set enable_sort = off;

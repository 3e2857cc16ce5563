-- The audit trail gets partitions by month (ADR 65), of which what is there becomes the first. What takes long is done here,
-- beside the traffic, so that the next migration only changes names. A try that was broken off is repeated from the start.

-- A line of many refusals of one caller has the moments of the first and the last of them.
alter table audit_event add column if not exists first_at timestamptz, add column if not exists last_at timestamptz,
    drop constraint if exists ck_audit_event_actor,
    add constraint ck_audit_event_actor check (case
        when actor is null then minute is not null and client is null and network is null and operation is null
            and object is null and first_at is null and last_at is null
        else minute is null and operation is not null and object is not null
            and (times = 1 or first_at is not null) and (first_at is null) = (last_at is null) and first_at <= last_at is not false
        end) not valid;

-- Everything until the end of a month that is at least a week away, so that no write arrives after it before the table has
-- partitions.
do $$
begin
    execute format('alter table audit_event drop constraint if exists ck_audit_event_month,'
        ' add constraint ck_audit_event_month check (at < %L) not valid',
        (date_trunc('month', now() at time zone 'UTC' + interval '7 days') + interval '1 month') at time zone 'UTC');
end
$$;

select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
alter table audit_event validate constraint ck_audit_event_actor;
alter table audit_event validate constraint ck_audit_event_month;
drop index concurrently if exists uq_audit_event_id_at;
create unique index concurrently uq_audit_event_id_at on audit_event (id, at);
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

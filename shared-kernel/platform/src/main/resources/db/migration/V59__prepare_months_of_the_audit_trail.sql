-- The audit trail gets partitions by month (ADR 65), of which what is there becomes the first. What takes long is done here,
-- beside the traffic, so that the next migration only changes names. A try that was broken off is repeated from the start.

-- A line of many refusals of one caller has the moment of the first of them, where one of requests without a valid token
-- has the minute. It is no column of its own, because an insert of the last release returns all columns, and the database
-- refuses a prepared one that would return another number of them.
alter table audit_event
    drop constraint if exists ck_audit_event_actor,
    add constraint ck_audit_event_actor check (case
        when actor is null then minute is not null and client is null and network is null and operation is null
            and object is null
        else operation is not null and object is not null and (times = 1 or minute is not null)
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

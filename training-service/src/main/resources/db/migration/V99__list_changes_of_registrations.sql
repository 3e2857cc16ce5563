-- What changed for registered people, without their names. Each line has one id for ever. Its indexes are built beside the traffic,
-- as in V40: an attempt that was broken off has left what goes first.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;

drop index concurrently if exists ix_registration_moved_up_at;
create index concurrently ix_registration_moved_up_at on registration (moved_up_at) where moved_up_at is not null;
drop index concurrently if exists ix_registration_cancelled_at;
create index concurrently ix_registration_cancelled_at on registration (cancelled_at) where cancelled_at is not null;

select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

-- When a session was cancelled is when its last version before that ended.
create or replace view registration_change with (security_invoker = true) as
    select md5(r.id || ' REGISTERED')::uuid as id, 'REGISTERED' as kind, r.created_at as changed_at,
        r.id as registration_id, r.session_id, r.number, r.status
    from registration r
    union all
    select md5(r.id || ' MOVED_UP')::uuid, 'MOVED_UP', r.moved_up_at, r.id, r.session_id, r.number, r.status
    from registration r where r.moved_up_at is not null
    union all
    select md5(r.id || ' CANCELLED')::uuid, 'CANCELLED', r.cancelled_at, r.id, r.session_id, r.number, r.status
    from registration r where r.cancelled_at is not null
    union all
    select md5(r.id || ' SESSION_CANCELLED')::uuid, 'SESSION_CANCELLED', f.replaced_at, r.id, r.session_id, r.number,
        r.status
    from training_session s
    join registration r on r.session_id = s.id and r.status <> 'CANCELLED'
    cross join lateral (
        select max(f.replaced_at) as replaced_at from former_training_session f
        where f.session_id = s.id and f.status in ('PLANNED', 'CONFIRMED')) f
    where s.status = 'CANCELLED' and f.replaced_at is not null;

grant select on registration_change to ${application_role};

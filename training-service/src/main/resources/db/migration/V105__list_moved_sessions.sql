-- Registered people are told too that their session was moved or withdrawn, and those who registered whether they got a place.
-- Whether a registration waited at first follows from its row, unless it was cancelled before it got a place. The last release
-- does not write the column.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- Without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table registration in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
end $$;

alter table registration add column waited boolean;

-- As it was, with what is new. A session is moved when a version that was still to come was replaced by one of another day,
-- time, venue or link: the next version, or the session as it is.
create or replace view registration_change with (security_invoker = true) as
    select md5(r.id || ' REGISTERED')::uuid as id, 'REGISTERED' as kind, r.created_at as changed_at,
        r.id as registration_id, r.session_id, r.number, r.status,
        case when coalesce(r.waited,
            case when r.moved_up_at is not null or r.status = 'WAITLISTED' then true
                when r.status = 'REGISTERED' then false end) then 'WAITLISTED'
            when not coalesce(r.waited,
            case when r.moved_up_at is not null or r.status = 'WAITLISTED' then true
                when r.status = 'REGISTERED' then false end) then 'REGISTERED' end as status_then
    from registration r
    union all
    select md5(r.id || ' MOVED_UP')::uuid, 'MOVED_UP', r.moved_up_at, r.id, r.session_id, r.number, r.status, 'REGISTERED'
    from registration r where r.moved_up_at is not null
    union all
    select md5(r.id || ' CANCELLED')::uuid, 'CANCELLED', r.cancelled_at, r.id, r.session_id, r.number, r.status, 'CANCELLED'
    from registration r where r.cancelled_at is not null
    union all
    select md5(r.id || ' SESSION_CANCELLED')::uuid, 'SESSION_CANCELLED', f.replaced_at, r.id, r.session_id, r.number,
        r.status, r.status
    from training_session s
    join registration r on r.session_id = s.id and r.status <> 'CANCELLED'
    cross join lateral (
        select max(f.replaced_at) as replaced_at from former_training_session f
        where f.session_id = s.id and f.status in ('PLANNED', 'CONFIRMED')) f
    where s.status = 'CANCELLED' and f.replaced_at is not null
    union all
    select md5(r.id || ' SESSION_WITHDRAWN')::uuid, 'SESSION_WITHDRAWN', s.withdrawn_at, r.id, r.session_id, r.number,
        r.status, r.status
    from training_session s
    join registration r on r.session_id = s.id and r.status <> 'CANCELLED'
    where s.withdrawn_at is not null
    union all
    select md5(r.id || ' SESSION_MOVED ' || f.id)::uuid, 'SESSION_MOVED', f.replaced_at, r.id, r.session_id, r.number,
        r.status,
        case when r.moved_up_at <= f.replaced_at then 'REGISTERED' when coalesce(r.waited,
            case when r.moved_up_at is not null or r.status = 'WAITLISTED' then true
                when r.status = 'REGISTERED' then false end) then 'WAITLISTED'
            when not coalesce(r.waited,
            case when r.moved_up_at is not null or r.status = 'WAITLISTED' then true
                when r.status = 'REGISTERED' then false end) then 'REGISTERED' end
    from former_training_session f
    cross join lateral (
        select coalesce(
            (select n.stated from former_training_session n
                where n.session_id = f.session_id and (n.replaced_at, n.id) > (f.replaced_at, f.id)
                order by n.replaced_at, n.id limit 1),
            (select to_jsonb(s) from training_session s where s.id = f.session_id)) as stated
        -- Looked up once, and not for each field that is compared.
        offset 0) a
    join registration r on r.session_id = f.session_id and r.created_at <= f.replaced_at
        and (r.cancelled_at is null or r.cancelled_at > f.replaced_at)
    where f.status in ('PLANNED', 'CONFIRMED') and f.stated is not null
        and (f.stated ->> 'session_date', f.stated ->> 'start_time', f.stated ->> 'end_time', f.stated ->> 'time_zone',
            f.stated ->> 'venue_name', f.stated ->> 'venue_address', f.stated ->> 'venue_room', f.stated ->> 'link')
        is distinct from (a.stated ->> 'session_date', a.stated ->> 'start_time', a.stated ->> 'end_time',
            a.stated ->> 'time_zone', a.stated ->> 'venue_name', a.stated ->> 'venue_address', a.stated ->> 'venue_room',
            a.stated ->> 'link');

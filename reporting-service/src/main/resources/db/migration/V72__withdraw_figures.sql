-- The last version of a reach figure can withdraw it: the figure counts nowhere from then on, and its versions stay. The
-- constraint holds for new rows from here on, and is validated for older ones by the next migration but one.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- Without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table reach_observation in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
end $$;

alter table reach_observation
    add column withdrawn boolean not null default false,
    add constraint ck_reach_observation_withdrawn check (not withdrawn or version > 1) not valid;

create or replace view reach_figure with (security_invoker = true) as
select o.observation_id, o.version, o.tally, o.report_id, o.x,
    o.programme, o.period_from, o.period_until, o.included_in, o.target_group, o.track, o.action_line,
    o.funding_instrument, o.intensity, o.round_id, o.intervention_types, o.phenomena, o.place_municipalities,
    -- A key of an index has a limited length, and a place any number of municipalities.
    md5(array_to_string(o.place_municipalities, ','))::uuid as place_key,
    1::bigint as records,
    coalesce(case o.quantity_kind when 'RANGE' then o.quantity_minimum + o.quantity_maximum
        else 2 * o.quantity_value end, 0) as best_halves,
    coalesce(case o.quantity_kind when 'RANGE' then o.quantity_minimum
        else o.quantity_value - coalesce(o.quantity_plus_minus, 0) end, 0) as lowest,
    coalesce(case o.quantity_kind when 'RANGE' then o.quantity_maximum
        else o.quantity_value + coalesce(o.quantity_plus_minus, 0) end, 0) as highest,
    (o.quantity_kind = 'APPROXIMATE' and o.quantity_plus_minus is null)::integer::bigint as without_margin,
    (o.quantity_kind = 'EXACT')::integer::bigint as exact,
    (o.quantity_kind = 'APPROXIMATE')::integer::bigint as approximate,
    (o.quantity_kind = 'RANGE')::integer::bigint as ranges,
    (o.quantity_kind = 'AT_LEAST')::integer::bigint as at_least,
    (o.quantity_kind = 'VAGUE')::integer::bigint as vague,
    (o.quantity_kind = 'NOT_MEASURED')::integer::bigint as not_measured,
    o.withdrawn
from reach_observation o;

create or replace view reach_counted with (security_invoker = true) as
select f.* from reach_figure f
where not f.tally and not f.withdrawn
    and not exists (select from reach_observation later
        where later.observation_id = f.observation_id and later.version > f.version and later.version > 1)
    and (f.report_id is null or f.report_id in (select r.id from inventory_report r where r.approved_at is not null));

create or replace function record_reach_change() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    former reach_observation;
    counts boolean;
begin
    if exists (select from reach_observation o
            where o.observation_id = new.observation_id and o.version > new.version and o.version > 1) then
        return null;
    end if;
    if new.version > 1 then
        select * into former from reach_observation o
            where o.observation_id = new.observation_id and o.version < new.version order by o.version desc limit 1;
        if found and not former.withdrawn then
            -- Approval and correction wait for each other, so that the later one sees what the earlier one did.
            counts := former.report_id is null
                or (select r.approved_at is not null from inventory_report r where r.id = former.report_id for share);
            if counts then
                insert into reach_change (sign, observation_id, version) values (-1, former.observation_id, former.version);
            end if;
        end if;
    end if;
    if new.withdrawn then
        return null;
    end if;
    counts := new.report_id is null
        or (select r.approved_at is not null from inventory_report r where r.id = new.report_id for share);
    if counts then
        insert into reach_change (sign, observation_id, version) values (1, new.observation_id, new.version);
    end if;
    return null;
end $$;

create or replace function record_approval_of_reach() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    insert into reach_change (sign, observation_id, version)
    select case when new.approved_at is null then -1 else 1 end, o.observation_id, o.version
    from reach_observation o
    where o.report_id = new.id and not o.tally and not o.withdrawn
        and not exists (select from reach_observation later
            where later.observation_id = o.observation_id and later.version > o.version and later.version > 1);
    return null;
end $$;

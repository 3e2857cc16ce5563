-- Sums of reach are kept beside the observations, so that an answer costs the same however many there are. An observation
-- keeps the transaction that wrote it (x). The sums have what was written up to a snapshot, which is remembered; a read adds
-- what was written after it. A plain observation writes no more than its row. What takes a figure back, or lets it count
-- later, is an entry of reach_change, which triggers write, because the release before does not know of it.
create table sums_snapshot (
    name text not null,
    -- Of the database in which the sums were made; null before they are. In another one they mean nothing.
    cluster bigint,
    until_x xid8 not null default '0',
    in_progress xid8[] not null default '{}',
    folded_at timestamptz not null default now(),
    checked_at timestamptz,
    differing bigint not null default 0,
    constraint pk_sums_snapshot primary key (name)
);
insert into sums_snapshot (name) values ('reach');

create table reach_change (
    x xid8 not null default pg_current_xact_id(),
    sign smallint not null,
    observation_id uuid not null,
    version integer not null,
    constraint ck_reach_change_sign check (sign in (-1, 1))
);
create index ix_reach_change_x on reach_change (x);
alter table reach_change alter column x set (n_distinct = -1);

do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- Both tables or none, and without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table reach_observation in access exclusive mode nowait;
            lock table inventory_report in share row exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
end $$;

-- In two steps, because a default that differs from row to row would write every row again.
alter table reach_observation add column x xid8 not null default '0';
alter table reach_observation alter column x set default pg_current_xact_id();
alter table reach_observation alter column x set (n_distinct = -1);

-- Each version with the parts of its quantity that are added.
create view reach_figure with (security_invoker = true) as
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
    (o.quantity_kind = 'NOT_MEASURED')::integer::bigint as not_measured
from reach_observation o;

-- The observations that count now. Tallies are few, and are not in the sums.
create view reach_counted with (security_invoker = true) as
select f.* from reach_figure f
where not f.tally
    and not exists (select from reach_observation later
        where later.observation_id = f.observation_id and later.version > f.version and later.version > 1)
    and (f.report_id is null or f.report_id in (select r.id from inventory_report r where r.approved_at is not null));

create view reach_entry with (security_invoker = true) as
select 1 as sign, f.* from reach_figure f where f.version = 1 and f.report_id is null and not f.tally
union all
select c.sign::integer, f.observation_id, f.version, f.tally, f.report_id, c.x,
    f.programme, f.period_from, f.period_until, f.included_in, f.target_group, f.track, f.action_line,
    f.funding_instrument, f.intensity, f.round_id, f.intervention_types, f.phenomena, f.place_municipalities,
    f.place_key, f.records, f.best_halves, f.lowest, f.highest, f.without_margin, f.exact, f.approximate, f.ranges,
    f.at_least, f.vague, f.not_measured
from reach_change c join reach_figure f on f.observation_id = c.observation_id and f.version = c.version;

-- Behind the policies: who may write a version writes its entries.
create function record_reach_change() returns trigger
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
        if found then
            -- Approval and correction wait for each other, so that the later one sees what the earlier one did.
            counts := former.report_id is null
                or (select r.approved_at is not null from inventory_report r where r.id = former.report_id for share);
            if counts then
                insert into reach_change (sign, observation_id, version) values (-1, former.observation_id, former.version);
            end if;
        end if;
    end if;
    counts := new.report_id is null
        or (select r.approved_at is not null from inventory_report r where r.id = new.report_id for share);
    if counts then
        insert into reach_change (sign, observation_id, version) values (1, new.observation_id, new.version);
    end if;
    return null;
end $$;

create trigger tr_reach_observation_change after insert on reach_observation for each row
    when (not new.tally and (new.version > 1 or new.report_id is not null))
    execute function record_reach_change();

-- The latest figures of a report count from its approval.
create function record_approval_of_reach() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    insert into reach_change (sign, observation_id, version)
    select case when new.approved_at is null then -1 else 1 end, o.observation_id, o.version
    from reach_observation o
    where o.report_id = new.id and not o.tally
        and not exists (select from reach_observation later
            where later.observation_id = o.observation_id and later.version > o.version and later.version > 1);
    return null;
end $$;

create trigger tr_inventory_report_approval after update on inventory_report for each row
    when ((old.approved_at is null) <> (new.approved_at is null))
    execute function record_approval_of_reach();

-- A table of sums has the keys that questions of one kind look at. All keep the period as recorded. Where an answer has a
-- tally, its rule needs the target group and what an observation states of tallies.
do $$
declare
    one record;
begin
    for one in select * from (values
        ('reach_by_group', ', included_in text, target_group text not null, track text, action_line text, round_id uuid',
            ', included_in, target_group, track, action_line, round_id'),
        ('reach_by_kind', ', included_in text, target_group text not null, intensity text, funding_instrument text',
            ', included_in, target_group, intensity, funding_instrument'),
        ('reach_by_place', ', place_key uuid not null, place_municipalities text[] not null', ', place_key'),
        ('reach_by_place_and_group', ', included_in text, target_group text not null, place_key uuid not null,'
            || ' place_municipalities text[] not null', ', included_in, target_group, place_key'),
        ('reach_by_field', ', included_in text, target_group text not null, track text, action_line text, round_id uuid,'
            || ' intensity text, funding_instrument text, intervention_types text[] not null, phenomena text[] not null',
            ', included_in, target_group, track, action_line, round_id, intensity, funding_instrument,'
            || ' intervention_types, phenomena')) as tables (name, columns, keys)
    loop
        -- Rows change often and in place.
        execute format('create table %I (programme text not null, period_from date not null, period_until date not null%s,'
            || ' records bigint not null, best_halves bigint not null, lowest bigint not null, highest bigint not null,'
            || ' without_margin bigint not null, exact bigint not null, approximate bigint not null,'
            || ' ranges bigint not null, at_least bigint not null, vague bigint not null, not_measured bigint not null,'
            || ' constraint uq_%s unique nulls not distinct (programme, period_from, period_until%s))'
            || ' with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05)',
            one.name, one.columns, one.name, one.keys);
        -- They do not say whose a figure is.
        execute format('alter table %I enable row level security', one.name);
        execute format('create policy staff on %I to ${staff_role} using (true)', one.name);
        execute format('grant select, insert, update, delete on %I to ${application_role}', one.name);
    end loop;
end $$;

alter table reach_change enable row level security;
create policy staff on reach_change to ${staff_role} using (true);
grant select on reach_figure, reach_counted, reach_entry, reach_change to ${application_role};
-- After a dump is restored, numbers of transactions start anew.
grant update (x) on reach_observation, reach_change to ${application_role};
grant select, update on sums_snapshot to ${application_role};

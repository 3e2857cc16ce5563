-- Rows by municipality had to read a sum for each place, period, target group and relation to tallies. Two facts make that
-- unnecessary. A tally stands in no municipality, so the row of a municipality needs no relation to tallies. And for totals and
-- for the row without a municipality it matters only whether a figure names none, one or several of them. So there are sums
-- for rows, which have no relation to tallies, and sums for the rest, which have no place.
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
    o.withdrawn,
    -- Stands for the municipalities where it matters only whether there are none, one or several.
    case cardinality(o.place_municipalities) when 0 then '{}'::text[] when 1 then '{1}' else '{1,2}' end as place_extent,
    o.recorded_at, o.project_id, o.organisation_id
from reach_observation o;

create or replace view reach_counted with (security_invoker = true) as
select f.* from reach_figure f
where not f.tally and not f.withdrawn
    and not exists (select from reach_observation later
        where later.observation_id = f.observation_id and later.version > f.version and later.version > 1)
    and (f.report_id is null or f.report_id in (select r.id from inventory_report r where r.approved_at is not null));

create or replace view reach_entry with (security_invoker = true) as
select 1 as sign, f.observation_id, f.version, f.tally, f.report_id, f.x,
    f.programme, f.period_from, f.period_until, f.included_in, f.target_group, f.track, f.action_line,
    f.funding_instrument, f.intensity, f.round_id, f.intervention_types, f.phenomena, f.place_municipalities,
    f.place_key, f.records, f.best_halves, f.lowest, f.highest, f.without_margin, f.exact, f.approximate, f.ranges,
    f.at_least, f.vague, f.not_measured, f.place_extent
from reach_figure f where f.version = 1 and f.report_id is null and not f.tally
union all
select c.sign::integer, f.observation_id, f.version, f.tally, f.report_id, c.x,
    f.programme, f.period_from, f.period_until, f.included_in, f.target_group, f.track, f.action_line,
    f.funding_instrument, f.intensity, f.round_id, f.intervention_types, f.phenomena, f.place_municipalities,
    f.place_key, f.records, f.best_halves, f.lowest, f.highest, f.without_margin, f.exact, f.approximate, f.ranges,
    f.at_least, f.vague, f.not_measured, f.place_extent
from reach_change c join reach_figure f on f.observation_id = c.observation_id and f.version = c.version;

do $$
declare
    one record;
begin
    for one in select * from (values
        ('reach_by_extent', ', period_from date not null, period_until date not null, included_in text,'
            || ' target_group text not null, place_extent text[] not null',
            ', period_from, period_until, included_in, target_group, place_extent'),
        ('reach_of_group_by_place', ', target_group text not null, period_from date not null, period_until date not null,'
            || ' place_key uuid not null, place_municipalities text[] not null',
            ', target_group, period_from, period_until, place_key'),
        -- Which places there are.
        ('reach_place', ', place_key uuid not null, place_municipalities text[] not null', ', place_key'))
        as tables (name, columns, keys)
    loop
        -- Rows change often and in place.
        execute format('create table %I (programme text not null%s,'
            || ' records bigint not null, best_halves bigint not null, lowest bigint not null, highest bigint not null,'
            || ' without_margin bigint not null, exact bigint not null, approximate bigint not null,'
            || ' ranges bigint not null, at_least bigint not null, vague bigint not null, not_measured bigint not null,'
            || ' constraint uq_%s unique nulls not distinct (programme%s))'
            || ' with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05)',
            one.name, one.columns, one.name, one.keys);
        -- They do not say whose a figure is.
        execute format('alter table %I enable row level security', one.name);
        execute format('create policy staff on %I to ${staff_role} using (true)', one.name);
        execute format('grant select, insert, update, delete on %I to ${application_role}', one.name);
    end loop;
end $$;

-- On another map a figure over several municipalities may be of one.
create index ix_reach_by_place_and_group_several on reach_by_place_and_group (programme, place_key)
    where cardinality(place_municipalities) > 1;

-- The next fold makes all sums anew; until then answers come from observations.
update sums_snapshot set cluster = null where name = 'reach';

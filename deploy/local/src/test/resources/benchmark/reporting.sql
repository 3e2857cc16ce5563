-- Each project has fifty observations, in years, halves, quarters or the whole programme. A tenth of the projects has a
-- report, and half of the reports are approved. One of twenty observations is corrected.
alter table reach_observation disable trigger user;

insert into inventory_round (id, programme, code, name, period_from, period_until, source, created_at, created_by, version)
select pg_temp.id('40', row_number() over (order by code, first)), code, cast(first as text), 'Round ' || first,
    make_date(first, 1, 1), make_date(until, 1, 1), 'benchmark', now(), 'benchmark', 0
from sample_programme, (values (2007, 2010), (2010, 2012)) round (first, until)
where code <> 'CHECK';

insert into reach_observation (observation_id, version, recorded_at, recorded_by, tally, programme, round_id,
    period_from, period_until, target_group, quantity_kind, quantity_value, place_scope, place_municipalities, source)
select pg_temp.id('41', row_number() over (order by id, target_group)), 1, timestamptz '2012-01-01Z', 'benchmark', true,
    programme, id, period_from, period_until, target_group, 'EXACT', 100000, 'UNSPECIFIED', '{}', 'benchmark'
from inventory_round, unnest(array['YOUTH_AND_PUPILS', 'PROFESSIONALS_AND_OFFICIALS']) target_group
where created_by = 'benchmark';
create temporary table sample_tally as
select observation_id, programme, target_group, period_from, period_until from reach_observation where tally;

insert into inventory_report (id, programme, title, state, content, approved_at, recorded_at, created_at, created_by,
    version)
select pg_temp.id('42', p), programme, 'Report of project ' || p, case p / 10 % 2 when 0 then 'APPROVED' else 'DRAFT' end,
    '{}', case p / 10 % 2 when 0 then timestamptz '2012-06-01Z' end, timestamptz '2012-06-01Z',
    timestamptz '2012-05-01Z', 'benchmark', 0
from sample_project where p % 10 = 0;
insert into inventory_report_version (report_id, version, recorded_at, recorded_by, step, state, content)
select id, 0, recorded_at, created_by, 'CREATION', state, content from inventory_report where created_by = 'benchmark';
insert into inventory_report_project (report_id, project_id, position, organisation_id, track, action_line,
    funding_instrument, intervention_types, place_scope, place_municipalities)
select pg_temp.id('42', p), id, 0, organisation_id, track, action_line, funding_instrument, intervention_types,
    place_scope, place_municipalities
from sample_project where p % 10 = 0;

-- In the order of NewObservations.java: years, halves, quarters, the whole programme.
create temporary table sample_period as
select row_number() over (order by rank, first) - 1 as i, cast(first as date) as first, cast(until as date) as until
from (select 1 as rank, first, first + interval '1 year' as until
        from generate_series(timestamp '2007-01-01', '2011-12-31', '1 year') first
    union all select 2, first, first + interval '6 months'
        from generate_series(timestamp '2007-01-01', '2011-12-31', '6 months') first
    union all select 3, first, first + interval '3 months'
        from generate_series(timestamp '2007-01-01', '2011-12-31', '3 months') first
    union all select 4, timestamp '2007-01-01', timestamp '2012-01-01') periods;

insert into reach_observation (observation_id, version, recorded_at, recorded_by, reason, tally, programme, project_id,
    organisation_id, round_id, report_id, track, action_line, funding_instrument, period_from, period_until,
    target_group, quantity_kind, quantity_value, quantity_minimum, quantity_maximum, quantity_text, place_scope,
    place_municipalities, included_in, intensity, method, overlaps_with, intervention_types, phenomena, source)
select pg_temp.id('50', n), version, timestamptz '2012-01-01Z' + n * interval '1 second' + version * interval '1 day',
    'researcher-' || pg_temp.lot(n, 55, 50), case version when 2 then 'A typing error.' end, false, o.programme, id, organisation_id,
    case when p % 10 <> 0 and p % 2 = 0 then round.round_id end, case p % 10 when 0 then pg_temp.id('42', p) end,
    track, action_line, funding_instrument, period.first, period.until, o.target_group,
    kind, case when kind in ('EXACT', 'APPROXIMATE', 'AT_LEAST') then 10 * version + pg_temp.lot(n, 50, 500) end,
    case kind when 'RANGE' then 50 end, case kind when 'RANGE' then 100 end,
    case when kind in ('VAGUE', 'NOT_MEASURED') then 'not counted' end,
    place_scope, place_municipalities,
    case when tally.observation_id is null then null when inclusion = 0 then cast(tally.observation_id as text)
        when inclusion = 1 then 'UNKNOWN' else 'NONE' end,
    intensity, (array['REGISTERED', 'COUNTED', 'ESTIMATED', null])[1 + pg_temp.lot(n, 51, 4)],
    -- A few, in the first programme.
    case when n between 2 and 5 then array[pg_temp.id('50', n - 1)] else '{}' end, intervention_types, phenomena,
    'benchmark'
from (
    select n, version, s.*, figure / 30 as period_index,
        (array['YOUTH_AND_PUPILS', 'PROFESSIONALS_AND_OFFICIALS', 'TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS',
            'STUDENTS', 'OTHER'])[1 + figure % 5] as target_group,
        (array['INDIVIDUAL_GUIDANCE', 'COURSE', 'EVENT', 'EXHIBITION', 'MEDIA', null])[1 + figure / 5 % 6] as intensity,
        (array['EXACT', 'EXACT', 'EXACT', 'EXACT', 'EXACT', 'EXACT', 'APPROXIMATE', 'RANGE', 'AT_LEAST',
            'NOT_MEASURED'])[1 + pg_temp.lot(n, 52, 10)] as kind,
        pg_temp.lot(n, 54, 4) as inclusion
    from (select n, 1 + (n - 1) % :projects as p, (37 * ((n - 1) / :projects) + 1 + (n - 1) % :projects) % 1080 as figure
        from generate_series(1, :observations) n) figures
    join sample_project s using (p)
    cross join generate_series(1, case pg_temp.lot(n, 53, 20) when 0 then 2 else 1 end) version
) o
join sample_period period on period.i = period_index
left join lateral (select r.id as round_id from inventory_round r where r.programme = o.programme
    and r.period_from <= period.first and r.period_until >= period.until) round on true
left join sample_tally tally on tally.programme = o.programme and tally.target_group = o.target_group
    and tally.period_from <= period.first and tally.period_until >= period.until;

insert into reach_observation_key (observation_id, project_id, target_group, period_from, period_until, place_scope,
    place_municipalities, intensity)
select observation_id, project_id, target_group, period_from, period_until, place_scope, place_municipalities, intensity
from reach_observation where not tally and version = 1 order by project_id;

alter table reach_observation enable trigger user;

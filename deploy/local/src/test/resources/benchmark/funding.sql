-- Twenty budget lines in each programme, an award for each subsidy and grant, and entries at a fifth of the observations.
insert into programme (id, code, name, period_from, period_until, created_at, created_by, version)
select gen_random_uuid(), code, code, '2007-01-01', '2012-01-01', now(), 'benchmark', 0 from sample_programme;

insert into organisation (number, name, kind, created_at, created_by, version)
select 'ORG-' || n, 'Organisation ' || n, 'NON_PROFIT', now(), 'benchmark', 0 from generate_series(1, :organisations) n;

insert into budget_line (id, programme, code, name, parent_id, depth, ceiling, position, created_at, created_by, version)
select gen_random_uuid(), code, 'root', 'root', null, 1, false, 1, now(), 'benchmark', 0 from sample_programme;
insert into budget_line (id, programme, code, name, parent_id, depth, ceiling, position, created_at, created_by, version)
select gen_random_uuid(), programme, 'line-' || n, 'Line ' || n, id, 2, false, n, now(), 'benchmark', 0
from budget_line, generate_series(1, 20) n where depth = 1 and created_by = 'benchmark';

insert into scheme (id, programme, code, name, funding_instrument, applicant_kinds, budget_line_id, source, created_at,
    created_by, version)
select gen_random_uuid(), l.programme, l.programme || '-' || i, i, i, '{NON_PROFIT}', l.id, 'benchmark', now(),
    'benchmark', 0
from budget_line l, unnest(array['SUBSIDY', 'DECENTRALISATION_GRANT']) i
where l.depth = 1 and l.created_by = 'benchmark';

insert into project (id, programme, code, name, organisation_id, funding_instrument, track, action_line, period_from,
    period_until, place_scope, place_municipalities, description, notes, source, created_at, created_by, version,
    intervention_types, phenomena)
select id, programme, 'project-' || p, 'Project ' || p, organisation_id, funding_instrument, track, action_line,
    make_date(2007 + p % 3, 1, 1), make_date(2010 + p % 3, 1, 1), place_scope, place_municipalities,
    'Meetings and courses in the neighbourhood, number ' || p, '{}', 'benchmark',
    timestamptz '2007-01-01Z' + p * interval '1 second', 'benchmark', 0, intervention_types, phenomena
from sample_project;

create temporary table sample_award as
select s.*, pg_temp.id('20', p) as award_id, l.id as line_id, 2007 + p % 3 as year, 1000 + 10 * (p % 5000) as amount
from sample_project s join budget_line l on l.programme = s.programme and l.code = 'line-' || 1 + s.p % 20
where funding_instrument in ('SUBSIDY', 'DECENTRALISATION_GRANT');

insert into award (id, programme, scheme, funding_instrument, number, organisation_id, project_id, title, status,
    currency, amount, reserved, disbursed, reclaimed, purpose, budget_line_id, year, decided_on, decided_by, period_from,
    period_until, track, action_line, place_scope, place_municipalities, partner_municipalities, created_at, created_by,
    version)
select award_id, programme, programme || '-' || funding_instrument, funding_instrument, 'A-' || p, organisation_id, id,
    'Award ' || p, 'GRANTED', 'EUR', amount, 0, amount / 2, 0, 'PROJECT', line_id, year, make_date(year, 1, 1),
    'benchmark', make_date(year, 1, 1), make_date(year + 1, 1, 1), track, action_line, place_scope,
    place_municipalities, '{}', now(), 'benchmark', 0
from sample_award;
insert into award_municipality (municipality, award_id, number, created_at, decided_on)
select unnest(place_municipalities), id, number, created_at, decided_on from award where created_by = 'benchmark';
insert into award_decision (id, award_id, kind, decided_on, decided_by, amount, ex_officio, created_at, created_by)
select gen_random_uuid(), award_id, 'GRANT', make_date(year, 1, 1), 'benchmark', amount, false, now(), 'benchmark'
from sample_award;
insert into award_instalment (id, award_id, position, due, amount, withdrawn)
select gen_random_uuid(), award_id, 1, make_date(year, 6, 1), amount, false from sample_award;

insert into budget_entry (id, programme, line_id, year, kind, currency, amount, source, created_at, created_by, award_id)
select pg_temp.id('21', p), programme, line_id, year, 'DISBURSEMENT', 'EUR', amount / 2, 'benchmark', now(), 'benchmark',
    award_id
from sample_award;
insert into disbursement (id, award_id, programme, organisation_id, status, currency, amount, budget_line_id, year,
    entry_id, ended_at, ended_by, created_at, created_by, version)
select pg_temp.id('22', p), award_id, programme, organisation_id, 'RELEASED', 'EUR', amount / 2, line_id, year,
    pg_temp.id('21', p), now(), 'controller', now(), 'benchmark', 1
from sample_award;
insert into budget_entry (id, programme, line_id, year, kind, currency, amount, destination, reallocation_reason,
    rounded_to, source, created_at, created_by)
select pg_temp.id('23', n), l.programme, l.id, 2007 + n / 20 % 5,
    (array['BUDGETED', 'REALLOCATION', 'COMMITMENT', 'DISBURSEMENT'])[1 + kind],
    'EUR', 1 + n % 100, case kind when 1 then 'destination ' || n / 100 % 5 end,
    case kind when 1 then 'TRANSFER' end, 10, 'benchmark', now(), 'benchmark'
from (select n, pg_temp.lot(n, 20, 4) as kind, 1 + n % cast(:projects as integer) as p
    from generate_series(1, :observations / 5) n) e
join sample_project s using (p)
join budget_line l on l.programme = s.programme and l.code = 'line-' || 1 + n % 20;

-- The projects and what figures of each have in common, equal in each database. :projects, :organisations, :observations and
-- :municipalities are replaced.
set statement_timeout = 0;
set synchronous_commit = off;
set maintenance_work_mem = '512MB';
set work_mem = '256MB';

-- One of so many, by lot. Equal arguments give equal results.
create function pg_temp.lot(n bigint, draw bigint, among integer) returns integer language sql immutable
    return (hashint8extended(n, draw) & 2147483647) % among;

create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable
    return cast(kind || '000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0') as uuid);

-- Six of ten projects belong to the first of twenty programmes.
create temporary table sample_project as
select p, pg_temp.id('10', p) as id,
    'BENCH-' || lpad(cast(case when p % 10 < 6 then 0 else 1 + p / 10 % 19 end as text), 2, '0') as programme,
    'ORG-' || 1 + pg_temp.lot(p, 1, :organisations) as organisation_id,
    (array['LOCAL', 'LOCAL', 'NATIONAL', 'INTERNATIONAL'])[1 + pg_temp.lot(p, 2, 4)] as track,
    (array['PREVENTION', 'PREVENTION', 'PROACTION', 'REPRESSION', null])[1 + pg_temp.lot(p, 3, 5)] as action_line,
    (array['SUBSIDY', 'SUBSIDY', 'DECENTRALISATION_GRANT', 'DECENTRALISATION_GRANT', 'PROCUREMENT', 'PRIZE',
        'OWN_EXPENDITURE'])[1 + pg_temp.lot(p, 4, 7)] as funding_instrument,
    (array[array['AWARENESS', null], array['AWARENESS', 'NETWORK_BUILDING'], array['KNOWLEDGE_BUILDING', null],
        array['INDIVIDUAL_INTERVENTION', null]])[1 + pg_temp.lot(p, 5, 4):1 + pg_temp.lot(p, 5, 4)] as types,
    (array['POLARISATION', 'ISLAMIST_EXTREMISM', 'RIGHT_WING_EXTREMISM', 'LEFT_WING_EXTREMISM', null])
        [1 + pg_temp.lot(p, 6, 5)] as phenomenon,
    case pg_temp.lot(p, 7, 20) when 0 then 'NATIONAL' when 1 then 'UNSPECIFIED' when 2 then 'REGIONAL'
        else 'MUNICIPAL' end as place_scope,
    1 + pg_temp.lot(p, 8, cardinality(m.codes)) as place,
    m.codes
from generate_series(1, :projects) p, (select array[:municipalities] as codes) m;

alter table sample_project
    add column intervention_types text[],
    add column phenomena text[],
    add column place_municipalities text[];
update sample_project set
    intervention_types = array_remove(array(select unnest(types)), null),
    phenomena = array_remove(array[phenomenon], null),
    place_municipalities = case place_scope
        when 'MUNICIPAL' then array[codes[place]]
        when 'REGIONAL' then array(select unnest(codes[place:place + 2]) order by 1)
        else '{}' end;
alter table sample_project drop column codes, drop column types, drop column phenomenon, drop column place;
-- At the end of the codes there is no second municipality.
update sample_project set place_scope = 'MUNICIPAL'
where place_scope = 'REGIONAL' and cardinality(place_municipalities) = 1;
create unique index on sample_project (p);
analyze sample_project;

create temporary table sample_programme as
select 'BENCH-' || lpad(cast(n as text), 2, '0') as code from generate_series(0, 19) n
union all select 'CHECK';

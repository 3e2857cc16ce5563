-- A session for every twenty observations, each with twenty attendances.
alter table training_session disable trigger user;
alter table head_count disable trigger user;

insert into training_type (id, code, name, name_dutch, target_group, phenomenon, created_at, created_by, version)
select gen_random_uuid(), 'BENCH-' || n, 'Type ' || n, 'Soort ' || n,
    (array['STUDENTS', 'OTHER', 'PROFESSIONALS_AND_OFFICIALS'])[1 + n % 3],
    (array['POLARISATION', 'ISLAMIST_EXTREMISM', null])[1 + n % 3], now(), 'benchmark', 0
from generate_series(0, 6) n;

insert into training_session (id, status, programme, training_type, title, session_date, project_id, organisation_id,
    track, action_line, funding_instrument, place_scope, place_municipalities, source, created_at, created_by, version)
select pg_temp.id('30', n), 'HELD', programme, 'BENCH-' || n % 7, 'Session ' || n,
    date '2007-01-01' + pg_temp.lot(n, 30, 1826), id, organisation_id, track, action_line, funding_instrument,
    place_scope, place_municipalities, 'benchmark', timestamptz '2007-01-01Z' + n * interval '1 second', 'benchmark', 0
from generate_series(1, :observations / 20) n join sample_project on p = 1 + n % :projects;

insert into head_count (session_id, version, recorded_at, recorded_by, target_group, quantity_kind, quantity_value,
    method, absent, excused)
select pg_temp.id('30', n), 1, now(), 'benchmark',
    (array['YOUTH_AND_PUPILS', 'PROFESSIONALS_AND_OFFICIALS', 'STUDENTS', 'OTHER'])[1 + pg_temp.lot(n, 31, 4)],
    'EXACT', 20, 'ROLL_CALL', 0, 0
from generate_series(1, :observations / 20) n;
insert into attendance (session_id, version, line, status, profession)
select pg_temp.id('30', n), 1, line, 'PRESENT',
    (array['POLICE', 'EDUCATION', 'YOUTH_WORK', 'JUSTICE'])[1 + line % 4]
from generate_series(1, :observations / 20) n, generate_series(1, 20) line;
insert into profession_count (session_id, version, profession, present)
select pg_temp.id('30', n), 1, profession, 5
from generate_series(1, :observations / 20) n, unnest(array['POLICE', 'EDUCATION', 'YOUTH_WORK', 'JUSTICE']) profession;

alter table training_session enable trigger user;
alter table head_count enable trigger user;

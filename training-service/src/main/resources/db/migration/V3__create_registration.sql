-- What a type is about, and how long after a session the names of those registered may be kept.
alter table training_type
    add column phenomenon text,
    add column retention_days integer not null default 90,
    add constraint ck_training_type_phenomenon check (phenomenon in
        ('POLARISATION', 'ISLAMIST_EXTREMISM', 'RIGHT_WING_EXTREMISM', 'LEFT_WING_EXTREMISM',
         'ANIMAL_RIGHTS_EXTREMISM')),
    add constraint ck_training_type_retention_days check (retention_days between 0 and 3650);

-- registered and waiting are counts of registrations, and last_number is the last number drawn: all three change only
-- under the lock of this row, so that capacity is never exceeded and the queue has one order.
alter table training_session
    add column series text,
    add column host_organisation_id text,
    add column trainers text[] not null default '{}',
    add column language text,
    add column cancellation_reason text,
    add column registered integer not null default 0,
    add column waiting integer not null default 0,
    add column last_number integer not null default 0,
    drop constraint ck_training_session_status,
    add constraint ck_training_session_status check (status in ('PLANNED', 'CONFIRMED', 'HELD', 'CANCELLED')),
    add constraint ck_training_session_cancellation_reason check (
        (status = 'CANCELLED') = (cancellation_reason is not null)),
    add constraint ck_training_session_registered check (
        registered >= 0 and (capacity is null or registered <= capacity)),
    add constraint ck_training_session_waiting check (waiting >= 0),
    add constraint ck_training_session_last_number check (last_number >= registered + waiting);

create index ix_training_session_session_date on training_session (session_date, id);
create index ix_training_session_series on training_session (programme, series);
create index ix_training_session_host_organisation_id on training_session (host_organisation_id);
create index ix_training_session_trainers on training_session using gin (trainers);

-- One sign-up. Names and addresses are sealed with the key that key_id names; email_index is a keyed hash, by which the
-- same address is known again without being read. After erasure the row stays, so that every count stays.
create table registration (
    id uuid not null,
    session_id uuid not null,
    number integer not null,
    status text not null,
    profession text,
    subject text,
    key_id text,
    name bytea,
    email bytea,
    email_index bytea,
    moved_up_at timestamptz,
    cancelled_at timestamptz,
    erased_at timestamptz,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_registration primary key (id),
    constraint uq_registration_session_id_number unique (session_id, number),
    constraint fk_registration_session_id foreign key (session_id) references training_session (id),
    constraint ck_registration_number check (number >= 1),
    constraint ck_registration_status check (status in ('REGISTERED', 'WAITLISTED', 'CANCELLED')),
    constraint ck_registration_cancelled_at check ((status = 'CANCELLED') = (cancelled_at is not null)),
    constraint ck_registration_profession check (profession in
        ('EDUCATION', 'YOUTH_WORK', 'SOCIAL_WORK', 'HEALTH_CARE', 'POLICE', 'JUSTICE', 'MUNICIPALITY',
         'NATIONAL_GOVERNMENT', 'COMMUNITY_ORGANISATION', 'STUDENT', 'OTHER')),
    constraint ck_registration_sealed check (num_nonnulls(key_id, name, email, email_index) in (0, 4)),
    constraint ck_registration_erased_at check (
        (erased_at is null) = (num_nonnulls(subject, key_id) > 0))
);

-- Who cancelled may register again; nobody stands on a list twice.
create unique index uq_registration_session_id_email_index on registration (session_id, email_index)
    where status <> 'CANCELLED';
create unique index uq_registration_session_id_subject on registration (session_id, subject)
    where status <> 'CANCELLED';
create index ix_registration_session_id_waiting on registration (session_id, number) where status = 'WAITLISTED';
create index ix_registration_created_at on registration (created_at, id);
create index ix_registration_subject on registration (subject, created_at) where subject is not null;
create index ix_registration_email_index on registration (email_index) where email_index is not null;
create index ix_registration_key_id on registration (key_id) where key_id is not null;
create index ix_registration_session_id_personal on registration (session_id) where erased_at is null;

-- A count is made by hand or by calling the roll; of a roll call it is the number of those present.
alter table head_count
    add column method text not null default 'HEAD_COUNT',
    add column absent integer,
    add column excused integer,
    add constraint ck_head_count_method check (method in ('HEAD_COUNT', 'ROLL_CALL')),
    add constraint ck_head_count_roll_call check (case method
        when 'ROLL_CALL' then coalesce(quantity_kind = 'EXACT' and absent >= 0 and excused >= 0, false)
        else num_nonnulls(absent, excused) = 0
        end);

-- One line of a version of a roll call; without a registration for somebody who came unannounced.
create table attendance (
    session_id uuid not null,
    version integer not null,
    line integer not null,
    registration_id uuid,
    status text not null,
    profession text,
    constraint pk_attendance primary key (session_id, version, line),
    constraint uq_attendance_session_id_version_registration_id unique (session_id, version, registration_id),
    constraint fk_attendance_session_id_version foreign key (session_id, version)
        references head_count (session_id, version),
    constraint fk_attendance_registration_id foreign key (registration_id) references registration (id),
    constraint ck_attendance_line check (line >= 1),
    constraint ck_attendance_status check (status in ('PRESENT', 'ABSENT', 'EXCUSED')),
    constraint ck_attendance_unannounced check (registration_id is not null or status = 'PRESENT'),
    constraint ck_attendance_profession check (profession in
        ('EDUCATION', 'YOUTH_WORK', 'SOCIAL_WORK', 'HEALTH_CARE', 'POLICE', 'JUSTICE', 'MUNICIPALITY',
         'NATIONAL_GOVERNMENT', 'COMMUNITY_ORGANISATION', 'STUDENT', 'OTHER'))
);

create index ix_attendance_registration_id on attendance (registration_id) where registration_id is not null;

-- How many of each profession a version of a roll call found present, so that a sum need not read each line.
create table profession_count (
    session_id uuid not null,
    version integer not null,
    profession text not null,
    present integer not null,
    constraint pk_profession_count primary key (session_id, version, profession),
    constraint fk_profession_count_session_id_version foreign key (session_id, version)
        references head_count (session_id, version),
    constraint ck_profession_count_present check (present >= 1),
    constraint ck_profession_count_profession check (profession in
        ('EDUCATION', 'YOUTH_WORK', 'SOCIAL_WORK', 'HEALTH_CARE', 'POLICE', 'JUSTICE', 'MUNICIPALITY',
         'NATIONAL_GOVERNMENT', 'COMMUNITY_ORGANISATION', 'STUDENT', 'OTHER'))
);

-- As it was, but a confirmed session is still a planned one, and a cancelled one is no figure.
create or replace view training_figure as
    select true as tally, e.programme, e.training_type, e.period_from, e.period_until, e.target_group, e.track, e.action_line,
        e.place_municipalities, e.sessions_planned, e.sessions_held,
        e.quantity_kind, e.quantity_value, e.quantity_plus_minus, e.quantity_minimum, e.quantity_maximum
    from training_tally e
    where not exists (
        select 1 from training_tally later
        where later.tally_id = e.tally_id and later.version > e.version and later.version > 1)
    union all
    select false, s.programme, s.training_type, s.session_date, s.session_date + 1, c.target_group, s.track, s.action_line,
        s.place_municipalities,
        case when s.status in ('PLANNED', 'CONFIRMED') then 1 end,
        case when s.status = 'HELD' then 1 end,
        c.quantity_kind, c.quantity_value, c.quantity_plus_minus, c.quantity_minimum, c.quantity_maximum
    from training_session s
    left join head_count c on c.session_id = s.id and not exists (
        select 1 from head_count later
        where later.session_id = c.session_id and later.version > c.version and later.version > 1)
    where s.status <> 'CANCELLED';

grant select on training_figure to ${application_role};
-- The code of a type is what sessions and tallies name; when and by whom it was recorded is history.
grant update (name, name_dutch, target_group, phenomenon, retention_days, version) on training_type
    to ${application_role};
-- Of a session all but its programme, and when and by whom it was recorded.
grant update (reference, training_type, title, session_date, project_id, organisation_id, track, action_line,
    funding_instrument, place_scope, place_municipalities, place_sub_area, place_country, capacity,
    source, series, host_organisation_id, trainers, language, cancellation_reason, registered, waiting, last_number)
    on training_session to ${application_role};
grant select, insert on registration, attendance, profession_count to ${application_role};
-- Never its session or its number: those make the queue. created_by only to forget who registered himself.
grant update (status, profession, subject, key_id, name, email, email_index, moved_up_at, cancelled_at, erased_at,
    created_by, version) on registration to ${application_role};

-- A set of figures has a revision, which grows with every change, and an epoch, which changes when the data are
-- replaced as a whole.
create table data_set (
    name text not null,
    epoch uuid not null default gen_random_uuid(),
    revision bigint not null default 0,
    constraint pk_data_set primary key (name),
    constraint ck_data_set_revision check (revision >= 0)
);

insert into data_set (name) values ('training');

-- A quantity has the parts of its kind and no others; said once for every table that has one. Coalesced, because a
-- check that comes to null passes.
create function is_quantity(
    kind text, value bigint, plus_minus bigint, minimum bigint, maximum bigint, words text) returns boolean
    language sql immutable
    return coalesce(
        case kind
            when 'EXACT' then value >= 0 and num_nonnulls(plus_minus, minimum, maximum, words) = 0
            when 'APPROXIMATE' then value >= 0 and coalesce(plus_minus, 0) between 0 and value
                and num_nonnulls(minimum, maximum, words) = 0
            when 'RANGE' then minimum >= 0 and maximum >= minimum and num_nonnulls(value, plus_minus, words) = 0
            when 'AT_LEAST' then value >= 0 and num_nonnulls(plus_minus, minimum, maximum, words) = 0
            when 'VAGUE' then words is not null and num_nonnulls(value, plus_minus, minimum, maximum) = 0
            when 'NOT_MEASURED' then words is not null and num_nonnulls(value, plus_minus, minimum, maximum) = 0
        end,
        false);

create table training_type (
    id uuid not null,
    code text not null,
    name text not null,
    name_dutch text not null,
    target_group text not null,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_training_type primary key (id),
    constraint uq_training_type_code unique (code),
    constraint ck_training_type_target_group check (target_group in
        ('YOUTH_AND_PUPILS', 'PROFESSIONALS_AND_OFFICIALS', 'TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS', 'STUDENTS',
         'OTHER'))
);

create table training_session (
    id uuid not null,
    status text not null,
    reference text,
    programme text not null,
    training_type text not null,
    title text not null,
    session_date date not null,
    project_id uuid,
    organisation_id text,
    track text,
    action_line text,
    funding_instrument text,
    place_scope text not null,
    place_municipalities text[] not null,
    place_sub_area text,
    place_country text,
    capacity integer,
    source text not null,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_training_session primary key (id),
    constraint uq_training_session_programme_reference unique (programme, reference),
    constraint fk_training_session_training_type foreign key (training_type) references training_type (code),
    constraint ck_training_session_status check (status in ('PLANNED', 'HELD')),
    constraint ck_training_session_session_date check (session_date >= '1900-01-01' and session_date < '2200-01-01'),
    constraint ck_training_session_capacity check (capacity >= 1),
    constraint ck_training_session_track check (track in ('LOCAL', 'NATIONAL', 'INTERNATIONAL')),
    constraint ck_training_session_action_line check (action_line in ('PREVENTION', 'PROACTION', 'REPRESSION')),
    constraint ck_training_session_funding_instrument check (funding_instrument in
        ('DECENTRALISATION_GRANT', 'SUBSIDY', 'PROCUREMENT', 'PRIZE', 'OWN_EXPENDITURE')),
    constraint ck_training_session_place_scope check (place_scope in
        ('NATIONAL', 'REGIONAL', 'MUNICIPAL', 'SUB_MUNICIPAL', 'ABROAD', 'UNSPECIFIED'))
);

create index ix_training_session_programme_session_date on training_session (programme, session_date);
create index ix_training_session_created_at on training_session (created_at, id);
create index ix_training_session_training_type on training_session (training_type);
create index ix_training_session_organisation_id on training_session (organisation_id);
create index ix_training_session_project_id on training_session (project_id);

-- One row is one version of how many came: nothing is overwritten, the highest version counts.
create table head_count (
    session_id uuid not null,
    version integer not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    reason text,
    target_group text not null,
    quantity_kind text not null,
    quantity_value bigint,
    quantity_plus_minus bigint,
    quantity_minimum bigint,
    quantity_maximum bigint,
    quantity_text text,
    constraint pk_head_count primary key (session_id, version),
    constraint fk_head_count_session_id foreign key (session_id) references training_session (id),
    constraint ck_head_count_version check (version >= 1),
    constraint ck_head_count_reason check (version = 1 or reason is not null),
    constraint ck_head_count_target_group check (target_group in
        ('YOUTH_AND_PUPILS', 'PROFESSIONALS_AND_OFFICIALS', 'TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS', 'STUDENTS',
         'OTHER')),
    constraint ck_head_count_quantity check (is_quantity(
        quantity_kind, quantity_value, quantity_plus_minus, quantity_minimum, quantity_maximum, quantity_text))
);

create index ix_head_count_session_id_version on head_count (session_id, version) where version > 1;

-- One row is one version of figures that their source gives only as a total. The quantity_ columns are the
-- participants of held sessions; the expected_ columns those of planned ones, which are never added to them.
create table training_tally (
    tally_id uuid not null,
    version integer not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    reason text,
    reference text,
    programme text not null,
    training_type text,
    period_from date not null,
    period_until date not null,
    sessions_planned integer,
    sessions_held integer,
    quantity_kind text,
    quantity_value bigint,
    quantity_plus_minus bigint,
    quantity_minimum bigint,
    quantity_maximum bigint,
    quantity_text text,
    expected_kind text,
    expected_value bigint,
    expected_plus_minus bigint,
    expected_minimum bigint,
    expected_maximum bigint,
    expected_text text,
    target_group text,
    organisation_id text,
    track text,
    action_line text,
    funding_instrument text,
    place_scope text not null,
    place_municipalities text[] not null,
    place_sub_area text,
    place_country text,
    rating_mean numeric,
    rating_lowest numeric,
    rating_highest numeric,
    rating_n integer,
    source text not null,
    note text,
    constraint pk_training_tally primary key (tally_id, version),
    constraint fk_training_tally_training_type foreign key (training_type) references training_type (code),
    constraint ck_training_tally_version check (version >= 1),
    constraint ck_training_tally_reason check (version = 1 or reason is not null),
    constraint ck_training_tally_period check (period_from < period_until),
    constraint ck_training_tally_sessions_planned check (sessions_planned >= 0),
    constraint ck_training_tally_sessions_held check (sessions_held >= 0),
    constraint ck_training_tally_quantity check (
        num_nonnulls(quantity_kind, quantity_value, quantity_plus_minus, quantity_minimum, quantity_maximum,
            quantity_text) = 0
        or is_quantity(quantity_kind, quantity_value, quantity_plus_minus, quantity_minimum, quantity_maximum,
            quantity_text)),
    constraint ck_training_tally_expected check (
        num_nonnulls(expected_kind, expected_value, expected_plus_minus, expected_minimum, expected_maximum,
            expected_text) = 0
        or is_quantity(expected_kind, expected_value, expected_plus_minus, expected_minimum, expected_maximum,
            expected_text)),
    constraint ck_training_tally_target_group check (target_group in
        ('YOUTH_AND_PUPILS', 'PROFESSIONALS_AND_OFFICIALS', 'TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS', 'STUDENTS',
         'OTHER')),
    constraint ck_training_tally_quantity_target_group check (quantity_kind is null or target_group is not null),
    constraint ck_training_tally_rating check (case
        when rating_mean is not null then
            rating_mean between 1 and 10 and num_nonnulls(rating_lowest, rating_highest) = 0
            and coalesce(rating_n >= 1, true)
        when num_nonnulls(rating_lowest, rating_highest) > 0 then
            coalesce(rating_lowest >= 1 and rating_lowest < rating_highest and rating_highest <= 10, false)
            and rating_n is null
        else rating_n is null
        end),
    -- Unscaled, so that 7.5 reads back as 7.5; never more than two decimals.
    constraint ck_training_tally_rating_scale check (
        greatest(scale(rating_mean), scale(rating_lowest), scale(rating_highest)) <= 2),
    constraint ck_training_tally_states_something check (num_nonnulls(
        sessions_planned, sessions_held, quantity_kind, expected_kind, rating_mean, rating_lowest) > 0),
    constraint ck_training_tally_track check (track in ('LOCAL', 'NATIONAL', 'INTERNATIONAL')),
    constraint ck_training_tally_action_line check (action_line in ('PREVENTION', 'PROACTION', 'REPRESSION')),
    constraint ck_training_tally_funding_instrument check (funding_instrument in
        ('DECENTRALISATION_GRANT', 'SUBSIDY', 'PROCUREMENT', 'PRIZE', 'OWN_EXPENDITURE')),
    constraint ck_training_tally_place_scope check (place_scope in
        ('NATIONAL', 'REGIONAL', 'MUNICIPAL', 'SUB_MUNICIPAL', 'ABROAD', 'UNSPECIFIED'))
);

-- A natural id belongs to the tally, not to each of its versions.
create unique index uq_training_tally_programme_reference on training_tally (programme, reference) where version = 1;
create index ix_training_tally_programme_period on training_tally (programme, period_from, period_until);
-- Corrections are few: finding what they replace must not cost a look at every tally.
create index ix_training_tally_tally_id_version on training_tally (tally_id, version) where version > 1;
create index ix_training_tally_recorded_at on training_tally (recorded_at, tally_id);
create index ix_training_tally_training_type on training_tally (training_type);
create index ix_training_tally_organisation_id on training_tally (organisation_id);

-- What counts: the latest version of every tally, and every session with the latest version of its head count. A
-- session is planned until it is held. (That a later version is above 1 says nothing new; it lets the index of
-- corrections answer.)
create view training_figure as
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
        case when s.status = 'PLANNED' then 1 end,
        case when s.status = 'HELD' then 1 end,
        c.quantity_kind, c.quantity_value, c.quantity_plus_minus, c.quantity_minimum, c.quantity_maximum
    from training_session s
    left join head_count c on c.session_id = s.id and not exists (
        select 1 from head_count later
        where later.session_id = c.session_id and later.version > c.version and later.version > 1);

grant usage on schema public to ${application_role};
grant select on data_set, training_figure to ${application_role};
grant update (revision) on data_set to ${application_role};
grant select, insert on training_type, training_session, head_count, training_tally to ${application_role};
-- Of a session only this ever changes; the rest is as it was recorded.
grant update (status, version) on training_session to ${application_role};

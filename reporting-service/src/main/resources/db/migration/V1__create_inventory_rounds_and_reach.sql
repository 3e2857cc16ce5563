-- A set of figures has a revision, which grows with every change, and an epoch, which changes when the data are
-- replaced as a whole.
create table data_set (
    name text not null,
    epoch uuid not null default gen_random_uuid(),
    revision bigint not null default 0,
    constraint pk_data_set primary key (name),
    constraint ck_data_set_revision check (revision >= 0)
);

insert into data_set (name) values ('reach');

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

create table inventory_round (
    id uuid not null,
    programme text not null,
    code text not null,
    name text not null,
    period_from date not null,
    period_until date not null,
    method text,
    researcher text,
    source text not null,
    note text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_inventory_round primary key (id),
    constraint uq_inventory_round_programme_code unique (programme, code),
    constraint ck_inventory_round_period check (period_from < period_until)
);

-- One row is one version of a reach figure: nothing is overwritten, the highest version counts. A tally is a figure
-- that its source gives only as a total.
create table reach_observation (
    observation_id uuid not null,
    version integer not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    reason text,
    tally boolean not null,
    reference text,
    programme text not null,
    project_id uuid,
    organisation_id text,
    round_id uuid,
    track text,
    action_line text,
    funding_instrument text,
    period_from date not null,
    period_until date not null,
    target_group text not null,
    quantity_kind text not null,
    quantity_value bigint,
    quantity_plus_minus bigint,
    quantity_minimum bigint,
    quantity_maximum bigint,
    quantity_text text,
    place_scope text not null,
    place_municipalities text[] not null,
    place_sub_area text,
    place_country text,
    included_in text,
    source text not null,
    note text,
    constraint pk_reach_observation primary key (observation_id, version),
    constraint fk_reach_observation_round_id foreign key (round_id) references inventory_round (id),
    constraint ck_reach_observation_version check (version >= 1),
    constraint ck_reach_observation_reason check (version = 1 or reason is not null),
    constraint ck_reach_observation_tally check (not tally or (project_id is null and included_in is null)),
    constraint ck_reach_observation_track check (track in ('LOCAL', 'NATIONAL', 'INTERNATIONAL')),
    constraint ck_reach_observation_action_line check (action_line in ('PREVENTION', 'PROACTION', 'REPRESSION')),
    constraint ck_reach_observation_funding_instrument check (funding_instrument in
        ('DECENTRALISATION_GRANT', 'SUBSIDY', 'PROCUREMENT', 'PRIZE', 'OWN_EXPENDITURE')),
    constraint ck_reach_observation_period check (period_from < period_until),
    constraint ck_reach_observation_target_group check (target_group in
        ('YOUTH_AND_PUPILS', 'PROFESSIONALS_AND_OFFICIALS', 'TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS', 'STUDENTS',
         'OTHER')),
    constraint ck_reach_observation_quantity check (is_quantity(
        quantity_kind, quantity_value, quantity_plus_minus, quantity_minimum, quantity_maximum, quantity_text)),
    constraint ck_reach_observation_place_scope check (place_scope in
        ('NATIONAL', 'REGIONAL', 'MUNICIPAL', 'SUB_MUNICIPAL', 'ABROAD', 'UNSPECIFIED'))
);

-- A natural id belongs to the figure, not to each of its versions.
create unique index uq_reach_observation_programme_reference on reach_observation (programme, tally, reference)
    where version = 1;
create index ix_reach_observation_programme_period on reach_observation (programme, period_from, period_until);
-- Corrections are few: finding what they replace must not cost a look at every figure.
create index ix_reach_observation_observation_id_version on reach_observation (observation_id, version)
    where version > 1;
create index ix_reach_observation_recorded_at on reach_observation (recorded_at, observation_id);
create index ix_reach_observation_project_id on reach_observation (project_id);
create index ix_reach_observation_organisation_id on reach_observation (organisation_id);

grant usage on schema public to ${application_role};
grant select on data_set to ${application_role};
grant update (revision) on data_set to ${application_role};
grant select, insert on inventory_round to ${application_role};
grant select, insert on reach_observation to ${application_role};

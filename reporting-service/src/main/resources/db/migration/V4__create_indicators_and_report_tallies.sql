-- What is measured before, during and after. That no baseline was taken is a value of its own, not an empty field.
create table indicator (
    id uuid not null,
    programme text not null,
    project_id uuid,
    organisation_id text,
    report_id uuid,
    track text,
    action_line text,
    funding_instrument text,
    intervention_types text[] not null,
    place_scope text not null,
    place_municipalities text[] not null,
    place_sub_area text,
    place_country text,
    name text not null,
    unit text not null,
    direction text not null,
    baseline_kind text not null,
    baseline_value numeric,
    baseline_measured_on date,
    baseline_reason text,
    target_value numeric,
    target_due_on date,
    source text not null,
    reference text,
    note text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_indicator primary key (id),
    constraint uq_indicator_programme_reference unique (programme, reference),
    constraint fk_indicator_report_id foreign key (report_id) references inventory_report (id),
    constraint ck_indicator_track check (track in ('LOCAL', 'NATIONAL', 'INTERNATIONAL')),
    constraint ck_indicator_action_line check (action_line in ('PREVENTION', 'PROACTION', 'REPRESSION')),
    constraint ck_indicator_funding_instrument check (funding_instrument in
        ('DECENTRALISATION_GRANT', 'SUBSIDY', 'PROCUREMENT', 'PRIZE', 'OWN_EXPENDITURE')),
    constraint ck_indicator_intervention_types check (intervention_types <@ array
        ['KNOWLEDGE_BUILDING', 'KNOWLEDGE_EXCHANGE', 'AWARENESS', 'NETWORK_BUILDING', 'INFORMATION_MANAGEMENT_SUPPORT',
         'INDIVIDUAL_INTERVENTION', 'GENERAL_EDUCATION']),
    constraint ck_indicator_place_scope check (place_scope in
        ('NATIONAL', 'REGIONAL', 'MUNICIPAL', 'SUB_MUNICIPAL', 'ABROAD', 'UNSPECIFIED')),
    constraint ck_indicator_direction check (direction in ('UP', 'DOWN')),
    constraint ck_indicator_baseline check (case baseline_kind
        when 'TAKEN' then baseline_value is not null and baseline_measured_on is not null and baseline_reason is null
        when 'NONE_TAKEN' then baseline_value is null and baseline_measured_on is null
        else false end),
    constraint ck_indicator_values check
        (coalesce(scale(baseline_value), 0) <= 2 and coalesce(scale(target_value), 0) <= 2),
    constraint ck_indicator_target check (target_value is not null or target_due_on is null)
);
create index ix_indicator_created_at on indicator (created_at, id);
create index ix_indicator_programme on indicator (programme);
create index ix_indicator_project_id on indicator (project_id);
create index ix_indicator_organisation_id on indicator (organisation_id);
create index ix_indicator_report_id on indicator (report_id) where report_id is not null;

-- One row is one version of what was measured on a day; nothing is overwritten, the highest version counts.
create table indicator_actual (
    indicator_id uuid not null,
    measured_on date not null,
    version integer not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    reason text,
    value numeric not null,
    source text not null,
    note text,
    constraint pk_indicator_actual primary key (indicator_id, measured_on, version),
    constraint fk_indicator_actual_indicator_id foreign key (indicator_id) references indicator (id),
    constraint ck_indicator_actual_value check (scale(value) <= 2),
    constraint ck_indicator_actual_version check (version >= 1),
    constraint ck_indicator_actual_reason check ((version = 1) = (reason is null))
);

-- How many reports on how many projects there are, where a source gives no more than the numbers.
create table inventory_report_tally (
    id uuid not null,
    programme text not null,
    round_id uuid,
    reports integer not null,
    projects integer not null,
    with_baseline integer,
    with_self_evaluation integer,
    with_independent_evaluation integer,
    source text not null,
    reference text,
    note text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_inventory_report_tally primary key (id),
    constraint uq_inventory_report_tally_programme_reference unique (programme, reference),
    constraint fk_inventory_report_tally_round_id foreign key (round_id) references inventory_round (id),
    constraint ck_inventory_report_tally_reports check (reports between 0 and projects),
    constraint ck_inventory_report_tally_with_baseline check (with_baseline between 0 and projects),
    constraint ck_inventory_report_tally_with_self_evaluation check (with_self_evaluation between 0 and projects),
    constraint ck_inventory_report_tally_with_independent_evaluation check
        (with_independent_evaluation between 0 and projects)
);
create index ix_inventory_report_tally_programme on inventory_report_tally (programme);
create index ix_inventory_report_tally_created_at on inventory_report_tally (created_at, id);

grant select, insert, update on indicator to ${application_role};
grant select, insert on indicator_actual to ${application_role};
grant select, insert on inventory_report_tally to ${application_role};

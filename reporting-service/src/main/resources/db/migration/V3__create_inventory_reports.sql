-- What the inventories and the judgements on effect say together has a revision of its own.
insert into data_set (name) values ('effects');

-- Which projects a round visits, as far as they are known one by one.
alter table inventory_round add column researcher_organisation_id text;

create table inventory_round_project (
    round_id uuid not null,
    project_id uuid not null,
    position integer not null,
    constraint pk_inventory_round_project primary key (round_id, project_id),
    constraint fk_inventory_round_project_round_id foreign key (round_id) references inventory_round (id)
);
create index ix_inventory_round_project_project_id on inventory_round_project (project_id);

-- A report as it stands now. What it says is one document: its sections are read together, and submitted together.
create table inventory_report (
    id uuid not null,
    programme text not null,
    round_id uuid,
    reference text,
    title text not null,
    state text not null,
    content text not null,
    approved_at timestamptz,
    published_at timestamptz,
    recorded_at timestamptz not null,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_inventory_report primary key (id),
    -- So that a report's projects can say which round they are of.
    constraint uq_inventory_report_id_round_id unique (id, round_id),
    constraint uq_inventory_report_programme_reference unique (programme, reference),
    constraint fk_inventory_report_round_id foreign key (round_id) references inventory_round (id),
    constraint ck_inventory_report_state check (state in
        ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED')),
    constraint ck_inventory_report_content check (content is json object),
    constraint ck_inventory_report_approved_at check
        ((approved_at is not null) = (state in ('APPROVED', 'PUBLISHED'))),
    constraint ck_inventory_report_published_at check ((published_at is not null) = (state = 'PUBLISHED'))
);
create index ix_inventory_report_round_id on inventory_report (round_id);
create index ix_inventory_report_programme_state on inventory_report (programme, state);
create index ix_inventory_report_created_at on inventory_report (created_at, id);
create index ix_inventory_report_approved_at on inventory_report (approved_at) where approved_at is not null;

-- The projects that a report is about now, with what it says of each: by whom, where, with what, how judged.
create table inventory_report_project (
    report_id uuid not null,
    project_id uuid not null,
    round_id uuid,
    position integer not null,
    organisation_id text,
    track text,
    action_line text,
    funding_instrument text,
    intervention_types text[] not null,
    place_scope text not null,
    place_municipalities text[] not null,
    place_sub_area text,
    place_country text,
    self_evaluation text,
    independent_evaluation text,
    constraint pk_inventory_report_project primary key (report_id, project_id),
    constraint uq_inventory_report_project_round_id_project_id unique nulls not distinct (round_id, project_id),
    constraint fk_inventory_report_project_report_id foreign key (report_id) references inventory_report (id),
    constraint fk_inventory_report_project_report_id_round_id foreign key (report_id, round_id)
        references inventory_report (id, round_id),
    constraint ck_inventory_report_project_track check (track in ('LOCAL', 'NATIONAL', 'INTERNATIONAL')),
    constraint ck_inventory_report_project_action_line check
        (action_line in ('PREVENTION', 'PROACTION', 'REPRESSION')),
    constraint ck_inventory_report_project_funding_instrument check (funding_instrument in
        ('DECENTRALISATION_GRANT', 'SUBSIDY', 'PROCUREMENT', 'PRIZE', 'OWN_EXPENDITURE')),
    constraint ck_inventory_report_project_intervention_types check (intervention_types <@ array
        ['KNOWLEDGE_BUILDING', 'KNOWLEDGE_EXCHANGE', 'AWARENESS', 'NETWORK_BUILDING', 'INFORMATION_MANAGEMENT_SUPPORT',
         'INDIVIDUAL_INTERVENTION', 'GENERAL_EDUCATION']),
    constraint ck_inventory_report_project_place_scope check (place_scope in
        ('NATIONAL', 'REGIONAL', 'MUNICIPAL', 'SUB_MUNICIPAL', 'ABROAD', 'UNSPECIFIED')),
    constraint ck_inventory_report_project_self_evaluation check (self_evaluation in ('YES', 'NO', 'UNKNOWN')),
    constraint ck_inventory_report_project_independent_evaluation check
        (independent_evaluation in ('YES', 'NO', 'UNKNOWN'))
);
create index ix_inventory_report_project_project_id on inventory_report_project (project_id);
create index ix_inventory_report_project_organisation_id on inventory_report_project (organisation_id);

-- Everything that a report has said and been, one row for each step; nothing is overwritten.
create table inventory_report_version (
    report_id uuid not null,
    version integer not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    step text not null,
    state text not null,
    reason text,
    content text not null,
    constraint pk_inventory_report_version primary key (report_id, version),
    constraint fk_inventory_report_version_report_id foreign key (report_id) references inventory_report (id),
    constraint ck_inventory_report_version_step check (step in
        ('CREATION', 'UPDATE', 'SUBMISSION', 'RETURN', 'APPROVAL', 'PUBLICATION', 'CORRECTION')),
    constraint ck_inventory_report_version_state check (state in
        ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED')),
    constraint ck_inventory_report_version_reason check ((reason is not null) = (step = 'CORRECTION')),
    constraint ck_inventory_report_version_content check (content is json object)
);

-- Why a report went back, section by section; of the step that returned it.
create table inventory_report_remark (
    report_id uuid not null,
    version integer not null,
    position integer not null,
    section text not null,
    remark text not null,
    constraint pk_inventory_report_remark primary key (report_id, version, position),
    constraint fk_inventory_report_remark_report_id foreign key (report_id, version)
        references inventory_report_version (report_id, version),
    constraint ck_inventory_report_remark_section check (section in
        ('PROJECTS', 'INTRODUCTION', 'BEFORE_THE_START', 'START_AND_SET_UP', 'OUTCOMES', 'GOAL_ATTAINMENT', 'REACH',
         'LESSONS', 'EMBEDDING', 'SOURCES'))
);

-- A reach figure can be of a report, and says how people were reached, how they were counted, and which other figures
-- may count the same people.
alter table reach_observation
    add column report_id uuid,
    add column intensity text,
    add column method text,
    add column overlaps_with uuid[] not null default '{}',
    add constraint fk_reach_observation_report_id foreign key (report_id) references inventory_report (id),
    add constraint ck_reach_observation_report_id check (not tally or report_id is null),
    add constraint ck_reach_observation_intensity check (intensity in
        ('INDIVIDUAL_GUIDANCE', 'COURSE', 'EVENT', 'EXHIBITION', 'MEDIA')),
    add constraint ck_reach_observation_method check (method in ('REGISTERED', 'COUNTED', 'ESTIMATED'));
create index ix_reach_observation_report_id on reach_observation (report_id) where report_id is not null;
create index ix_reach_observation_round_id on reach_observation (round_id) where round_id is not null;

-- What a project's figure is about now. A figure has versions and may become about something else, so the rule that
-- nothing is counted twice cannot stand on the versions. Municipalities are in the order of their codes.
create table reach_observation_key (
    observation_id uuid not null,
    project_id uuid not null,
    target_group text not null,
    period_from date not null,
    period_until date not null,
    place_scope text not null,
    place_municipalities text[] not null,
    place_sub_area text,
    place_country text,
    intensity text,
    constraint pk_reach_observation_key primary key (observation_id),
    constraint uq_reach_observation_key unique nulls not distinct
        (project_id, target_group, period_from, period_until, place_scope, place_municipalities, place_sub_area,
         place_country, intensity)
);

-- Of figures from before this rule that are about the same, the first has the key; the others stay as they are.
insert into reach_observation_key
select e.observation_id, e.project_id, e.target_group, e.period_from, e.period_until, e.place_scope,
    array(select code from unnest(e.place_municipalities) as code order by code), e.place_sub_area, e.place_country,
    e.intensity
from reach_observation e
where not e.tally and e.project_id is not null
    and not exists (select 1 from reach_observation later
        where later.observation_id = e.observation_id and later.version > e.version and later.version > 1)
order by e.recorded_at, e.observation_id
on conflict do nothing;

grant select, insert on inventory_round_project to ${application_role};
grant select, insert, update on inventory_report to ${application_role};
-- A draft may let go of a project; what it said stays in its versions.
grant select, insert, update, delete on inventory_report_project to ${application_role};
grant select, insert on inventory_report_version to ${application_role};
grant select, insert on inventory_report_remark to ${application_role};
-- A figure that turns out to be of no project lets go of its key.
grant select, insert, update, delete on reach_observation_key to ${application_role};

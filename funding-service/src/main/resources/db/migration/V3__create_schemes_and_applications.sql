-- A scheme's bounds of one purpose may not overlap; comparing texts beside ranges takes this (trusted) extension.
create extension if not exists btree_gist;

-- The words of a text, as they are searched for: each word of a query is the beginning of one of them. Punctuation
-- separates words whatever stands around it, so that 2007-2011 is two numbers and not one below zero.
create function searchable(words text) returns tsvector
    language sql immutable
    return to_tsvector('simple', translate(words, $$!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~$$, repeat(' ', 32)));

-- The municipalities of a place and those that take part besides, as one list to search.
create function all_municipalities(place text[], partners text[]) returns text[]
    language sql immutable
    return coalesce(place, '{}') || coalesce(partners, '{}');

-- Valid from and until are the days that the organisation was there under this name; who came after it is its successor.
alter table organisation
    add column parent text,
    add column valid_from date,
    add column valid_until date,
    add column successor text,
    add column source text,
    add column search tsvector generated always as (searchable(number || ' ' || name)) stored,
    add constraint fk_organisation_parent foreign key (parent) references organisation (number),
    add constraint fk_organisation_successor foreign key (successor) references organisation (number),
    add constraint ck_organisation_parent check (parent <> number),
    add constraint ck_organisation_successor check (successor <> number),
    add constraint ck_organisation_validity check (valid_from < valid_until);

create index ix_organisation_name_number on organisation (name, number);
create index ix_organisation_kind_number on organisation (kind, number);
create index ix_organisation_municipality_number on organisation (municipality, number);
create index ix_organisation_parent on organisation (parent) where parent is not null;
create index ix_organisation_successor on organisation (successor) where successor is not null;
create index ix_organisation_search on organisation using gin (search);

alter table project
    add column intervention_types text[] not null default '{}',
    add column phenomena text[] not null default '{}',
    add column partner_municipalities text[] not null default '{}',
    add column municipalities text[] not null
        generated always as (all_municipalities(place_municipalities, partner_municipalities)) stored,
    add column search tsvector
        generated always as (searchable(code || ' ' || name || ' ' || coalesce(description, ''))) stored,
    add constraint ck_project_intervention_types check (intervention_types <@ array[
        'KNOWLEDGE_BUILDING', 'KNOWLEDGE_EXCHANGE', 'AWARENESS', 'NETWORK_BUILDING', 'INFORMATION_MANAGEMENT_SUPPORT',
        'INDIVIDUAL_INTERVENTION', 'GENERAL_EDUCATION']),
    add constraint ck_project_phenomena check (phenomena <@ array[
        'POLARISATION', 'ISLAMIST_EXTREMISM', 'RIGHT_WING_EXTREMISM', 'LEFT_WING_EXTREMISM', 'ANIMAL_RIGHTS_EXTREMISM']),
    add constraint ck_project_partner_municipalities check (
        array_to_string(partner_municipalities, ' ', '-') ~ '^(GM[0-9]{4}( GM[0-9]{4})*)?$');

create index ix_project_code_id on project (code, id);
create index ix_project_name_id on project (name, id);
create index ix_project_created_at_id on project (created_at, id);
create index ix_project_municipalities on project using gin (municipalities);
create index ix_project_intervention_types on project using gin (intervention_types);
create index ix_project_phenomena on project using gin (phenomena);
create index ix_project_search on project using gin (search);
create index ix_project_period on project using gist (daterange(period_from, period_until))
    where period_from is not null;
create index ix_project_funding_instrument_code on project (funding_instrument, code);
create index ix_project_track_code on project (track, code);
create index ix_project_action_line_code on project (action_line, code);
create index ix_project_organisation_id_code on project (organisation_id, code);

-- A scheme (regeling): how money of a programme can be asked for, by whom, and within which bounds.
create table scheme (
    id uuid not null,
    programme text not null,
    code text not null,
    name text not null,
    name_dutch text,
    funding_instrument text not null,
    applicant_kinds text[] not null,
    open_from date,
    open_until date,
    currency char(3) not null default 'EUR',
    ceiling numeric(14, 2),
    allocation_order text,
    budget_line_id uuid,
    source text not null,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_scheme primary key (id),
    constraint uq_scheme_code unique (code),
    constraint uq_scheme_programme_code unique (programme, code),
    constraint fk_scheme_programme foreign key (programme) references programme (code),
    -- Also says that scheme and budget line are of one programme.
    constraint fk_scheme_programme_budget_line_id foreign key (programme, budget_line_id)
        references budget_line (programme, id),
    constraint ck_scheme_funding_instrument check (funding_instrument in ('DECENTRALISATION_GRANT', 'SUBSIDY')),
    constraint ck_scheme_applicant_kinds check (cardinality(applicant_kinds) > 0
        and applicant_kinds <@ array['MUNICIPALITY', 'NON_PROFIT', 'GOVERNMENT_BODY']),
    constraint ck_scheme_open check (open_from < open_until),
    constraint ck_scheme_currency check (currency = 'EUR'),
    constraint ck_scheme_ceiling check (ceiling > 0),
    constraint ck_scheme_allocation_order check (allocation_order in ('ORDER_OF_RECEIPT', 'RANKING', 'DISTRIBUTION')),
    -- Without an order of allocation a ceiling says nothing about who gets the last of the money (Awb 4:26).
    constraint ck_scheme_ceiling_allocation_order check ((ceiling is null) or (allocation_order is not null))
);

create index ix_scheme_budget_line_id on scheme (budget_line_id);

-- The state's share of the cost of a project, in percent, and the days that these bounds hold for.
create table scheme_bound (
    scheme_id uuid not null,
    position integer not null,
    purpose text not null,
    minimum_share numeric(5, 2) not null,
    maximum_share numeric(5, 2) not null,
    valid_from date not null,
    valid_until date,
    constraint pk_scheme_bound primary key (scheme_id, position),
    constraint fk_scheme_bound_scheme_id foreign key (scheme_id) references scheme (id),
    constraint ck_scheme_bound_purpose check (purpose in ('PROJECT', 'EXPLORATORY_STUDY')),
    constraint ck_scheme_bound_share check (minimum_share >= 0 and minimum_share <= maximum_share
        and maximum_share <= 100 and maximum_share > 0),
    constraint ck_scheme_bound_validity check (valid_from < valid_until),
    -- Deferred: a scheme's bounds change together, in any order.
    constraint ex_scheme_bound_scheme_id_purpose_validity exclude using gist (
        scheme_id with =, purpose with =, daterange(valid_from, valid_until) with &&) deferrable initially deferred
);

-- Duties that each award under the scheme gets a copy of; due on a day, or so many days after the award.
create table scheme_condition (
    scheme_id uuid not null,
    position integer not null,
    text text not null,
    enforceable boolean not null,
    due_date date,
    due_days_after_award integer,
    constraint pk_scheme_condition primary key (scheme_id, position),
    constraint fk_scheme_condition_scheme_id foreign key (scheme_id) references scheme (id),
    constraint ck_scheme_condition_due check (num_nonnulls(due_date, due_days_after_award) <= 1),
    constraint ck_scheme_condition_due_days_after_award check (due_days_after_award between 0 and 36500)
);

-- An application (aanvraag). A draft may lack almost everything; whatever is submitted was whole on that day.
create table application (
    id uuid not null,
    organisation_id text not null,
    status text not null,
    scheme text,
    programme text,
    funding_instrument text,
    title text,
    description text,
    purpose text,
    track text,
    action_line text,
    intervention_types text[] not null default '{}',
    phenomena text[] not null default '{}',
    target_groups text[] not null default '{}',
    period_from date,
    period_until date,
    place_scope text,
    place_municipalities text[],
    place_sub_area text,
    place_country text,
    partner_municipalities text[] not null default '{}',
    municipalities text[] not null
        generated always as (all_municipalities(place_municipalities, partner_municipalities)) stored,
    search tsvector generated always as (searchable(coalesce(title, '') || ' ' || coalesce(description, ''))) stored,
    currency char(3) not null default 'EUR',
    total_cost numeric(14, 2) not null,
    own_contribution numeric(14, 2),
    other_funding numeric(14, 2),
    requested_amount numeric(14, 2),
    officer text,
    submitted_at timestamptz,
    decision_due date,
    completion_requested_on date,
    completion_deadline date,
    completion_missing text,
    completed_on date,
    advice text,
    assessed_at timestamptz,
    assessed_by text,
    decision_reasons text,
    awarded_amount numeric(14, 2),
    decided_at timestamptz,
    decided_by text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_application primary key (id),
    constraint fk_application_organisation_id foreign key (organisation_id) references organisation (number),
    -- Also says that the programme is the scheme's.
    constraint fk_application_programme_scheme foreign key (programme, scheme) references scheme (programme, code),
    constraint ck_application_scheme check (num_nonnulls(scheme, programme, funding_instrument) in (0, 3)),
    constraint ck_application_status check (status in ('DRAFT', 'SUBMITTED', 'INCOMPLETE', 'ASSESSED', 'GRANTED',
        'REFUSED', 'NOT_CONSIDERED', 'WITHDRAWN')),
    constraint ck_application_funding_instrument check (funding_instrument in ('DECENTRALISATION_GRANT', 'SUBSIDY')),
    constraint ck_application_purpose check (purpose in ('PROJECT', 'EXPLORATORY_STUDY')),
    constraint ck_application_track check (track in ('LOCAL', 'NATIONAL', 'INTERNATIONAL')),
    constraint ck_application_action_line check (action_line in ('PREVENTION', 'PROACTION', 'REPRESSION')),
    constraint ck_application_intervention_types check (intervention_types <@ array[
        'KNOWLEDGE_BUILDING', 'KNOWLEDGE_EXCHANGE', 'AWARENESS', 'NETWORK_BUILDING', 'INFORMATION_MANAGEMENT_SUPPORT',
        'INDIVIDUAL_INTERVENTION', 'GENERAL_EDUCATION']),
    constraint ck_application_phenomena check (phenomena <@ array[
        'POLARISATION', 'ISLAMIST_EXTREMISM', 'RIGHT_WING_EXTREMISM', 'LEFT_WING_EXTREMISM', 'ANIMAL_RIGHTS_EXTREMISM']),
    constraint ck_application_target_groups check (target_groups <@ array[
        'YOUTH_AND_PUPILS', 'PROFESSIONALS_AND_OFFICIALS', 'TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS', 'OTHER',
        'STUDENTS']),
    constraint ck_application_period check (
        num_nonnulls(period_from, period_until) in (0, 2) and coalesce(period_from < period_until, true)),
    constraint ck_application_place_scope check (place_scope in
        ('NATIONAL', 'REGIONAL', 'MUNICIPAL', 'SUB_MUNICIPAL', 'ABROAD', 'UNSPECIFIED')),
    constraint ck_application_place_municipalities check ((place_scope is null) = (place_municipalities is null)),
    constraint ck_application_partner_municipalities check (
        array_to_string(partner_municipalities, ' ', '-') ~ '^(GM[0-9]{4}( GM[0-9]{4})*)?$'),
    constraint ck_application_currency check (currency = 'EUR'),
    constraint ck_application_amounts check (total_cost >= 0 and own_contribution >= 0 and other_funding >= 0
        and requested_amount > 0 and awarded_amount > 0),
    constraint ck_application_awarded_amount check ((status = 'GRANTED') = (awarded_amount is not null)),
    constraint ck_application_sum check (status not in ('SUBMITTED', 'GRANTED') or
        total_cost = coalesce(own_contribution, 0) + coalesce(other_funding, 0) + coalesce(requested_amount, 0)),
    -- Whatever is before the officer was submitted to a scheme and has a day to decide by.
    constraint ck_application_submitted_at check (status in ('DRAFT', 'WITHDRAWN')
        or num_nonnulls(submitted_at, scheme, decision_due) = 3),
    constraint ck_application_completion check (
        num_nonnulls(completion_requested_on, completion_deadline, completion_missing) in (0, 3)
        and coalesce(completion_requested_on < completion_deadline, true)),
    constraint ck_application_completed_on check (completed_on is null or completion_deadline is not null),
    constraint ck_application_incomplete check (status <> 'INCOMPLETE'
        or (completion_deadline is not null and completed_on is null)),
    constraint ck_application_not_considered check (status <> 'NOT_CONSIDERED' or completion_deadline is not null),
    constraint ck_application_assessed_at check (num_nonnulls(advice, assessed_at, assessed_by) in (0, 3)),
    constraint ck_application_decision check (num_nonnulls(decision_reasons, decided_at, decided_by) =
        case when status in ('GRANTED', 'REFUSED', 'NOT_CONSIDERED') then 3 else 0 end)
);

create index ix_application_created_at_id on application (created_at, id);
create index ix_application_status_created_at on application (status, created_at);
create index ix_application_organisation_id_created_at on application (organisation_id, created_at);
create index ix_application_programme_scheme_created_at on application (programme, scheme, created_at);
create index ix_application_scheme_created_at on application (scheme, created_at);
create index ix_application_funding_instrument_created_at on application (funding_instrument, created_at);
create index ix_application_track_created_at on application (track, created_at);
create index ix_application_action_line_created_at on application (action_line, created_at);
create index ix_application_officer_created_at on application (officer, created_at);
create index ix_application_decision_due on application (decision_due)
    where status in ('SUBMITTED', 'INCOMPLETE', 'ASSESSED');
create index ix_application_municipalities on application using gin (municipalities);
create index ix_application_intervention_types on application using gin (intervention_types);
create index ix_application_phenomena on application using gin (phenomena);
create index ix_application_search on application using gin (search);
create index ix_application_period on application using gist (daterange(period_from, period_until))
    where period_from is not null;

create table application_cost_line (
    application_id uuid not null,
    position integer not null,
    category text,
    description text,
    amount numeric(14, 2),
    constraint pk_application_cost_line primary key (application_id, position),
    constraint fk_application_cost_line_application_id foreign key (application_id) references application (id),
    constraint ck_application_cost_line_category check (category in
        ('PERSONNEL', 'MATERIAL', 'EXTERNAL_SERVICES', 'TRAVEL_AND_VENUE', 'OVERHEAD', 'OTHER')),
    constraint ck_application_cost_line_amount check (amount > 0)
);

create table application_score (
    application_id uuid not null,
    position integer not null,
    criterion text not null,
    score integer not null,
    remark text,
    constraint pk_application_score primary key (application_id, position),
    constraint uq_application_score_application_id_criterion unique (application_id, criterion),
    constraint fk_application_score_application_id foreign key (application_id) references application (id),
    constraint ck_application_score_criterion check (criterion in
        ('NEED', 'APPROACH', 'COOPERATION', 'EMBEDDING', 'EVALUATION_PLAN')),
    constraint ck_application_score_score check (score between 1 and 5)
);

-- Every transition of an application, in order: what happened stands.
create table application_event (
    application_id uuid not null,
    position integer not null,
    transition text not null,
    status text not null,
    note text,
    happened_at timestamptz not null,
    happened_by text not null,
    constraint pk_application_event primary key (application_id, position),
    constraint fk_application_event_application_id foreign key (application_id) references application (id),
    constraint ck_application_event_transition check (transition in
        ('submission', 'completion-request', 'assessment', 'decision', 'withdrawal')),
    constraint ck_application_event_status check (status in ('SUBMITTED', 'INCOMPLETE', 'ASSESSED', 'GRANTED',
        'REFUSED', 'NOT_CONSIDERED', 'WITHDRAWN'))
);

-- What a record is known by outside never changes: codes, numbers, and who made it when.
grant update (name, name_dutch, period_from, period_until, version) on programme to ${application_role};
grant update (name, kind, municipality, parent, valid_from, valid_until, successor, source, version)
    on organisation to ${application_role};
grant update (name, organisation_id, funding_instrument, track, action_line, parent_id, period_from, period_until,
    place_scope, place_municipalities, place_sub_area, place_country, partner_municipalities, intervention_types,
    phenomena, description, notes, source, version) on project to ${application_role};
grant select, insert, update on scheme, application to ${application_role};
grant select, insert, update, delete on scheme_bound, scheme_condition, application_cost_line to ${application_role};
grant select, insert on application_score, application_event to ${application_role};

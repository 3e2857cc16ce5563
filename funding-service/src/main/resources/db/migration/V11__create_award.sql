-- A grant of money to an organisation. What it comes to is kept beside what is paid and held of it, so that the
-- database has the last word on both.
create table award (
    id uuid not null,
    programme text not null,
    scheme text,
    funding_instrument text not null,
    number text not null,
    organisation_id text not null,
    application_id uuid,
    project_id uuid,
    title text not null,
    status text not null,
    currency char(3) not null,
    amount numeric(14, 2) not null,
    total_cost numeric(14, 2),
    settled_amount numeric(14, 2),
    reserved numeric(14, 2) not null,
    disbursed numeric(14, 2) not null,
    reclaimed numeric(14, 2) not null,
    purpose text not null,
    budget_line_id uuid,
    year integer not null,
    decided_on date not null,
    decided_by text not null,
    officer text,
    period_from date not null,
    period_until date not null,
    accountability_due date,
    accounted_spent numeric(14, 2),
    accounted_report text,
    accounted_on date,
    accounted_by text,
    track text,
    action_line text,
    place_scope text,
    place_municipalities text[],
    place_sub_area text,
    place_country text,
    partner_municipalities text[] not null,
    source text,
    note text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_award primary key (id),
    constraint uq_award_programme_number unique (programme, number),
    constraint uq_award_application_id unique (application_id),
    constraint fk_award_programme foreign key (programme) references programme (code),
    -- Also says that the programme is the scheme's.
    constraint fk_award_programme_scheme foreign key (programme, scheme) references scheme (programme, code),
    constraint fk_award_application_id foreign key (application_id) references application (id),
    constraint fk_award_organisation_id foreign key (organisation_id) references organisation (number),
    constraint fk_award_programme_project_id foreign key (programme, project_id) references project (programme, id),
    constraint fk_award_programme_budget_line_id foreign key (programme, budget_line_id)
        references budget_line (programme, id),
    constraint ck_award_funding_instrument check (funding_instrument in ('DECENTRALISATION_GRANT', 'SUBSIDY')),
    constraint ck_award_status check (case funding_instrument
        when 'SUBSIDY' then status in ('GRANTED', 'AMENDED', 'ACCOUNTED', 'SETTLED', 'REVOKED')
        else status in ('GRANTED', 'PAID') end),
    constraint ck_award_currency check (currency = 'EUR'),
    constraint ck_award_amount check (amount > 0),
    constraint ck_award_total_cost check (total_cost >= amount),
    constraint ck_award_settled_amount check (settled_amount between 0 and amount),
    constraint ck_award_settled_amount_status check (status <> 'SETTLED' or settled_amount is not null),
    constraint ck_award_reserved check (reserved >= 0),
    constraint ck_award_disbursed check (disbursed >= 0 and reserved + disbursed <= amount),
    constraint ck_award_reclaimed check (reclaimed >= 0 and reclaimed <= disbursed),
    constraint ck_award_reclaimed_funding_instrument check (reclaimed = 0 or funding_instrument = 'SUBSIDY'),
    constraint ck_award_paid check (status <> 'PAID' or disbursed = amount),
    constraint ck_award_accounted_on check (
        num_nonnulls(accounted_spent, accounted_report, accounted_on, accounted_by) in (0, 4)),
    constraint ck_award_accounted_on_status check (status <> 'ACCOUNTED' or accounted_on is not null),
    constraint ck_award_accounted_spent check (accounted_spent >= 0),
    constraint ck_award_purpose check (purpose in ('PROJECT', 'EXPLORATORY_STUDY')),
    constraint ck_award_year check (year between 1900 and 2199),
    constraint ck_award_period check (period_from < period_until),
    constraint ck_award_track check (track in ('LOCAL', 'NATIONAL', 'INTERNATIONAL')),
    constraint ck_award_action_line check (action_line in ('PREVENTION', 'PROACTION', 'REPRESSION')),
    constraint ck_award_place_scope check (place_scope in
        ('NATIONAL', 'REGIONAL', 'MUNICIPAL', 'SUB_MUNICIPAL', 'ABROAD', 'UNSPECIFIED')),
    constraint ck_award_place_municipalities check ((place_scope is null) = (place_municipalities is null)),
    constraint ck_award_partner_municipalities check (
        array_to_string(partner_municipalities, ' ', '-') ~ '^(GM[0-9]{4}( GM[0-9]{4})*)?$')
);

create index ix_award_number_id on award (number, id);
create index ix_award_created_at_id on award (created_at, id);
create index ix_award_decided_on_id on award (decided_on, id);
create index ix_award_organisation_id_number on award (organisation_id, number, id);
create index ix_award_scheme on award (scheme, number, id);
create index ix_award_funding_instrument on award (funding_instrument, number, id);
create index ix_award_action_line on award (action_line, number, id);
create index ix_award_project_id on award (project_id) where project_id is not null;
create index ix_award_status on award (status, number, id);
create index ix_award_year on award (year, number, id);
create index ix_award_officer on award (officer, number, id);
create index ix_award_accountability_due on award (accountability_due)
    where status in ('GRANTED', 'AMENDED');

create function award_words(number text, title text) returns tsvector
    language sql immutable
    return searchable(number || ' ' || title);

create index ix_award_words on award using gin (award_words(number, title));

-- Numbers of awards that come from a decision in the system.
create sequence award_number;

-- One row for each municipality that an award serves, the partners too, with what awards are ordered by: one index
-- then serves the filter, the order and the position, and a page costs the same however many awards there are.
create table award_municipality (
    municipality text not null,
    award_id uuid not null,
    number text not null,
    created_at timestamptz not null,
    decided_on date not null,
    constraint pk_award_municipality primary key (award_id, municipality),
    constraint fk_award_municipality_award_id foreign key (award_id) references award (id),
    constraint ck_award_municipality_municipality check (municipality ~ '^GM[0-9]{4}$')
);

create index ix_award_municipality_number on award_municipality (municipality, number, award_id);
create index ix_award_municipality_created_at on award_municipality (municipality, created_at, award_id);
create index ix_award_municipality_decided_on on award_municipality (municipality, decided_on, award_id);

-- When which part is to be paid. A part that is replaced is withdrawn, not deleted.
create table award_instalment (
    id uuid not null,
    award_id uuid not null,
    position integer not null,
    due date not null,
    amount numeric(14, 2) not null,
    withdrawn boolean not null,
    disbursement_id uuid,
    paid_on date,
    constraint pk_award_instalment primary key (id),
    constraint uq_award_instalment_award_id_position unique (award_id, position),
    constraint fk_award_instalment_award_id foreign key (award_id) references award (id),
    constraint ck_award_instalment_position check (position >= 1),
    constraint ck_award_instalment_amount check (amount > 0),
    constraint ck_award_instalment_withdrawn check (not withdrawn or disbursement_id is null),
    constraint ck_award_instalment_paid_on check (paid_on is null or disbursement_id is not null)
);

create index ix_award_instalment_due on award_instalment (due) where not withdrawn and paid_on is null;

-- What was decided about an award, by whom: never changed.
create table award_decision (
    id uuid not null,
    award_id uuid not null,
    kind text not null,
    decided_on date not null,
    decided_by text not null,
    amount numeric(14, 2) not null,
    ex_officio boolean not null,
    ground text,
    reasons text,
    created_at timestamptz not null,
    created_by text not null,
    constraint pk_award_decision primary key (id),
    constraint fk_award_decision_award_id foreign key (award_id) references award (id),
    constraint ck_award_decision_kind check (kind in ('GRANT', 'AMENDMENT', 'SETTLEMENT', 'REVOCATION')),
    constraint ck_award_decision_amount check (amount >= 0),
    constraint ck_award_decision_ex_officio check (not ex_officio or kind = 'SETTLEMENT'),
    constraint ck_award_decision_ground check ((kind = 'REVOCATION') = (ground is not null)),
    constraint ck_award_decision_ground_code check (ground in ('NOT_CARRIED_OUT', 'CONDITIONS_NOT_MET',
        'INCORRECT_INFORMATION', 'INCORRECT_DECISION', 'CHANGED_CIRCUMSTANCES'))
);

create index ix_award_decision_award_id on award_decision (award_id);

-- A claim for what was paid without right to it (Awb 4:57).
create table reclaim (
    id uuid not null,
    award_id uuid not null,
    organisation_id text not null,
    currency char(3) not null,
    amount numeric(14, 2) not null,
    due_on date,
    reasons text not null,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_reclaim primary key (id),
    constraint fk_reclaim_award_id foreign key (award_id) references award (id),
    constraint fk_reclaim_organisation_id foreign key (organisation_id) references organisation (number),
    constraint ck_reclaim_currency check (currency = 'EUR'),
    constraint ck_reclaim_amount check (amount > 0)
);

create index ix_reclaim_award_id on reclaim (award_id, created_at, id);

alter table budget_entry add constraint fk_budget_entry_award_id foreign key (award_id) references award (id);

grant select, insert on award, award_municipality, award_instalment, award_decision, reclaim
    to ${application_role};
grant update (status, amount, total_cost, settled_amount, reserved, disbursed, reclaimed, period_from, period_until,
    accountability_due, accounted_spent, accounted_report, accounted_on, accounted_by, title, project_id, officer, track, action_line, note, version) on award to ${application_role};
grant update (withdrawn, disbursement_id, paid_on) on award_instalment to ${application_role};
grant usage on sequence award_number to ${application_role};

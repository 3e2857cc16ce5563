-- A set of figures has a revision, which grows with every change, and an epoch, which changes when the data are
-- replaced as a whole. Budget, projects and award tallies are one set: the finances report reads all three.
create table data_set (
    name text not null,
    epoch uuid not null default gen_random_uuid(),
    revision bigint not null default 0,
    constraint pk_data_set primary key (name),
    constraint ck_data_set_revision check (revision >= 0)
);

insert into data_set (name) values ('funding');

create table programme (
    id uuid not null,
    code text not null,
    name text not null,
    name_dutch text,
    period_from date not null,
    period_until date not null,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_programme primary key (id),
    constraint uq_programme_code unique (code),
    constraint ck_programme_period check (period_from < period_until)
);

-- Other services and tokens know an organisation by its number, so that is its key here too.
create table organisation (
    number text not null,
    name text not null,
    kind text not null,
    municipality text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_organisation primary key (number),
    constraint ck_organisation_kind check (kind in ('MUNICIPALITY', 'NON_PROFIT', 'GOVERNMENT_BODY')),
    constraint ck_organisation_municipality check (municipality ~ '^GM[0-9]{4}$')
);

create table budget_line (
    id uuid not null,
    programme text not null,
    code text not null,
    name text not null,
    parent_id uuid,
    depth integer not null,
    ceiling boolean not null,
    position integer,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_budget_line primary key (id),
    constraint uq_budget_line_programme_code unique (programme, code),
    constraint uq_budget_line_programme_id unique (programme, id),
    constraint fk_budget_line_programme foreign key (programme) references programme (code),
    -- Also says that parent and child are of one programme.
    constraint fk_budget_line_programme_parent_id foreign key (programme, parent_id)
        references budget_line (programme, id),
    constraint ck_budget_line_depth check (depth between 1 and 10),
    constraint ck_budget_line_parent_id check ((depth = 1) = (parent_id is null))
);

create unique index uq_budget_line_programme_root on budget_line (programme) where parent_id is null;
create index ix_budget_line_parent_id on budget_line (parent_id);

-- Entries are never changed: a correction is an entry of the opposite sign.
create table budget_entry (
    id uuid not null,
    programme text not null,
    line_id uuid not null,
    year integer not null,
    kind text not null,
    currency char(3) not null,
    amount numeric(14, 2) not null,
    destination text,
    reallocation_reason text,
    corrects uuid,
    rounded_to numeric(14, 2),
    below_threshold numeric(14, 2),
    source text not null,
    reference text,
    note text,
    created_at timestamptz not null,
    created_by text not null,
    constraint pk_budget_entry primary key (id),
    constraint uq_budget_entry_programme_reference unique (programme, reference),
    constraint uq_budget_entry_line_id_year_kind_id unique (line_id, year, kind, id),
    constraint fk_budget_entry_programme_line_id foreign key (programme, line_id) references budget_line (programme, id),
    -- Also says that a correction is of the same line, year and kind.
    constraint fk_budget_entry_line_id_year_kind_corrects foreign key (line_id, year, kind, corrects)
        references budget_entry (line_id, year, kind, id),
    constraint ck_budget_entry_year check (year between 1900 and 2199),
    constraint ck_budget_entry_kind check (kind in ('BUDGETED', 'COMMITMENT', 'REALLOCATION', 'DISBURSEMENT')),
    constraint ck_budget_entry_currency check (currency = 'EUR'),
    constraint ck_budget_entry_amount check (amount <> 0 or below_threshold is not null),
    constraint ck_budget_entry_destination check ((kind = 'REALLOCATION') = (destination is not null)),
    constraint ck_budget_entry_reallocation_reason check ((kind = 'REALLOCATION') = (reallocation_reason is not null)),
    constraint ck_budget_entry_reallocation_reason_code check (reallocation_reason in
        ('OTHER_PRIORITY', 'CUT_OR_UNSPENT', 'YEAR_END_MARGIN', 'TRANSFER')),
    constraint ck_budget_entry_corrects check (corrects <> id),
    constraint ck_budget_entry_rounded_to check (rounded_to > 0),
    constraint ck_budget_entry_below_threshold check (below_threshold > 0)
);

create index ix_budget_entry_programme_line_id_year on budget_entry (programme, line_id, year);
create index ix_budget_entry_corrects on budget_entry (corrects) where corrects is not null;

-- What the entries of a ceiling line with all beneath it add up to. Entries stay the truth; this is where the database
-- has the last word on a ceiling, at a cost that does not grow with the entries.
create table budget_ceiling (
    line_id uuid not null,
    year integer not null,
    budgeted numeric(16, 2) not null,
    reallocated numeric(16, 2) not null,
    committed numeric(16, 2) not null,
    disbursed numeric(16, 2) not null,
    constraint pk_budget_ceiling primary key (line_id, year),
    constraint fk_budget_ceiling_line_id foreign key (line_id) references budget_line (id),
    constraint ck_budget_ceiling_committed check (committed <= budgeted - reallocated),
    constraint ck_budget_ceiling_disbursed check (disbursed <= budgeted - reallocated)
);

-- The amounts of a programme's entries added up without their signs: while this is an amount that numeric(14,2) holds,
-- so is every sum of entries that an answer can show.
create table budget_volume (
    programme text not null,
    amount numeric(14, 2) not null,
    constraint pk_budget_volume primary key (programme),
    constraint fk_budget_volume_programme foreign key (programme) references programme (code),
    constraint ck_budget_volume_amount check (amount >= 0)
);

create table project (
    id uuid not null,
    programme text not null,
    code text not null,
    name text not null,
    organisation_id text,
    funding_instrument text,
    track text,
    action_line text,
    parent_id uuid,
    period_from date,
    period_until date,
    place_scope text,
    place_municipalities text[],
    place_sub_area text,
    place_country text,
    description text,
    notes text[] not null,
    source text not null,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_project primary key (id),
    constraint uq_project_programme_code unique (programme, code),
    constraint uq_project_programme_id unique (programme, id),
    constraint fk_project_programme foreign key (programme) references programme (code),
    constraint fk_project_organisation_id foreign key (organisation_id) references organisation (number),
    constraint fk_project_programme_parent_id foreign key (programme, parent_id) references project (programme, id),
    constraint ck_project_funding_instrument check (funding_instrument in
        ('DECENTRALISATION_GRANT', 'SUBSIDY', 'PROCUREMENT', 'PRIZE', 'OWN_EXPENDITURE')),
    constraint ck_project_track check (track in ('LOCAL', 'NATIONAL', 'INTERNATIONAL')),
    constraint ck_project_action_line check (action_line in ('PREVENTION', 'PROACTION', 'REPRESSION')),
    constraint ck_project_parent_id check (parent_id <> id),
    constraint ck_project_period check (
        num_nonnulls(period_from, period_until) in (0, 2) and coalesce(period_from < period_until, true)),
    constraint ck_project_place_scope check (place_scope in
        ('NATIONAL', 'REGIONAL', 'MUNICIPAL', 'SUB_MUNICIPAL', 'ABROAD', 'UNSPECIFIED')),
    constraint ck_project_place_municipalities check ((place_scope is null) = (place_municipalities is null))
);

create index ix_project_organisation_id on project (organisation_id);
create index ix_project_parent_id on project (parent_id);

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

-- A number of awards that its source gives only as a total. One row is one version: nothing is overwritten, the
-- highest version counts.
create table award_tally (
    tally_id uuid not null,
    version integer not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    reason text,
    programme text not null,
    funding_instrument text not null,
    period_from date not null,
    period_until date not null,
    quantity_kind text not null,
    quantity_value bigint,
    quantity_plus_minus bigint,
    quantity_minimum bigint,
    quantity_maximum bigint,
    quantity_text text,
    source text not null,
    reference text,
    note text,
    constraint pk_award_tally primary key (tally_id, version),
    constraint fk_award_tally_programme foreign key (programme) references programme (code),
    constraint ck_award_tally_version check (version >= 1),
    constraint ck_award_tally_reason check (version = 1 or reason is not null),
    constraint ck_award_tally_funding_instrument check (funding_instrument in
        ('DECENTRALISATION_GRANT', 'SUBSIDY', 'PROCUREMENT', 'PRIZE', 'OWN_EXPENDITURE')),
    constraint ck_award_tally_period check (period_from < period_until),
    constraint ck_award_tally_quantity check (is_quantity(
        quantity_kind, quantity_value, quantity_plus_minus, quantity_minimum, quantity_maximum, quantity_text))
);

-- A natural id belongs to the figure, not to each of its versions.
create unique index uq_award_tally_programme_reference on award_tally (programme, reference) where version = 1;

grant usage on schema public to ${application_role};
grant select on data_set to ${application_role};
grant update (revision) on data_set to ${application_role};
grant select, insert on programme, organisation, project, award_tally, budget_line, budget_entry to ${application_role};
-- Locking a line takes the right to update something of it.
grant update (version) on budget_line to ${application_role};
grant select, insert, update (budgeted, reallocated, committed, disbursed) on budget_ceiling to ${application_role};
grant select, insert, update (amount) on budget_volume to ${application_role};

-- Other ways in which money goes out; what a source does not say is null.
create table prize (
    id uuid not null,
    programme text not null,
    year integer not null,
    name text not null,
    winner text,
    organisation_id text,
    project_id uuid,
    amount numeric(14, 2),
    currency char(3),
    why text,
    source text not null,
    reference text,
    note text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_prize primary key (id),
    constraint uq_prize_programme_reference unique (programme, reference),
    constraint fk_prize_programme foreign key (programme) references programme (code),
    constraint fk_prize_organisation_id foreign key (organisation_id) references organisation (number),
    constraint fk_prize_programme_project_id foreign key (programme, project_id) references project (programme, id),
    constraint ck_prize_year check (year between 1900 and 2199),
    constraint ck_prize_amount check (amount > 0),
    constraint ck_prize_currency check (num_nonnulls(amount, currency) in (0, 2) and coalesce(currency = 'EUR', true))
);

create index ix_prize_year_id on prize (year, id);
create index ix_prize_name_id on prize (name, id);
create index ix_prize_created_at_id on prize (created_at, id);
create index ix_prize_organisation_id on prize (organisation_id);
create index ix_prize_project_id on prize (project_id);

create table procurement (
    id uuid not null,
    programme text not null,
    year integer,
    tender text not null,
    winner text,
    organisation_id text,
    project_id uuid,
    amount numeric(14, 2),
    currency char(3),
    reasons text,
    source text not null,
    reference text,
    note text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_procurement primary key (id),
    constraint uq_procurement_programme_reference unique (programme, reference),
    constraint fk_procurement_programme foreign key (programme) references programme (code),
    constraint fk_procurement_organisation_id foreign key (organisation_id) references organisation (number),
    constraint fk_procurement_programme_project_id foreign key (programme, project_id)
        references project (programme, id),
    constraint ck_procurement_year check (year between 1900 and 2199),
    constraint ck_procurement_amount check (amount > 0),
    constraint ck_procurement_currency check (
        num_nonnulls(amount, currency) in (0, 2) and coalesce(currency = 'EUR', true))
);

create index ix_procurement_year on procurement (year);
create index ix_procurement_tender_id on procurement (tender, id);
create index ix_procurement_created_at_id on procurement (created_at, id);
create index ix_procurement_organisation_id on procurement (organisation_id);
create index ix_procurement_project_id on procurement (project_id);

grant select, insert, update on prize, procurement to ${application_role};

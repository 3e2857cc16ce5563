-- A payment of an award: made by one person, which holds its room, and released by another, which books it.
create table disbursement (
    id uuid not null,
    award_id uuid not null,
    programme text not null,
    organisation_id text not null,
    reference text,
    status text not null,
    currency char(3) not null,
    amount numeric(14, 2) not null,
    instalment integer,
    due_on date,
    budget_line_id uuid,
    year integer not null,
    entry_id uuid,
    ended_at timestamptz,
    ended_by text,
    reason text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_disbursement primary key (id),
    constraint uq_disbursement_programme_reference unique (programme, reference),
    constraint uq_disbursement_entry_id unique (entry_id),
    constraint fk_disbursement_award_id foreign key (award_id) references award (id),
    constraint fk_disbursement_organisation_id foreign key (organisation_id) references organisation (number),
    constraint fk_disbursement_award_id_instalment foreign key (award_id, instalment)
        references award_instalment (award_id, position),
    constraint fk_disbursement_programme_budget_line_id foreign key (programme, budget_line_id)
        references budget_line (programme, id),
    constraint fk_disbursement_entry_id foreign key (entry_id) references budget_entry (id),
    constraint ck_disbursement_status check (status in ('RESERVED', 'RELEASED', 'CANCELLED')),
    constraint ck_disbursement_currency check (currency = 'EUR'),
    constraint ck_disbursement_amount check (amount > 0),
    constraint ck_disbursement_year check (year between 1900 and 2199),
    constraint ck_disbursement_ended_at check ((status = 'RESERVED') = (ended_at is null)),
    constraint ck_disbursement_ended_by check ((status = 'RESERVED') = (ended_by is null)),
    constraint ck_disbursement_entry_id check
        ((entry_id is not null) = (status = 'RELEASED' and budget_line_id is not null)),
    -- Four eyes: who makes a payment does not release it.
    constraint ck_disbursement_released_by check (status <> 'RELEASED' or ended_by <> created_by)
);

create unique index uq_disbursement_award_id_instalment on disbursement (award_id, instalment)
    where status <> 'CANCELLED' and instalment is not null;
create index ix_disbursement_award_id on disbursement (award_id, created_at, id);
create index ix_disbursement_organisation_id on disbursement (organisation_id, created_at, id);
create index ix_disbursement_status on disbursement (status, created_at, id);
create index ix_disbursement_created_at_id on disbursement (created_at, id);

alter table award_instalment add constraint fk_award_instalment_disbursement_id
    foreign key (disbursement_id) references disbursement (id) deferrable initially deferred;

grant select, insert on disbursement to ${application_role};
grant update (status, entry_id, ended_at, ended_by, reason, version) on disbursement to ${application_role};

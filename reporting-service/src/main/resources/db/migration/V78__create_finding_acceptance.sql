-- That a finding about the data is known and stays: why, and who said so. The gateway makes the findings and their ids.
create table finding_acceptance (
    id uuid not null,
    programme text not null,
    finding_id uuid not null,
    reason text not null,
    accepted_at timestamptz not null,
    accepted_by text not null,
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawal_reason text,
    constraint pk_finding_acceptance primary key (id),
    constraint ck_finding_acceptance_withdrawn check (num_nulls(withdrawn_at, withdrawn_by, withdrawal_reason) in (0, 3))
);
create unique index uq_finding_acceptance_programme_finding_id on finding_acceptance (programme, finding_id)
    where withdrawn_at is null;
create index ix_finding_acceptance_accepted_at on finding_acceptance (accepted_at, id);

grant select, insert, update (withdrawn_at, withdrawn_by, withdrawal_reason) on finding_acceptance
    to ${application_role};

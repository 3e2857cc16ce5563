-- Somebody who gives trainings, known by the subject of the account, by which sessions name them too; never by name.
create table trainer (
    id uuid not null,
    subject text not null,
    label text not null,
    organisation_id text,
    trained_by uuid,
    trained_in_session_id uuid,
    trained_on date,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_trainer primary key (id),
    constraint uq_trainer_subject unique (subject),
    constraint fk_trainer_trained_by foreign key (trained_by) references trainer (id),
    constraint fk_trainer_trained_in_session_id foreign key (trained_in_session_id) references training_session (id),
    -- Nobody trains themselves; that no circle is closed follows from trained_by naming an older record for ever.
    constraint ck_trainer_trained_by check (trained_by <> id)
);

create index ix_trainer_created_at on trainer (created_at, id);
create index ix_trainer_trained_by on trainer (trained_by, created_at) where trained_by is not null;
create index ix_trainer_organisation_id on trainer (organisation_id, created_at);

grant select, insert on trainer to ${application_role};
grant update (label, organisation_id, version) on trainer to ${application_role};

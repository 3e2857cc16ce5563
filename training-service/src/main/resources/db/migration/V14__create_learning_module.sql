-- Something to be learned by oneself, such as an e-learning.
create table learning_module (
    id uuid not null,
    reference text,
    programme text not null,
    title text not null,
    target_group text,
    phenomenon text,
    organisation_id text,
    source text not null,
    note text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_learning_module primary key (id),
    constraint uq_learning_module_programme_reference unique (programme, reference),
    constraint ck_learning_module_target_group check (target_group in
        ('YOUTH_AND_PUPILS', 'PROFESSIONALS_AND_OFFICIALS', 'TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS', 'STUDENTS',
         'OTHER')),
    constraint ck_learning_module_phenomenon check (phenomenon in
        ('POLARISATION', 'ISLAMIST_EXTREMISM', 'RIGHT_WING_EXTREMISM', 'LEFT_WING_EXTREMISM',
         'ANIMAL_RIGHTS_EXTREMISM'))
);

create index ix_learning_module_created_at on learning_module (created_at, id);
create index ix_learning_module_title on learning_module (title, id);

-- How many completed a module in a period: a count, never a person.
create table learning_completion (
    id uuid not null,
    module_id uuid not null,
    period_from date not null,
    period_until date not null,
    target_group text,
    organisation_id text,
    quantity_kind text not null,
    quantity_value bigint,
    quantity_plus_minus bigint,
    quantity_minimum bigint,
    quantity_maximum bigint,
    quantity_text text,
    source text not null,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_learning_completion primary key (id),
    constraint fk_learning_completion_module_id foreign key (module_id) references learning_module (id),
    constraint ck_learning_completion_period check (period_from < period_until),
    constraint ck_learning_completion_target_group check (target_group in
        ('YOUTH_AND_PUPILS', 'PROFESSIONALS_AND_OFFICIALS', 'TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS', 'STUDENTS',
         'OTHER')),
    constraint ck_learning_completion_quantity check (is_quantity(
        quantity_kind, quantity_value, quantity_plus_minus, quantity_minimum, quantity_maximum, quantity_text))
);

-- Who said this already of a group and a period says nothing new; nulls are one group here.
create unique index uq_learning_completion_module_id_period_group on learning_completion
    (module_id, period_from, period_until, target_group, organisation_id) nulls not distinct;
create index ix_learning_completion_module_id on learning_completion (module_id, created_at, id);

grant select, insert on learning_module, learning_completion to ${application_role};
grant update (title, target_group, phenomenon, organisation_id, source, note, version) on learning_module
    to ${application_role};

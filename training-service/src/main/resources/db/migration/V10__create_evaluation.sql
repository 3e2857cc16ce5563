-- A code that was given and not used yet: its hash only. Using it deletes the row, so that nothing leads from an
-- answer to a code, and without a time, so that nothing leads from a code to a moment.
create table evaluation_code (
    session_id uuid not null,
    code_hash text not null,
    constraint pk_evaluation_code primary key (session_id, code_hash),
    constraint fk_evaluation_code_session_id foreign key (session_id) references training_session (id),
    constraint ck_evaluation_code_code_hash check (code_hash ~ '^[0-9a-f]{64}$')
);

-- One answer. By design without created_at and created_by, and with an id that does not sort by time.
create table evaluation (
    id uuid not null,
    session_id uuid not null,
    rating integer not null,
    knowledge_gained boolean,
    applicable boolean,
    shared_with_partners boolean,
    remarks text,
    constraint pk_evaluation primary key (id),
    constraint fk_evaluation_session_id foreign key (session_id) references training_session (id),
    constraint ck_evaluation_rating check (rating between 1 and 10)
);

create index ix_evaluation_session_id on evaluation (session_id, id);

-- What the answers of a session add up to, kept by the transaction that stores one.
create table session_evaluation (
    session_id uuid not null,
    codes bigint not null default 0,
    answers bigint not null default 0,
    rating_sum bigint not null default 0,
    rating_squares bigint not null default 0,
    knowledge_gained_said bigint not null default 0,
    knowledge_gained_yes bigint not null default 0,
    applicable_said bigint not null default 0,
    applicable_yes bigint not null default 0,
    shared_said bigint not null default 0,
    shared_yes bigint not null default 0,
    constraint pk_session_evaluation primary key (session_id),
    constraint fk_session_evaluation_session_id foreign key (session_id) references training_session (id),
    constraint ck_session_evaluation_answers check (answers between 0 and codes)
);

grant select, insert, delete on evaluation_code to ${application_role};
grant select, insert on evaluation to ${application_role};
grant select, insert, update on session_evaluation to ${application_role};

-- A question for advice, with its answer once there is one. Both texts are for the asker and the coordinator only.
create table advice_question (
    id uuid not null,
    reference text,
    programme text not null,
    asked_by text not null,
    theme text not null,
    phenomenon text,
    organisation_id text,
    question text not null,
    received_on date not null,
    due_on date not null,
    answer text,
    answered_on date,
    answered_by text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_advice_question primary key (id),
    constraint uq_advice_question_programme_reference unique (programme, reference),
    constraint ck_advice_question_asked_by check (asked_by in ('CITIZEN', 'PROFESSIONAL', 'MUNICIPALITY')),
    constraint ck_advice_question_theme check (theme in
        ('SIGNALS', 'LOCAL_APPROACH', 'COOPERATION', 'CONVERSATION', 'BACKGROUND', 'TRAINING_AND_MATERIALS', 'OTHER')),
    constraint ck_advice_question_phenomenon check (phenomenon in
        ('POLARISATION', 'ISLAMIST_EXTREMISM', 'RIGHT_WING_EXTREMISM', 'LEFT_WING_EXTREMISM',
         'ANIMAL_RIGHTS_EXTREMISM')),
    constraint ck_advice_question_due_on check (due_on >= received_on),
    constraint ck_advice_question_answer check (
        num_nonnulls(answer, answered_on, answered_by) in (0, 3) and coalesce(answered_on >= received_on, true))
);

create index ix_advice_question_received_on on advice_question (received_on, id);
create index ix_advice_question_created_at on advice_question (created_at, id);
create index ix_advice_question_programme_received_on on advice_question (programme, received_on);
create index ix_advice_question_created_by on advice_question (created_by, received_on);
create index ix_advice_question_due_on on advice_question (due_on, id) where answered_on is null;
create index ix_advice_question_theme on advice_question (theme, received_on);
create index ix_advice_question_asked_by on advice_question (asked_by, received_on);

-- Questions that their source gives only as a total.
create table advice_question_tally (
    id uuid not null,
    reference text,
    programme text not null,
    asked_by text,
    theme text,
    period_from date not null,
    period_until date not null,
    received_kind text,
    received_value bigint,
    received_plus_minus bigint,
    received_minimum bigint,
    received_maximum bigint,
    received_text text,
    quantity_kind text,
    quantity_value bigint,
    quantity_plus_minus bigint,
    quantity_minimum bigint,
    quantity_maximum bigint,
    quantity_text text,
    source text not null,
    note text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_advice_question_tally primary key (id),
    constraint uq_advice_question_tally_programme_reference unique (programme, reference),
    constraint ck_advice_question_tally_asked_by check (asked_by in ('CITIZEN', 'PROFESSIONAL', 'MUNICIPALITY')),
    constraint ck_advice_question_tally_theme check (theme in
        ('SIGNALS', 'LOCAL_APPROACH', 'COOPERATION', 'CONVERSATION', 'BACKGROUND', 'TRAINING_AND_MATERIALS', 'OTHER')),
    constraint ck_advice_question_tally_period check (period_from < period_until),
    constraint ck_advice_question_tally_states_something check (num_nonnulls(received_kind, quantity_kind) > 0),
    constraint ck_advice_question_tally_received check (
        num_nonnulls(received_kind, received_value, received_plus_minus, received_minimum, received_maximum,
            received_text) = 0
        or is_quantity(received_kind, received_value, received_plus_minus, received_minimum, received_maximum,
            received_text)),
    constraint ck_advice_question_tally_quantity check (
        num_nonnulls(quantity_kind, quantity_value, quantity_plus_minus, quantity_minimum, quantity_maximum,
            quantity_text) = 0
        or is_quantity(quantity_kind, quantity_value, quantity_plus_minus, quantity_minimum, quantity_maximum,
            quantity_text))
);

create index ix_advice_question_tally_created_at on advice_question_tally (created_at, id);
create index ix_advice_question_tally_programme_period on advice_question_tally (programme, period_from, period_until);

grant select, insert on advice_question, advice_question_tally to ${application_role};
-- An answer is given once; the question stays as it was asked.
grant update (answer, answered_on, answered_by, version) on advice_question to ${application_role};

-- Built beside the traffic, as in V32: an attempt that was broken off has left what goes first.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;

-- Questions in the clear, by former keys, and kept for long enough.
drop index concurrently if exists ix_advice_question_clear;
create index concurrently ix_advice_question_clear on advice_question (id) where question <> '' or answer <> '';
drop index concurrently if exists ix_advice_question_key_id;
create index concurrently ix_advice_question_key_id on advice_question (key_id) where key_id is not null;
drop index concurrently if exists ix_advice_question_retained;
create index concurrently ix_advice_question_retained on advice_question (coalesce(answered_on, due_on))
    where erased_at is null;

-- An address is unique among those that a coordinator registers. Who registers itself is known by its subject: whether
-- an address is in use by another account is not told.
drop index concurrently if exists uq_registration_session_id_email_index_of_others;
create unique index concurrently uq_registration_session_id_email_index_of_others on registration (session_id, email_index)
    where status <> 'CANCELLED' and subject is null;
drop index concurrently if exists uq_registration_session_id_email_index;

select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

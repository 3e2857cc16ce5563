-- What questions for advice say and what members of networks and trainers are called is personal data: sealed with the
-- key that key_id names. This is the expansion only. The columns in the clear stay, for the last release reads and writes
-- them; this one leaves them empty (a label says '(sealed)'), and a job seals what still stands there. Once no service of the last release runs, a
-- later migration drops them.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- All of them or none, and without waiting in line, as in V30.
    loop
        begin
            lock table advice_question, network, trainer, training_session in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
end $$;

alter table advice_question
    add column key_id text,
    add column sealed_question bytea,
    add column sealed_answer bytea,
    add column erased_at timestamptz,
    -- Of columns that every row has empty: there is nothing to read through.
    add constraint ck_advice_question_sealed check (
        key_id is not null or num_nonnulls(sealed_question, sealed_answer) = 0) not valid,
    add constraint ck_advice_question_erased_at check (
        erased_at is null or num_nonnulls(key_id, sealed_question, sealed_answer) = 0) not valid;

-- members_stated_at is when the members were last stated; null for as long as the network is.
alter table network
    add column key_id text,
    add column sealed_members bytea,
    add column members_stated_at timestamptz,
    add constraint ck_network_sealed check ((key_id is null) = (sealed_members is null)) not valid;

-- retained_since is when the trainer was last recorded or renamed; null for as long as the record is there.
alter table trainer
    add column key_id text,
    add column sealed_label bytea,
    add column retained_since timestamptz,
    add column erased_at timestamptz,
    add constraint ck_trainer_sealed check ((key_id is null) = (sealed_label is null)) not valid,
    add constraint ck_trainer_erased_at check (erased_at is null or key_id is null) not valid;

-- No earlier day erases a registration, where a date that went back into the past would.
alter table training_session add column erase_not_before date;

-- Forgets what a question and its answer say and who asked it. By the owner: a row that is nobody's any more is not the
-- asker's either, so that the policy refuses the change to the asker. It still asks whose the question is.
create function erase_advice_question(erased uuid, moment timestamptz) returns integer
    language sql security definer set search_path = public, pg_temp
    as $$
    with done as (
        update advice_question set question = '', answer = case when answer is null then null else '' end,
            key_id = null, sealed_question = null, sealed_answer = null, erased_at = moment, created_by = '',
            version = version + 1
        where id = erased and erased_at is null
            and (is_asker(created_by) or current_setting('role') = '${staff_role}')
        returning 1)
    select count(*)::integer from done
    $$;

revoke execute on function erase_advice_question(uuid, timestamptz) from public;
grant execute on function erase_advice_question(uuid, timestamptz) to ${application_role};
grant update (question, key_id, sealed_question, sealed_answer) on advice_question to ${application_role};
grant update (key_id, sealed_members, members_stated_at) on network to ${application_role};
-- The subject only to forget it.
grant update (subject, key_id, sealed_label, retained_since, erased_at) on trainer to ${application_role};
grant update (erase_not_before) on training_session to ${application_role};

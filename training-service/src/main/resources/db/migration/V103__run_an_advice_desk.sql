-- Questions are assigned, corrected and withdrawn. The last release writes none of these columns, and counts a question that was
-- withdrawn meanwhile.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- Without a place in the queue, so that requests wait no longer than the statement below takes.
    loop
        begin
            lock table advice_question in access exclusive mode nowait;
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
    add column assigned_to text,
    add column corrected_at timestamptz,
    add column withdrawn_at timestamptz;

-- What a question stated before a correction or its withdrawal, and why it was changed. Its texts have a key of their own,
-- because the last release seals those of the question anew and not these.
create table advice_question_change (
    id uuid not null,
    question_id uuid not null,
    asked_by text not null,
    theme text not null,
    phenomenon text,
    organisation_id text,
    answered_on date,
    withdraws boolean not null,
    changed_at timestamptz not null,
    changed_by text not null,
    key_id text,
    sealed_answer bytea,
    sealed_reason bytea,
    constraint pk_advice_question_change primary key (id),
    constraint fk_advice_question_change_question_id foreign key (question_id) references advice_question (id),
    constraint ck_advice_question_change_sealed check (
        key_id is not null or num_nonnulls(sealed_answer, sealed_reason) = 0)
);

create index ix_advice_question_change_question_id on advice_question_change (question_id, id);
create index ix_advice_question_change_key_id on advice_question_change (key_id) where key_id is not null;

alter table advice_question_change enable row level security;
create policy own on advice_question_change to ${application_role}
    using (exists (select from advice_question q where q.id = question_id));
create policy staff on advice_question_change to ${staff_role} using (true);

-- Also what was answered before, why it was changed, and an asker who withdrew it.
create or replace function erase_advice_question(erased uuid, moment timestamptz) returns integer
    language sql security definer set search_path = public, pg_temp
    as $$
    with asked as (
        select id, created_by from advice_question
        where id = erased and erased_at is null
            and (is_asker(created_by) or current_setting('role') = '${staff_role}')
        for update),
    changes as (
        update advice_question_change c set key_id = null, sealed_answer = null, sealed_reason = null,
            changed_by = case when c.changed_by = a.created_by then '' else c.changed_by end
        from asked a where c.question_id = a.id),
    done as (
        update advice_question q set question = '', answer = case when q.answer is null then null else '' end,
            key_id = null, sealed_question = null, sealed_answer = null, erased_at = moment, created_by = '',
            version = q.version + 1
        from asked a where q.id = a.id
        returning 1)
    select count(*)::integer from done
    $$;

grant update (asked_by, theme, phenomenon, organisation_id, assigned_to, corrected_at, withdrawn_at) on advice_question
    to ${application_role};
grant select, insert on advice_question_change to ${application_role};
grant update (key_id, sealed_answer, sealed_reason) on advice_question_change to ${application_role};

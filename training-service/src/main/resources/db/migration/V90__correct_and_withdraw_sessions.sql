-- A held session can be corrected and withdrawn: by whom, when and why. What it stated before is kept whole, so that each
-- version can be read. The release before writes none of these columns. The constraints hold for new rows from here on, and
-- are validated for older ones by the next migration, which blocks no request.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- Both tables or none, and without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table training_session, former_training_session in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
end $$;

alter table training_session
    add column corrected_at timestamptz,
    add column corrected_by text,
    add column correction_reason text,
    add column withdrawn_at timestamptz,
    add column withdrawn_by text,
    add column withdrawal_reason text,
    add constraint ck_training_session_correction check (
        num_nonnulls(corrected_at, corrected_by, correction_reason) in (0, 3)) not valid,
    add constraint ck_training_session_withdrawal check (
        num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) in (0, 3)
        and (withdrawn_at is null or status = 'HELD')) not valid;

-- The whole row as it was; null of before. What was withdrawn can still change its trainers, when one is erased.
alter table former_training_session
    add column stated jsonb,
    add column withdrawn boolean not null default false;

-- A correction and a withdrawal state their moment.
create or replace function keep_former_training_session() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    insert into former_training_session (id, session_id, replaced_at, created_at, status, programme, training_type,
        session_date, project_id, organisation_id, track, action_line, funding_instrument, place_municipalities, included_in,
        stated, withdrawn)
    values (gen_random_uuid(), old.id,
        case when new.withdrawn_at is distinct from old.withdrawn_at and new.withdrawn_at is not null then new.withdrawn_at
            when new.corrected_at is distinct from old.corrected_at and new.corrected_at is not null then new.corrected_at
            else clock_timestamp() end,
        old.created_at, old.status, old.programme, old.training_type, old.session_date, old.project_id,
        old.organisation_id, old.track, old.action_line, old.funding_instrument, old.place_municipalities, old.included_in,
        to_jsonb(old), old.withdrawn_at is not null);
    return null;
end
$$;

-- Also when something changes that counts nowhere, such as the title. Not when people register.
drop trigger tr_training_session_former on training_session;
create trigger tr_training_session_former after update on training_session
    for each row
    when ((
        old.status, old.programme, old.training_type, old.title, old.session_date, old.project_id,
            old.organisation_id, old.track, old.action_line, old.funding_instrument, old.place_scope,
            old.place_municipalities, old.place_sub_area, old.place_country, old.capacity, old.reference, old.source,
            old.series, old.host_organisation_id, old.trainers, old.language, old.included_in,
            old.cancellation_reason, old.corrected_at, old.withdrawn_at
        ) is distinct from (
        new.status, new.programme, new.training_type, new.title, new.session_date, new.project_id,
            new.organisation_id, new.track, new.action_line, new.funding_instrument, new.place_scope,
            new.place_municipalities, new.place_sub_area, new.place_country, new.capacity, new.reference, new.source,
            new.series, new.host_organisation_id, new.trainers, new.language, new.included_in,
            new.cancellation_reason, new.corrected_at, new.withdrawn_at
        ))
    execute function keep_former_training_session();

-- A trainer who is erased is erased from former versions too, for whomever the transaction works (ADR 29).
create function replace_former_trainer(subject text, pseudonym text) returns integer
    language sql security definer set search_path = public, pg_temp
    as $$
    with replaced as (
        update former_training_session f set stated = jsonb_set(f.stated, '{trainers}', (
            select jsonb_agg(case trainer when subject then pseudonym else trainer end order by place)
            from jsonb_array_elements_text(f.stated -> 'trainers') with ordinality as t (trainer, place)))
        where f.stated -> 'trainers' @> to_jsonb(subject)
        returning 1)
    select count(*)::integer from replaced
$$;
create index ix_former_training_session_trainers on former_training_session using gin ((stated -> 'trainers'));

-- As it was, but a withdrawn session counts for nothing.
create or replace view training_fact with (security_invoker = true) as
    select s.id as session_id, s.programme, s.session_date,
        make_date(extract(year from s.session_date)::integer, extract(month from s.session_date)::integer, 1) as month,
        make_date(extract(year from s.session_date)::integer, 1, 1) as year,
        s.training_type, c.target_group, s.track, s.action_line, s.funding_instrument,
        coalesce(s.included_in, 'UNKNOWN') as included_in, s.place_municipalities,
        1::smallint as records,
        (c.session_id is not null)::integer::smallint as held,
        (s.status = 'CANCELLED')::integer::smallint as cancelled,
        coalesce(case c.quantity_kind when 'RANGE' then c.quantity_minimum + c.quantity_maximum
            else 2 * c.quantity_value end, 0) as best_halves,
        coalesce(case c.quantity_kind when 'RANGE' then c.quantity_minimum
            else c.quantity_value - coalesce(c.quantity_plus_minus, 0) end, 0) as lowest,
        coalesce(case c.quantity_kind when 'RANGE' then c.quantity_maximum
            else c.quantity_value + coalesce(c.quantity_plus_minus, 0) end, 0) as highest,
        (c.quantity_kind is not distinct from 'APPROXIMATE' and c.quantity_plus_minus is null)::integer::smallint
            as without_margin,
        (c.quantity_kind is not distinct from 'EXACT')::integer::smallint as exact,
        (c.quantity_kind is not distinct from 'APPROXIMATE')::integer::smallint as approximate,
        (c.quantity_kind is not distinct from 'RANGE')::integer::smallint as ranges,
        (c.quantity_kind is not distinct from 'AT_LEAST')::integer::smallint as at_least,
        (c.quantity_kind is not distinct from 'VAGUE')::integer::smallint as vague,
        (c.quantity_kind is not distinct from 'NOT_MEASURED')::integer::smallint as not_measured,
        coalesce(v.codes, 0)::integer as codes, coalesce(v.shown_answers, 0)::integer as answers,
        coalesce(v.shown_rating_sum, 0)::integer as rating_sum,
        coalesce(v.shown_rating_squares, 0)::integer as rating_squares,
        coalesce(v.shown_knowledge_gained_said, 0)::integer as knowledge_gained_said,
        coalesce(v.shown_knowledge_gained_yes, 0)::integer as knowledge_gained_yes,
        coalesce(v.shown_applicable_said, 0)::integer as applicable_said,
        coalesce(v.shown_applicable_yes, 0)::integer as applicable_yes,
        coalesce(v.shown_shared_said, 0)::integer as shared_said,
        coalesce(v.shown_shared_yes, 0)::integer as shared_yes
    from training_session s
    left join head_count c on c.session_id = s.id and s.status <> 'CANCELLED' and not exists (
        select 1 from head_count later
        where later.session_id = c.session_id and later.version > c.version and later.version > 1)
    left join session_evaluation v on v.session_id = s.id and s.status <> 'CANCELLED'
    where s.withdrawn_at is null;

create constraint trigger tr_training_session_entry_withdrawn after update on training_session
    deferrable initially deferred for each row
    when (old.withdrawn_at is distinct from new.withdrawn_at)
    execute function write_entries_of_session();

-- Read by the release before.
create or replace view training_session_fact with (security_invoker = true) as
    select s.id as session_id, part.profession, s.programme, s.training_type, s.session_date, s.project_id,
        c.target_group,
        case cardinality(s.place_municipalities) when 0 then '' when 1 then s.place_municipalities[1] else '+' end
            as municipality,
        1::bigint as records,
        case when s.status in ('PLANNED', 'CONFIRMED') then 1 else 0 end::bigint as planned,
        case when s.status = 'HELD' then 1 else 0 end::bigint as held,
        coalesce(case q.kind when 'RANGE' then q.minimum + q.maximum else 2 * q.value end, 0)::bigint as best_halves,
        coalesce(case q.kind when 'RANGE' then q.minimum else q.value - coalesce(q.plus_minus, 0) end, 0)::bigint
            as lowest,
        coalesce(case q.kind when 'RANGE' then q.maximum else q.value + coalesce(q.plus_minus, 0) end, 0)::bigint
            as highest,
        (q.kind is not distinct from 'APPROXIMATE' and q.plus_minus is null)::integer::bigint as without_margin,
        (q.kind is not distinct from 'EXACT')::integer::bigint as exact,
        (q.kind is not distinct from 'APPROXIMATE')::integer::bigint as approximate,
        (q.kind is not distinct from 'RANGE')::integer::bigint as range,
        (q.kind is not distinct from 'AT_LEAST')::integer::bigint as at_least,
        (q.kind is not distinct from 'VAGUE')::integer::bigint as vague,
        (q.kind is not distinct from 'NOT_MEASURED')::integer::bigint as not_measured,
        coalesce(e.codes, 0) as codes, coalesce(e.shown_answers, 0) as answers,
        coalesce(e.shown_rating_sum, 0) as rating_sum, coalesce(e.shown_rating_squares, 0) as rating_squares,
        coalesce(e.shown_knowledge_gained_said, 0) as knowledge_gained_said,
        coalesce(e.shown_knowledge_gained_yes, 0) as knowledge_gained_yes,
        coalesce(e.shown_applicable_said, 0) as applicable_said, coalesce(e.shown_applicable_yes, 0) as applicable_yes,
        coalesce(e.shown_shared_said, 0) as shared_said, coalesce(e.shown_shared_yes, 0) as shared_yes
    from training_session s
    left join head_count c on c.session_id = s.id and not exists (
        select 1 from head_count later
        where later.session_id = c.session_id and later.version > c.version and later.version > 1)
    cross join lateral (
        select coalesce(sum(p.present), 0) as present
        from profession_count p where p.session_id = s.id and p.version = c.version) known
    cross join lateral (
        select '*' as profession
        union all
        select '+' where c.method = 'ROLL_CALL'
        union all
        select p.profession from profession_count p where p.session_id = s.id and p.version = c.version
        union all
        select '' where c.method = 'ROLL_CALL' and c.quantity_value > known.present) part
    left join profession_count p
        on p.session_id = s.id and p.version = c.version and p.profession = part.profession
    left join session_evaluation e on e.session_id = s.id and part.profession = '*'
    cross join lateral (
        select
            case when part.profession in ('*', '+') then c.quantity_kind else 'EXACT' end as kind,
            case
                when part.profession in ('*', '+') then c.quantity_value
                when part.profession = '' then c.quantity_value - known.present
                else p.present
            end as value,
            c.quantity_plus_minus as plus_minus, c.quantity_minimum as minimum, c.quantity_maximum as maximum) q
    where s.status <> 'CANCELLED' and s.withdrawn_at is null;

-- Only a correction changes the programme.
grant update (programme, corrected_at, corrected_by, correction_reason, withdrawn_at, withdrawn_by, withdrawal_reason)
    on training_session to ${application_role};

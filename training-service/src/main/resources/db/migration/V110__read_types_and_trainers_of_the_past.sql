-- Lists of training types and of trainers show what was recorded at a moment (see V100). Of a trainer only the organisation changes
-- beside the label. Neither the label nor the subject is kept: erasure overrides history.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- All of them or none, and without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table training_type, trainer, corrected_figure in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
end $$;

alter table corrected_figure
    drop constraint ck_corrected_figure_figure,
    add constraint ck_corrected_figure_figure check (figure in (
        'advice_question_tally', 'network_meeting', 'learning_completion', 'network', 'learning_module', 'training_type', 'trainer'))
        not valid;

create or replace function keep_corrected_figure() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
declare
    former jsonb := to_jsonb(old);
    withdrawn text := to_jsonb(new) ->> 'withdrawn_at';
begin
    if tg_table_name = 'network' then
        former := former || '{"members": [], "key_id": null, "sealed_members": null}';
    elsif tg_table_name = 'trainer' then
        former := jsonb_build_object('organisation_id', old.organisation_id, 'version', old.version);
    end if;
    insert into corrected_figure values (tg_table_name, old.id, old.version, former,
        case when withdrawn is distinct from former ->> 'withdrawn_at' and withdrawn is not null
            then withdrawn::timestamptz else clock_timestamp() end)
    on conflict do nothing;
    return new;
end
$$;

create trigger tr_training_type_kept before update on training_type
    for each row when (old.version is distinct from new.version) execute function keep_corrected_figure();
-- Not when the label is sealed with another key.
create trigger tr_trainer_kept before update on trainer
    for each row when (old.version is distinct from new.version) execute function keep_corrected_figure();

create view as_of.training_type with (security_invoker = true) as
select (x.row_then).* from public.training_type present
left join as_of.former('training_type') f on f.id = present.id
cross join lateral (select case when f.id is null then present
    else jsonb_populate_record(cast(null as public.training_type), f.stated) end as row_then offset 0) x
where present.created_at <= as_of.moment();

-- As now, but for the organisation, and without the label.
create view as_of.trainer with (security_invoker = true) as
select (x.row_then).* from public.trainer present
left join as_of.former('trainer') f on f.id = present.id
cross join lateral (select jsonb_populate_record(present,
    coalesce(f.stated, '{}') || '{"label": "(sealed)", "key_id": null, "sealed_label": null}') as row_then offset 0) x
where present.created_at <= as_of.moment();

-- What trainers gave, without evaluations, which have no past.
create view as_of.training_fact with (security_invoker = true) as
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
        0 as codes, 0 as answers, 0 as rating_sum, 0 as rating_squares, 0 as knowledge_gained_said,
        0 as knowledge_gained_yes, 0 as applicable_said, 0 as applicable_yes, 0 as shared_said, 0 as shared_yes
    from as_of.training_session s
    left join as_of.head_count c on c.session_id = s.id and s.status <> 'CANCELLED' and not exists (
        select 1 from as_of.head_count later
        where later.session_id = c.session_id and later.version > c.version and later.version > 1)
    where s.withdrawn_at is null;

grant select on as_of.training_type, as_of.trainer, as_of.training_fact to ${application_role};

-- Counts show who recorded them. A trainer who is erased is erased there too, for whomever the transaction works (ADR 29).
create function replace_recorder(subject text, pseudonym text) returns integer
    language sql security definer set search_path = public, pg_temp
    as $$
    with replaced as (update head_count set recorded_by = pseudonym where recorded_by = subject returning 1)
    select count(*)::integer from replaced
$$;

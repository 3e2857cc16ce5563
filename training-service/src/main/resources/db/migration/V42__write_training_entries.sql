-- What a session counts for now, with everything that sums of sessions keep. Of its evaluations
-- it counts what its complete steps show (V35).
create view training_fact with (security_invoker = true) as
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
    left join session_evaluation v on v.session_id = s.id and s.status <> 'CANCELLED';

-- Each change of what a session counts for: with the sign -1 what it counted for before, with 1 what it counts for now. Only
-- ever added to. x is the transaction that wrote the row.
create table training_entry as select 1::smallint as sign, f.* from training_fact f with no data;

alter table training_entry
    add column x xid8 not null default pg_current_xact_id(),
    add constraint fk_training_entry_session_id foreign key (session_id) references training_session (id),
    add constraint ck_training_entry_sign check (sign in (-1, 1)),
    -- Few rows have the same x, also after a bulk load: the planner uses the index.
    alter column x set (n_distinct = -1);

create index ix_training_entry_session_id on training_entry (session_id);
create index ix_training_entry_x on training_entry (x);

-- Up to which snapshot entries are in the sums: those of transactions before until_x that had ended then.
create table sums_snapshot (
    name text not null,
    until_x xid8 not null default '0',
    in_progress xid8[] not null default '{}',
    cluster bigint,
    folded_at timestamptz not null default now(),
    checked_at timestamptz,
    differing bigint not null default 0,
    constraint pk_sums_snapshot primary key (name)
) with (fillfactor = 50);

insert into sums_snapshot (name) values ('training');

-- Sums of entries, at the grain of the questions.
create table training_by_day (
    programme text not null,
    session_date date not null,
    training_type text not null,
    target_group text,
    track text,
    action_line text,
    funding_instrument text,
    included_in text not null,
    records bigint not null,
    held bigint not null,
    cancelled bigint not null,
    best_halves bigint not null,
    lowest bigint not null,
    highest bigint not null,
    without_margin bigint not null,
    exact bigint not null,
    approximate bigint not null,
    ranges bigint not null,
    at_least bigint not null,
    vague bigint not null,
    not_measured bigint not null,
    codes bigint not null,
    answers bigint not null,
    rating_sum bigint not null,
    rating_squares bigint not null,
    knowledge_gained_said bigint not null,
    knowledge_gained_yes bigint not null,
    applicable_said bigint not null,
    applicable_yes bigint not null,
    shared_said bigint not null,
    shared_yes bigint not null
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);

create table training_by_month (like training_by_day including storage);
alter table training_by_month rename column session_date to month;
create table training_by_year (like training_by_day including storage);
alter table training_by_year rename column session_date to year;
create table training_by_place_and_month (like training_by_month including storage);
alter table training_by_place_and_month
    drop column track,
    drop column action_line,
    drop column funding_instrument,
    add column place_municipalities text[] not null;
create table training_by_place_and_year (like training_by_place_and_month including storage);
alter table training_by_place_and_year rename column month to year;

alter table training_by_day add constraint uq_training_by_day unique nulls not distinct (
    programme, session_date, training_type, target_group, track, action_line, funding_instrument, included_in);
alter table training_by_month set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02),
    add constraint uq_training_by_month unique nulls not distinct (
        programme, month, training_type, target_group, track, action_line, funding_instrument, included_in);
alter table training_by_year set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02),
    add constraint uq_training_by_year unique nulls not distinct (
        programme, year, training_type, target_group, track, action_line, funding_instrument, included_in);
alter table training_by_place_and_month set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02),
    add constraint uq_training_by_place_and_month unique nulls not distinct (
        programme, month, training_type, target_group, included_in, place_municipalities);
alter table training_by_place_and_year set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02),
    add constraint uq_training_by_place_and_year unique nulls not distinct (
        programme, year, training_type, target_group, included_in, place_municipalities);

-- Writes the entries of one session, if it counts for something else than before.
create function write_training_entries(changed uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    -- Writers queue here until they commit. So what the next statement reads is what it was before, and no two writers
    -- add entries of one session.
    perform 1 from data_set where name = 'training' for update;
    with before as (
        select session_id, programme, session_date, month, year, training_type, target_group, track, action_line,
            funding_instrument, included_in, place_municipalities, records, held, cancelled, best_halves, lowest, highest,
            without_margin, exact, approximate, ranges, at_least, vague, not_measured, codes, answers, rating_sum,
            rating_squares, knowledge_gained_said, knowledge_gained_yes, applicable_said, applicable_yes, shared_said,
            shared_yes
        from training_entry e
        where e.session_id = changed
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
            30, 31, 32, 33, 34, 35
        having sum(sign) > 0),
    now as (
        select * from training_fact f where f.session_id = changed)
    insert into training_entry
    select -1, gone.* from (select * from before except select * from now) gone
    union all
    select 1, new.* from (select * from now except select * from before) new;
end
$$;

create function write_entries_of_session() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    perform write_training_entries(new.id);
    return null;
end
$$;

create function write_entries_of_figure() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    perform write_training_entries(new.session_id);
    return null;
end
$$;

-- Deferred to the commit, so that writers that come from somewhere else wait for one another there only.
create constraint trigger tr_training_session_entry after insert on training_session
    deferrable initially deferred for each row execute function write_entries_of_session();
create constraint trigger tr_training_session_entry_changed after update on training_session
    deferrable initially deferred for each row
    when ((old.status, old.programme, old.training_type, old.session_date, old.track, old.action_line,
            old.funding_instrument, old.place_municipalities, old.included_in)
        is distinct from
        (new.status, new.programme, new.training_type, new.session_date, new.track, new.action_line,
            new.funding_instrument, new.place_municipalities, new.included_in))
    execute function write_entries_of_session();
create constraint trigger tr_head_count_entry after insert on head_count
    deferrable initially deferred for each row execute function write_entries_of_figure();
create constraint trigger tr_session_evaluation_entry after insert on session_evaluation
    deferrable initially deferred for each row execute function write_entries_of_figure();
create constraint trigger tr_session_evaluation_entry_changed after update on session_evaluation
    deferrable initially deferred for each row
    when ((old.codes, old.shown_answers) is distinct from (new.codes, new.shown_answers)
        or (old.shown_knowledge_gained_said, old.shown_applicable_said, old.shown_shared_said)
        is distinct from (new.shown_knowledge_gained_said, new.shown_applicable_said, new.shown_shared_said))
    execute function write_entries_of_figure();

grant select on training_fact, training_entry, sums_snapshot to ${application_role};
grant update on sums_snapshot to ${application_role};
-- After a dump was restored the numbers of transactions start anew.
grant update (x) on training_entry to ${application_role};
grant select, insert, update, delete on training_by_day, training_by_month, training_by_year,
    training_by_place_and_month, training_by_place_and_year to ${application_role};

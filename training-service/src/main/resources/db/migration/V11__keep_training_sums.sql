-- Statistics are read from sums that the transaction which writes a figure keeps. Tallies are few and stay as they are;
-- of sessions there may be a great many.

-- What one session contributes: one row for the session as a whole (profession '*'), one more when the roll was called
-- ('+'), one for each profession present and one for those present whose profession is not known ('').
-- target_group is null until somebody counted. municipality is '' for no
-- place in particular and '+' for several.
create view training_session_fact as
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
        coalesce(e.codes, 0) as codes, coalesce(e.answers, 0) as answers, coalesce(e.rating_sum, 0) as rating_sum,
        coalesce(e.rating_squares, 0) as rating_squares,
        coalesce(e.knowledge_gained_said, 0) as knowledge_gained_said,
        coalesce(e.knowledge_gained_yes, 0) as knowledge_gained_yes,
        coalesce(e.applicable_said, 0) as applicable_said, coalesce(e.applicable_yes, 0) as applicable_yes,
        coalesce(e.shared_said, 0) as shared_said, coalesce(e.shared_yes, 0) as shared_yes
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
    where s.status <> 'CANCELLED';

-- The contribution of each session as it is in the sums now, so that a change can be taken back exactly.
create table training_session_sum as select * from training_session_fact with no data;

alter table training_session_sum
    add constraint pk_training_session_sum primary key (session_id, profession),
    add constraint fk_training_session_sum_session_id foreign key (session_id) references training_session (id);
create index ix_training_session_sum_programme_session_date on training_session_sum (programme, session_date);
create index ix_training_session_sum_project_id on training_session_sum (project_id) where project_id is not null;

-- The sums, at two grains: months over all places (municipality '*') and, for figures of no one municipality, apart;
-- calendar years by municipality.
create table training_sum (
    grain text not null,
    programme text not null,
    training_type text not null,
    target_group text not null,
    municipality text not null,
    period_from date not null,
    period_until date not null,
    profession text not null,
    records bigint not null,
    planned bigint not null,
    held bigint not null,
    best_halves bigint not null,
    lowest bigint not null,
    highest bigint not null,
    without_margin bigint not null,
    exact bigint not null,
    approximate bigint not null,
    range bigint not null,
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
    shared_yes bigint not null,
    constraint pk_training_sum primary key (
        grain, programme, profession, training_type, target_group, municipality, period_from),
    constraint ck_training_sum_grain check (grain in ('MONTH', 'YEAR'))
) with (fillfactor = 50);

-- Which sums a contribution is part of: none of a municipality's at the grain of months, for no question needs them.
create function training_grains(municipality text, day date)
    returns table (grain text, at_municipality text, period_from date, period_until date)
    language sql immutable
    as $$
    select 'MONTH', place, date_trunc('month', day)::date, (date_trunc('month', day) + interval '1 month')::date
    from unnest(case when municipality in ('', '+') then array['*', municipality] else array['*'] end) place
    union all
    select 'YEAR', municipality, date_trunc('year', day)::date, (date_trunc('year', day) + interval '1 year')::date
    where municipality not in ('', '+')
    $$;

-- Brings the sums up to date with one session: what it contributes now, less what it contributed before.
create function refresh_training_sum(changed uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    insert into training_sum
    select g.grain, d.programme, d.training_type, coalesce(d.target_group, ''), g.at_municipality, g.period_from,
        g.period_until, d.profession,
        sum(d.sign * d.records), sum(d.sign * d.planned), sum(d.sign * d.held), sum(d.sign * d.best_halves),
        sum(d.sign * d.lowest), sum(d.sign * d.highest), sum(d.sign * d.without_margin), sum(d.sign * d.exact),
        sum(d.sign * d.approximate), sum(d.sign * d.range), sum(d.sign * d.at_least), sum(d.sign * d.vague),
        sum(d.sign * d.not_measured), sum(d.sign * d.codes), sum(d.sign * d.answers), sum(d.sign * d.rating_sum),
        sum(d.sign * d.rating_squares), sum(d.sign * d.knowledge_gained_said), sum(d.sign * d.knowledge_gained_yes),
        sum(d.sign * d.applicable_said), sum(d.sign * d.applicable_yes), sum(d.sign * d.shared_said),
        sum(d.sign * d.shared_yes)
    from (
        select 1 as sign, f.* from training_session_fact f where f.session_id = changed
        union all
        select -1, s.* from training_session_sum s where s.session_id = changed) d
    cross join lateral training_grains(d.municipality, d.session_date) g
    group by 1, 2, 3, 4, 5, 6, 7, 8
    order by 1, 2, 3, 4, 5, 6, 7, 8
    on conflict on constraint pk_training_sum do update set
        records = training_sum.records + excluded.records,
        planned = training_sum.planned + excluded.planned,
        held = training_sum.held + excluded.held,
        best_halves = training_sum.best_halves + excluded.best_halves,
        lowest = training_sum.lowest + excluded.lowest,
        highest = training_sum.highest + excluded.highest,
        without_margin = training_sum.without_margin + excluded.without_margin,
        exact = training_sum.exact + excluded.exact,
        approximate = training_sum.approximate + excluded.approximate,
        range = training_sum.range + excluded.range,
        at_least = training_sum.at_least + excluded.at_least,
        vague = training_sum.vague + excluded.vague,
        not_measured = training_sum.not_measured + excluded.not_measured,
        codes = training_sum.codes + excluded.codes,
        answers = training_sum.answers + excluded.answers,
        rating_sum = training_sum.rating_sum + excluded.rating_sum,
        rating_squares = training_sum.rating_squares + excluded.rating_squares,
        knowledge_gained_said = training_sum.knowledge_gained_said + excluded.knowledge_gained_said,
        knowledge_gained_yes = training_sum.knowledge_gained_yes + excluded.knowledge_gained_yes,
        applicable_said = training_sum.applicable_said + excluded.applicable_said,
        applicable_yes = training_sum.applicable_yes + excluded.applicable_yes,
        shared_said = training_sum.shared_said + excluded.shared_said,
        shared_yes = training_sum.shared_yes + excluded.shared_yes;
    delete from training_session_sum s where s.session_id = changed;
    insert into training_session_sum select * from training_session_fact f where f.session_id = changed;
end
$$;

create function refresh_training_sum_of_session() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    perform refresh_training_sum(new.id);
    return null;
end
$$;

create function refresh_training_sum_of_figure() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    perform refresh_training_sum(new.session_id);
    return null;
end
$$;

-- Deferred to the commit: by then the lines of a roll call are there, and the writer holds the revision of the data set,
-- behind which writers queue, so that no two of them can wait for each other's sums.
create constraint trigger tr_training_session_sum after insert on training_session
    deferrable initially deferred for each row execute function refresh_training_sum_of_session();
create constraint trigger tr_training_session_sum_changed after update on training_session
    deferrable initially deferred for each row
    when ((old.status, old.programme, old.training_type, old.session_date, old.project_id, old.place_municipalities)
        is distinct from
        (new.status, new.programme, new.training_type, new.session_date, new.project_id, new.place_municipalities))
    execute function refresh_training_sum_of_session();
create constraint trigger tr_head_count_sum after insert on head_count
    deferrable initially deferred for each row execute function refresh_training_sum_of_figure();
create constraint trigger tr_session_evaluation_sum after insert or update on session_evaluation
    deferrable initially deferred for each row execute function refresh_training_sum_of_figure();

-- All sums anew, for a database that was filled without its triggers, as after a restore or a bulk load.
create function rebuild_training_sums() returns void
    language plpgsql set search_path = public, pg_temp
    as $$
begin
    delete from training_sum;
    delete from training_session_sum;
    insert into training_session_sum select * from training_session_fact;
    insert into training_sum
    select g.grain, s.programme, s.training_type, coalesce(s.target_group, ''), g.at_municipality, g.period_from,
        g.period_until, s.profession,
        sum(s.records), sum(s.planned), sum(s.held), sum(s.best_halves), sum(s.lowest), sum(s.highest),
        sum(s.without_margin), sum(s.exact), sum(s.approximate), sum(s.range), sum(s.at_least), sum(s.vague),
        sum(s.not_measured), sum(s.codes), sum(s.answers), sum(s.rating_sum), sum(s.rating_squares),
        sum(s.knowledge_gained_said), sum(s.knowledge_gained_yes), sum(s.applicable_said), sum(s.applicable_yes),
        sum(s.shared_said), sum(s.shared_yes)
    from training_session_sum s
    cross join lateral training_grains(s.municipality, s.session_date) g
    group by 1, 2, 3, 4, 5, 6, 7, 8;
end
$$;

select rebuild_training_sums();

-- Read by the application, written by its triggers only.
grant select on training_session_fact, training_session_sum, training_sum to ${application_role};

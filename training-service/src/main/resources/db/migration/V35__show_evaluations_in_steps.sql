-- What answers add up to is shown in steps of five answers at least, so that no figure before and after an answer, and no
-- two figures, tell what fewer than five answered (ADR 44). The columns that were there add up what was received; these
-- are what the last complete step of the session shows of it.
alter table session_evaluation
    add column shown_answers bigint not null default 0,
    add column shown_rating_sum bigint not null default 0,
    add column shown_rating_squares bigint not null default 0,
    add column shown_knowledge_gained_said bigint not null default 0,
    add column shown_knowledge_gained_yes bigint not null default 0,
    add column shown_applicable_said bigint not null default 0,
    add column shown_applicable_yes bigint not null default 0,
    add column shown_shared_said bigint not null default 0,
    add column shown_shared_yes bigint not null default 0,
    -- Whether what no step of the session holds has been left to the remainder of its type and year.
    add column closed boolean not null default false,
    add constraint ck_session_evaluation_shown_answers check (
        shown_answers = 0 or shown_answers between 5 and answers);

-- Whether a step holds the answer; its remark is shown from then on.
alter table evaluation add column shown boolean not null default false;
grant update (shown) on evaluation to ${application_role};

-- What the closed sessions of one programme, type and calendar year left over, and what the steps of that show. A session
-- that is corrected later takes its own steps along and nothing of these, for nobody knows any more whose they are.
create table evaluation_remainder (
    programme text not null,
    training_type text not null,
    year integer not null,
    answers bigint not null default 0,
    rating_sum bigint not null default 0,
    rating_squares bigint not null default 0,
    knowledge_gained_said bigint not null default 0,
    knowledge_gained_yes bigint not null default 0,
    applicable_said bigint not null default 0,
    applicable_yes bigint not null default 0,
    shared_said bigint not null default 0,
    shared_yes bigint not null default 0,
    shown_answers bigint not null default 0,
    shown_rating_sum bigint not null default 0,
    shown_rating_squares bigint not null default 0,
    shown_knowledge_gained_said bigint not null default 0,
    shown_knowledge_gained_yes bigint not null default 0,
    shown_applicable_said bigint not null default 0,
    shown_applicable_yes bigint not null default 0,
    shown_shared_said bigint not null default 0,
    shown_shared_yes bigint not null default 0,
    constraint pk_evaluation_remainder primary key (programme, training_type, year),
    constraint ck_evaluation_remainder_shown_answers check (
        shown_answers = 0 or shown_answers between 5 and answers)
);

grant select, insert, update on evaluation_remainder to ${application_role};

-- As before, but that a session contributes of its evaluations what its steps show. What sessions have contributed already
-- is brought in line by the next migration, beside the traffic.
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
    where s.status <> 'CANCELLED';

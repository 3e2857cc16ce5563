-- Reach by day, kept from what sessions contribute, so that reach over many sessions costs what its days cost. Without
-- place, track and action line: questions about those are answered from the sessions.
create table training_reach_sum (
    programme text not null,
    target_group text not null,
    session_date date not null,
    records bigint not null,
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
    constraint pk_training_reach_sum primary key (programme, session_date, target_group)
) with (fillfactor = 50);

-- By statement: one session's write changes a row or two, a rebuild all of them at once.
create function keep_training_reach() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
declare
    sign bigint := case tg_op when 'INSERT' then 1 else -1 end;
begin
    insert into training_reach_sum
    select c.programme, c.target_group, c.session_date, sign * sum(c.records), sign * sum(c.best_halves),
        sign * sum(c.lowest), sign * sum(c.highest), sign * sum(c.without_margin), sign * sum(c.exact),
        sign * sum(c.approximate), sign * sum(c.range), sign * sum(c.at_least), sign * sum(c.vague),
        sign * sum(c.not_measured)
    from changed c
    where c.profession = '*' and c.target_group is not null
    group by 1, 2, 3
    on conflict on constraint pk_training_reach_sum do update set
        records = training_reach_sum.records + excluded.records,
        best_halves = training_reach_sum.best_halves + excluded.best_halves,
        lowest = training_reach_sum.lowest + excluded.lowest,
        highest = training_reach_sum.highest + excluded.highest,
        without_margin = training_reach_sum.without_margin + excluded.without_margin,
        exact = training_reach_sum.exact + excluded.exact,
        approximate = training_reach_sum.approximate + excluded.approximate,
        range = training_reach_sum.range + excluded.range,
        at_least = training_reach_sum.at_least + excluded.at_least,
        vague = training_reach_sum.vague + excluded.vague,
        not_measured = training_reach_sum.not_measured + excluded.not_measured;
    return null;
end
$$;

create trigger tr_training_session_sum_reach_added after insert on training_session_sum
    referencing new table as changed for each statement execute function keep_training_reach();
create trigger tr_training_session_sum_reach_removed after delete on training_session_sum
    referencing old table as changed for each statement execute function keep_training_reach();

-- What sessions contributed before this migration.
insert into training_reach_sum
select c.programme, c.target_group, c.session_date, sum(c.records), sum(c.best_halves), sum(c.lowest), sum(c.highest),
    sum(c.without_margin), sum(c.exact), sum(c.approximate), sum(c.range), sum(c.at_least), sum(c.vague),
    sum(c.not_measured)
from training_session_sum c
where c.profession = '*' and c.target_group is not null
group by 1, 2, 3;

-- Read by the application, written by the triggers only.
grant select on training_reach_sum to ${application_role};

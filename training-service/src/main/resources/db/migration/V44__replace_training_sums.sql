-- The sums of before cost every write and are read by the last release only, beside which this one starts. For that one each
-- is a view of the same name and rows, added up at reading. A later migration drops them.
drop trigger tr_training_session_sum on training_session;
drop trigger tr_training_session_sum_changed on training_session;
drop trigger tr_head_count_sum on head_count;
drop trigger tr_session_evaluation_sum on session_evaluation;
drop function refresh_training_sum_of_session(), refresh_training_sum_of_figure(), refresh_training_sum(uuid);
drop table training_reach_sum, training_sum, training_session_sum;
drop function keep_training_reach();

create view training_session_sum with (security_invoker = true) as select * from training_session_fact;

create view training_sum with (security_invoker = true) as
    select g.grain, f.programme, f.training_type, coalesce(f.target_group, '') as target_group,
        g.at_municipality as municipality, g.period_from, g.period_until, f.profession,
        sum(f.records)::bigint as records, sum(f.planned)::bigint as planned, sum(f.held)::bigint as held,
        sum(f.best_halves)::bigint as best_halves, sum(f.lowest)::bigint as lowest, sum(f.highest)::bigint as highest,
        sum(f.without_margin)::bigint as without_margin, sum(f.exact)::bigint as exact,
        sum(f.approximate)::bigint as approximate, sum(f.range)::bigint as range, sum(f.at_least)::bigint as at_least,
        sum(f.vague)::bigint as vague, sum(f.not_measured)::bigint as not_measured, sum(f.codes)::bigint as codes,
        sum(f.answers)::bigint as answers, sum(f.rating_sum)::bigint as rating_sum,
        sum(f.rating_squares)::bigint as rating_squares,
        sum(f.knowledge_gained_said)::bigint as knowledge_gained_said,
        sum(f.knowledge_gained_yes)::bigint as knowledge_gained_yes,
        sum(f.applicable_said)::bigint as applicable_said, sum(f.applicable_yes)::bigint as applicable_yes,
        sum(f.shared_said)::bigint as shared_said, sum(f.shared_yes)::bigint as shared_yes
    from training_session_fact f
    cross join lateral training_grains(f.municipality, f.session_date) g
    group by 1, 2, 3, 4, 5, 6, 7, 8;

create view training_reach_sum with (security_invoker = true) as
    select f.programme, f.target_group, f.session_date, sum(f.records)::bigint as records,
        sum(f.best_halves)::bigint as best_halves, sum(f.lowest)::bigint as lowest, sum(f.highest)::bigint as highest,
        sum(f.without_margin)::bigint as without_margin, sum(f.exact)::bigint as exact,
        sum(f.approximate)::bigint as approximate, sum(f.range)::bigint as range, sum(f.at_least)::bigint as at_least,
        sum(f.vague)::bigint as vague, sum(f.not_measured)::bigint as not_measured
    from training_session_fact f
    where f.profession = '*' and f.target_group is not null
    group by 1, 2, 3;

grant select on training_session_sum, training_sum, training_reach_sum to ${application_role};

-- All entries anew, and with the next fold all sums, for a database that was filled without its triggers.
create or replace function rebuild_training_sums() returns void
    language plpgsql set search_path = public, pg_temp
    as $$
begin
    perform 1 from data_set where name = 'training' for update;
    delete from training_entry;
    insert into training_entry select 1, f.*, '0' from training_fact f;
    update sums_snapshot set cluster = null where name = 'training';
end
$$;

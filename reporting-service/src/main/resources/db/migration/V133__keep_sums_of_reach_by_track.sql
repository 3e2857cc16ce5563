-- Smaller sums of what is asked most. reach_by_group has a row for each action line and round, of which a question by
-- target group and year adds up eight for one of these.
do $$
declare
    one record;
begin
    for one in select * from (values
        ('reach_by_track', ', track text', ', track'),
        ('reach_by_action_line', ', track text, action_line text', ', track, action_line'))
        as tables (name, columns, keys)
    loop
        -- Rows change often and in place. A question about a track reads its rows only.
        execute format('create table %I (programme text not null%s, period_from date not null,'
            || ' period_until date not null, included_in text, target_group text not null,'
            || ' records bigint not null, best_halves bigint not null, lowest bigint not null, highest bigint not null,'
            || ' without_margin bigint not null, exact bigint not null, approximate bigint not null,'
            || ' ranges bigint not null, at_least bigint not null, vague bigint not null, not_measured bigint not null,'
            || ' constraint uq_%s unique nulls not distinct (programme%s, period_from, period_until, included_in,'
            || ' target_group))'
            || ' with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05)',
            one.name, one.columns, one.name, one.keys);
        -- They do not say whose a figure is.
        execute format('alter table %I enable row level security', one.name);
        execute format('create policy staff on %I to ${staff_role} using (true)', one.name);
        execute format('grant select, insert, update, delete on %I to ${application_role}', one.name);
    end loop;
end $$;

-- The next fold makes all sums anew; until then answers come from observations.
update sums_snapshot set cluster = null where name = 'reach';

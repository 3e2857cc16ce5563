-- Each answer about reach reads the observations that are not in the sums yet.
-- The index is built beside the traffic. What an interrupted attempt left goes first.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
drop index concurrently if exists ix_reach_observation_x;
create index concurrently ix_reach_observation_x on reach_observation (x);
analyze reach_observation (x);
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

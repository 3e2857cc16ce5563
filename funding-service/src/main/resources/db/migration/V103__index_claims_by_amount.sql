-- Claims are listed by what they come to. Built beside the traffic.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
drop index concurrently if exists ix_reclaim_standing_amount_id;
create index concurrently ix_reclaim_standing_amount_id on reclaim (coalesce(corrected_amount, amount), id);
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

-- Beside the traffic.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
alter table indicator_actual validate constraint ck_indicator_actual_reason;
alter table indicator_actual validate constraint ck_indicator_actual_withdrawal_reason;
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

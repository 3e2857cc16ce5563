-- Without a lock that a request would wait for.
alter table advice_question_tally validate constraint ck_advice_question_tally_withdrawal;
alter table advice_question_tally validate constraint ck_advice_question_tally_reason;
alter table network_meeting validate constraint ck_network_meeting_withdrawal;
alter table network_meeting validate constraint ck_network_meeting_reason;
alter table learning_completion validate constraint ck_learning_completion_withdrawal;
alter table learning_completion validate constraint ck_learning_completion_reason;
alter table corrected_figure validate constraint ck_corrected_figure_figure;

-- Built beside the traffic, as in V40.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;

-- Of completions that stand, a group and a period have one number. A try that was broken off leaves an invalid index.
drop index concurrently if exists uq_learning_completion_standing;
create unique index concurrently uq_learning_completion_standing on learning_completion
    (module_id, period_from, period_until, target_group, organisation_id) nulls not distinct where withdrawn_at is null;
drop index concurrently if exists uq_learning_completion_module_id_period_group;

select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

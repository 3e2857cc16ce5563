-- A payment is found by its reference in whatever case. Built beside the traffic.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
drop index concurrently if exists ix_disbursement_programme_reference_key;
create index concurrently ix_disbursement_programme_reference_key on disbursement (programme, code_key(reference))
    where reference is not null;
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

-- References and series that differ by case only are one, for new sessions: those that are there may differ by it, so that no
-- index is unique. Built beside the traffic, as in V40: an attempt that was broken off has left what goes first.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;

drop index concurrently if exists ix_training_session_reference_key;
create index concurrently ix_training_session_reference_key on training_session (programme, code_key(reference))
    where reference is not null;
drop index concurrently if exists ix_training_session_series_key;
create index concurrently ix_training_session_series_key on training_session (programme, code_key(series))
    where series is not null;

select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

-- Questions that no sums answer are read from entries: those of a small programme, or of a few months, by this index. Built
-- beside the traffic, as in V106: an attempt that was broken off has left what goes first.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;

drop index concurrently if exists ix_training_entry_programme_session_date;
create index concurrently ix_training_entry_programme_session_date on training_entry (programme, session_date);

select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

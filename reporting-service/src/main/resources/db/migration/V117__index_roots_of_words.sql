-- Built beside the traffic, as in V85. A try that was broken off leaves an invalid index.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
drop index concurrently if exists ix_catalogue_word_root;
create index concurrently ix_catalogue_word_root on catalogue_word (dutch_root(word));
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

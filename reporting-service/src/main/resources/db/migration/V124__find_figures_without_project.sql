-- A figure without a project that states the same of the same source as another one is recorded once. Those that are there stay.
-- Spacing and case make no other source, as in SourceText.
create or replace function source_key(source text) returns text
language sql immutable strict parallel safe
return casefold(btrim(regexp_replace(source,
    U&'[\0009-\000D\001C-\0020\00A0\1680\2000-\200A\2028\2029\202F\205F\3000]+', ' ', 'g'))
    collate pg_catalog.pg_unicode_fast);

-- Built beside the traffic, as in V85. A try that was broken off leaves an invalid index.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
drop index concurrently if exists ix_reach_observation_without_project;
create index concurrently ix_reach_observation_without_project on reach_observation
    (programme, target_group, period_from, period_until) where project_id is null and not tally;
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

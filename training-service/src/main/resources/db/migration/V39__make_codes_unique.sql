-- Two codes that differ by case, Unicode form or outer white space only are one. Where two are there already, none of the
-- indexes is built, and the message names all of them: an index that fails names one pair and leaves those before it.
do $$
declare
    found text;
begin
    select string_agg(codes, '; ' order by codes) into found from (
        select 'training_type ' || string_agg(quote_literal(code), ', ' order by code) as codes
        from training_type group by code_key(code) having count(*) > 1) as colliding;
    if found is not null then
        raise exception 'needed: one code for each record, for these are one: %', found
            using hint = 'Give all but one of each another code (runbook, Codes that are one), and migrate again.';
    end if;
end $$;

-- Built beside the traffic: that holds nobody up, and may itself take and wait as long as it needs. What an attempt that
-- was broken off has left is not used by anybody, and goes first.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
drop index concurrently if exists uq_training_type_code_key;
create unique index concurrently uq_training_type_code_key on training_type (code_key(code));
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

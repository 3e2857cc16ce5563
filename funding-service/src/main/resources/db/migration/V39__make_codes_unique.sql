-- Two codes that differ by case, Unicode form or outer white space only are one. Where two are there already, none of the
-- indexes is built, and the message names all of them: an index that fails names one pair and leaves those before it.
do $$
declare
    found text;
begin
    select string_agg(codes, '; ' order by codes) into found from (
        select 'programme ' || string_agg(quote_literal(code), ', ' order by code) as codes
        from programme group by code_key(code) having count(*) > 1
        union all
        select 'scheme ' || string_agg(quote_literal(code), ', ' order by code) as codes
        from scheme group by code_key(code) having count(*) > 1
        union all
        select 'organisation ' || string_agg(quote_literal(number), ', ' order by number) as codes
        from organisation group by code_key(number) having count(*) > 1
        union all
        select 'budget_line ' || programme || ' ' || string_agg(quote_literal(code), ', ' order by code) as codes
        from budget_line group by programme, code_key(code) having count(*) > 1
        union all
        select 'project ' || programme || ' ' || string_agg(quote_literal(code), ', ' order by code) as codes
        from project group by programme, code_key(code) having count(*) > 1
        union all
        select 'award ' || programme || ' ' || string_agg(quote_literal(number), ', ' order by number) as codes
        from award group by programme, code_key(number) having count(*) > 1) as colliding;
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
drop index concurrently if exists uq_programme_code_key;
create unique index concurrently uq_programme_code_key on programme (code_key(code));
drop index concurrently if exists uq_scheme_code_key;
create unique index concurrently uq_scheme_code_key on scheme (code_key(code));
drop index concurrently if exists uq_organisation_number_key;
create unique index concurrently uq_organisation_number_key on organisation (code_key(number));
drop index concurrently if exists uq_budget_line_programme_code_key;
create unique index concurrently uq_budget_line_programme_code_key on budget_line (programme, code_key(code));
drop index concurrently if exists uq_project_programme_code_key;
create unique index concurrently uq_project_programme_code_key on project (programme, code_key(code));
drop index concurrently if exists uq_award_programme_number_key;
create unique index concurrently uq_award_programme_number_key on award (programme, code_key(number));
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

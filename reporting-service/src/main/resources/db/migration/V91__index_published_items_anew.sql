-- Items that were published before are indexed like new ones, a few at a time, so that a publication waits for few of them. An
-- interrupted attempt begins anew.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
update catalogue_item i set phase = l.phase, roles = l.helps from lesson l where l.id = i.id and i.kind = 'LESSON';
do $$
declare
    since bigint := 0;
    last bigint := (select coalesce(max(number), 0) from catalogue_item);
begin
    while since <= last loop
        update catalogue_document set facets = facets where number >= since and number < since + 200;
        commit;
        since := since + 200;
    end loop;
end $$;
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

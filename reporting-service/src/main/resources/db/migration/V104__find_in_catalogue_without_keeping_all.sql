-- As before, but what is found in a window of the catalogue is counted apart: a count beside the rows kept the documents of all
-- of them, of which at most a thousand are returned. The last release asks in the same way.
create or replace function find_in_catalogue(words tsquery, wanted text[], ranked integer, counted integer)
    returns table (id uuid, published_at timestamptz, facets text[], document tsvector, matched bigint)
    language plpgsql stable
    -- Without its index a word is looked for in every document. Planned for the words asked, to know what they ask.
    set enable_seqscan = off
    set plan_cache_mode = force_custom_plan
as $$
declare
    width bigint := 5000;
    upto bigint := (select coalesce(max(i.number), 0) + 1 from catalogue_item i);
    since bigint := (upto - 1) / width * width;
    shown bigint := 0;
    had bigint := 0;
    here bigint;
begin
    while upto > 0 and shown < ranked loop
        select count(*) into here from catalogue_document d
        where d.number >= since and d.number < upto
            and (words is null or d.document @@ words) and (wanted = '{}' or d.facets @> wanted);
        if here > 0 then
            return query select d.id, d.published_at, d.facets, d.document, cast(null as bigint)
                from catalogue_document d
                where d.number >= since and d.number < upto
                    and (words is null or d.document @@ words) and (wanted = '{}' or d.facets @> wanted)
                order by d.number desc limit ranked - shown;
        end if;
        had := had + here;
        shown := shown + here;
        upto := since;
        since := greatest(since - 2 * width, 0);
        width := 2 * width;
    end loop;
    select had + count(*) into matched from (
        select from catalogue_document d
        where d.number < upto
            and (words is null or d.document @@ words) and (wanted = '{}' or d.facets @> wanted)
        limit greatest(counted - had, 0)) as older;
    return next;
end $$;

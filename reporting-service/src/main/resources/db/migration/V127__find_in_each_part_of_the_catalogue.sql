-- As before, but each part of the catalogue is asked by its own name. A part that was chosen by the numbers in it was searched
-- by its key wherever a question of many words seemed to find most of it: PostgreSQL 18 also uses an index by its second column.
-- Then every document of the part was read, where the index of words gives the answer alone. A part is searched once: its hits
-- are counted and the newest of them noted by their place in the table. The last release asks in the same way.
create or replace function find_in_catalogue(words tsquery, wanted text[], ranked integer, counted integer)
    returns table (id uuid, published_at timestamptz, facets text[], document tsvector, matched bigint)
    language plpgsql stable
    -- Without its index a word is looked for in every document.
    set enable_seqscan = off
as $$
declare
    part bigint := (select least(max(i.number) / 5000, 39) from catalogue_item i);
    asked text := concat_ws(' and ', 'true', case when words is not null then 'document @@ $1' end,
        case when wanted <> '{}' then 'facets @> $2' end);
    newest tid[];
    had bigint := 0;
    here bigint;
begin
    while part >= 0 and had < greatest(ranked, counted) loop
        if had < ranked then
            execute format(
                'with hit as materialized (select ctid, number from catalogue_document_%s where %s)
                select array(select h.ctid from hit h order by h.number desc limit $3), (select count(*) from hit)', part, asked)
                into newest, here using words, wanted, ranked - had;
            if here > 0 then
                return query execute format(
                    'select d.id, d.published_at, d.facets, d.document, cast(null as bigint)
                    from catalogue_document_%s d where d.ctid = any ($1)', part) using newest;
            end if;
        else
            execute format('select count(*) from (select from catalogue_document_%s where %s limit $3) as older', part, asked)
                into here using words, wanted, counted - had;
        end if;
        had := had + here;
        part := part - 1;
    end loop;
    id := null;
    published_at := null;
    facets := null;
    document := null;
    matched := had;
    return next;
end $$;

-- A grant on a table is none on its parts.
do $$
begin
    for part in 0..39 loop
        execute format('grant select on catalogue_document_%s to ${application_role}', part);
    end loop;
end $$;

-- How words of published texts that begin so go on, where some of these beginnings are no words but the names of codes, which
-- stand in the documents too: the shortest beginnings that no name has, and whole words that are the beginning of a name. Goes
-- from one to the next by the index, however many words have it.
create function catalogue_beginnings(begun text, names text[]) returns table (beginning text, is_word boolean)
    language plpgsql stable rows 20
    set enable_seqscan = off
as $$
declare
    after text := begun;
    found text;
begin
    loop
        select k.word into found from catalogue_word k where k.word ~>=~ after order by k.word using ~<~ limit 1;
        exit when found is null or not starts_with(found, begun);
        select left(found, i) into beginning from generate_series(length(begun), length(found)) i
            where not exists (select from unnest(names) n where starts_with(n, left(found, i))) order by i limit 1;
        is_word := beginning is null;
        beginning := coalesce(beginning, found);
        return next;
        after := beginning || case when is_word then ' ' else chr(1114111) end;
    end loop;
end $$;

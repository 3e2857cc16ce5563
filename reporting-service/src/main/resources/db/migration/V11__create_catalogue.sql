-- What the public may find. A row is written in the transaction that publishes its record, so that the catalogue never
-- shows what is not public, nor misses what is.
create table catalogue_item (
    id uuid not null,
    -- Rises as things are published: what was published last is looked at first.
    number bigint generated always as identity,
    kind text not null,
    programme text not null,
    type text,
    title text not null,
    text text,
    tags text[] not null,
    language text not null,
    source text not null,
    project_id uuid,
    track text,
    action_line text,
    funding_instrument text,
    intervention_types text[] not null,
    phenomena text[] not null,
    place_scope text not null,
    municipalities text[] not null,
    verdicts text[] not null,
    published_at timestamptz not null,
    created_at timestamptz not null default now(),
    created_by text not null default current_user,
    version integer not null default 0,
    constraint pk_catalogue_item primary key (id),
    constraint uq_catalogue_item_number_id unique (number, id),
    constraint ck_catalogue_item_kind check (kind in ('PROJECT', 'LESSON', 'PRODUCT')),
    constraint ck_catalogue_item_language check (language in ('nl', 'en')),
    constraint ck_catalogue_item_activity check (is_activity(
        track, action_line, funding_instrument, intervention_types, phenomena, place_scope)),
    constraint ck_catalogue_item_verdicts check (verdicts <@ array
        ['EFFECTIVE', 'PROMISING', 'INCONCLUSIVE', 'INEFFECTIVE', 'ADVERSE', 'NOT_ASSESSED'])
);

-- What stands between < and > would be taken for a tag and not be found.
create function to_catalogue_document(title text, tags text, text text) returns tsvector
    language sql immutable
    return setweight(to_tsvector('dutch'::regconfig, translate(title, '<>', '  ')), 'A')
        || setweight(to_tsvector('dutch'::regconfig, translate(tags, '<>', '  ')), 'B')
        || setweight(to_tsvector('dutch'::regconfig, translate(coalesce(text, ''), '<>', '  ')), 'C')
        || setweight(
            to_tsvector('simple'::regconfig, translate(title || ' ' || tags || ' ' || coalesce(text, ''), '<>', '  ')),
            'D');

create index ix_catalogue_item_project_id on catalogue_item (project_id);

-- What an item is found by, apart from what is shown of it: a search reads thousands of these and shows fifty.
create table catalogue_document (
    id uuid not null,
    number bigint not null,
    published_at timestamptz not null,
    -- Each as name:code, so that one index answers any combination and one pass counts them all.
    facets text[] not null,
    -- Stems find other forms of a word; the words as written find one that is still being typed.
    document tsvector not null,
    -- Counting reads no document, so that must not stand in the row. PostgreSQL puts aside only what is in a row of
    -- more than 2 kB; these blanks make every row so, and are packed to almost nothing themselves.
    filler text not null default repeat(' ', 2048),
    -- Begins with the id, for one that begins with the number would tempt to read every document in that order.
    constraint pk_catalogue_document primary key (id, number),
    constraint fk_catalogue_document_number_id foreign key (number, id)
        references catalogue_item (number, id) on delete cascade
) partition by range (number);
alter table catalogue_document
    alter column document set storage external,
    alter column facets set storage main,
    alter column filler set storage main;

-- An index on words gives all that has a word, not the newest that has it; one for every five thousand items is asked
-- no further than needed. The last part takes all that comes after 195,000: slower then, and still right.
do $$
begin
    for part in 0..39 loop
        execute format(
            'create table catalogue_document_%s partition of catalogue_document for values from (%s) to (%s)
                with (toast_tuple_target = 512)',
            part,
            case part when 0 then 'minvalue' else (part * 5000)::text end,
            case part when 39 then 'maxvalue' else ((part + 1) * 5000)::text end);
    end loop;
end $$;

-- One index for both, so that a frequent word with a frequent facet costs no more than either. Written at once: what
-- waits to be written would have to be read by every search.
create index ix_catalogue_document_document_facets on catalogue_document using gin (document, facets)
    with (fastupdate = off);
create index ix_catalogue_document_published_at on catalogue_document (published_at desc, id);

-- The newest "ranked" items that have all words and all facets, then one row without an id that says how many there
-- are, counted to "counted". Null words and no facets ask for everything. Looks at the last five thousand items, then
-- at twice as many before those, and so on until there are enough; what is older is only counted.
create function find_in_catalogue(words tsquery, wanted text[], ranked integer, counted integer)
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
    shown integer := 0;
    had bigint := 0;
    had_newer bigint;
    hit record;
begin
    while upto > 0 and shown < ranked loop
        had_newer := had;
        for hit in
            select d.id, d.published_at, d.facets, d.document, count(*) over () as found
            from catalogue_document d
            where d.number >= since and d.number < upto
                and (words is null or d.document @@ words) and (wanted = '{}' or d.facets @> wanted)
            order by d.number desc limit ranked - shown
        loop
            id := hit.id;
            published_at := hit.published_at;
            facets := hit.facets;
            document := hit.document;
            return next;
            had := had_newer + hit.found;
            shown := shown + 1;
        end loop;
        upto := since;
        since := greatest(since - 2 * width, 0);
        width := 2 * width;
    end loop;
    id := null;
    select had + count(*) into matched from (
        select from catalogue_document d
        where d.number < upto
            and (words is null or d.document @@ words) and (wanted = '{}' or d.facets @> wanted)
        limit greatest(counted - had, 0)) as older;
    return next;
end $$;

-- A verdict that was published before its project keeps waiting here.
create table catalogue_verdict (
    project_id uuid not null,
    verdicts text[] not null,
    constraint pk_catalogue_verdict primary key (project_id)
);

grant select, insert, update, delete on catalogue_item, catalogue_document to ${application_role};
grant select, insert, update on catalogue_verdict to ${application_role};

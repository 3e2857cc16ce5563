-- The catalogue finds words without their accents, in the forms of the language of each text, and items by the codes that they
-- have, so that a search for the name of a place or the label of a code finds them. Both extensions are trusted: the owner of
-- a database may create them.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

create text search configuration catalogue_nl (copy = dutch);
create text search configuration catalogue_en (copy = english);
create text search configuration catalogue_written (copy = simple);
alter text search configuration catalogue_nl
    alter mapping for word, hword, hword_part with unaccent, dutch_stem;
alter text search configuration catalogue_en
    alter mapping for word, hword, hword_part with unaccent, english_stem;
alter text search configuration catalogue_written
    alter mapping for word, hword, hword_part with unaccent, simple;

-- Signs only separate words, as they do in what is searched for; the parser would take "en/of" for one word.
create function catalogue_words(text text) returns text
    language sql immutable
    return regexp_replace(normalize(coalesce(text, '')), '[^[:alnum:]]+', ' ', 'g');

-- The words as written, without accents: each stands here at least once from its first publication on. What it stands in may
-- be withdrawn since, so a word from here is offered only when it finds something.
create table catalogue_word (
    word text not null
);
create index ix_catalogue_word_word on catalogue_word (word text_pattern_ops);
create index ix_catalogue_word_trigrams on catalogue_word using gin (word gin_trgm_ops);
grant select, insert on catalogue_word to ${application_role};

do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- Without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table catalogue_item, catalogue_document in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
end $$;

-- In which phase and to which roles a lesson is useful. Only a lesson states them, and the release before writes none.
alter table catalogue_item
    add column phase text,
    add column roles text[];

-- By the database, so that the release before indexes the same way.
create function index_catalogue_document() returns trigger
    language plpgsql
as $$
declare
    item catalogue_item;
    tags text;
    stems regconfig;
    written tsvector;
begin
    select * into item from catalogue_item i where i.id = new.id;
    if item.id is null then
        -- The foreign key refuses it.
        return new;
    end if;
    new.facets := array(
        select f from unnest(new.facets) f where f !~ '^(type|tag|track|phase|role|project|year):'
        union all select 'type:' || item.type where item.type is not null
        union all select distinct 'tag:' || t from unnest(item.tags) t
        union all select 'track:' || item.track where item.track is not null
        union all select 'phase:' || item.phase where item.phase is not null
        union all select distinct 'role:' || r from unnest(item.roles) r
        union all select 'project:' || item.project_id where item.project_id is not null
        union all select 'year:' || extract(year from item.published_at at time zone 'Europe/Amsterdam'));
    tags := catalogue_words(array_to_string(item.tags, ' '));
    stems := case item.language when 'en' then 'catalogue_en' else 'catalogue_nl' end::regconfig;
    written := to_tsvector('catalogue_written', catalogue_words(item.title) || ' ' || tags || ' ' || catalogue_words(item.text));
    new.document := setweight(to_tsvector(stems, catalogue_words(item.title)), 'A')
        || setweight(to_tsvector(stems, tags), 'B')
        || setweight(to_tsvector(stems, catalogue_words(item.text)), 'C')
        || setweight(written, 'D')
        -- Codes have no sign that a word can have, so no word is taken for one.
        || coalesce((
            select string_agg(quote_literal(f) || ':1B', ' ')::tsvector
            from unnest(new.facets || case when item.place_scope in ('NATIONAL', 'REGIONAL', 'ABROAD')
                then array['placeScope:' || item.place_scope] else '{}' end) f
            where f ~ '^(kind|type|track|phase|role|actionLine|interventionType|phenomenon|verdict|municipality|province|placeScope):[A-Za-z0-9_-]+$'), '');
    -- Without waiting for others: a word that two transactions publish first stands here twice.
    insert into catalogue_word (word)
    select w from unnest(tsvector_to_array(written)) w
    where length(w) between 3 and 40 and w !~ '^[0-9]+$' and not exists (select from catalogue_word k where k.word = w);
    return new;
end $$;

create trigger tr_catalogue_document_indexed before insert or update on catalogue_document
    for each row execute function index_catalogue_document();

-- Written words that resemble one, the most similar first. Below the usual threshold, because one mistake in a word of five
-- letters leaves two of its trigrams.
create function similar_catalogue_words(typed text, most integer) returns setof text
    language sql stable
    set pg_trgm.similarity_threshold = 0.2
as $$
    select s.word from (select distinct k.word, similarity(k.word, typed) as alike from catalogue_word k where k.word % typed) s
    order by s.alike desc, s.word limit most
$$;

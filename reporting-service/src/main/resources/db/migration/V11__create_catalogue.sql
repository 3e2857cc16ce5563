-- What the public may find. A row is written in the transaction that publishes its record, so that the catalogue never
-- shows what is not public, nor misses what is.
create table catalogue_item (
    id uuid not null,
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

-- What an item is found by, apart from what is shown of it: a search reads many of these and shows few.
create table catalogue_document (
    id uuid not null,
    published_at timestamptz not null,
    -- Each as name:code, so that one index answers any combination and one pass counts them all.
    facets text[] not null,
    -- Stems find other forms of a word; the words as written find one that is still being typed.
    document tsvector not null,
    constraint pk_catalogue_document primary key (id),
    constraint fk_catalogue_document_id foreign key (id) references catalogue_item (id) on delete cascade
);
-- Kept in the row itself as long as it fits: fetching ten thousand from elsewhere takes ten times as long.
alter table catalogue_document alter column document set storage main;
alter table catalogue_document set (toast_tuple_target = 8160);
create index ix_catalogue_document_document on catalogue_document using gin (document);
create index ix_catalogue_document_facets on catalogue_document using gin (facets);
create index ix_catalogue_document_published_at on catalogue_document (published_at desc, id);

-- A verdict that was published before its project keeps waiting here.
create table catalogue_verdict (
    project_id uuid not null,
    verdicts text[] not null,
    constraint pk_catalogue_verdict primary key (project_id)
);

grant select, insert, update, delete on catalogue_item, catalogue_document to ${application_role};
grant select, insert, update on catalogue_verdict to ${application_role};

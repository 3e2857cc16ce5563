-- A table as a document printed it. Its cells are text, malformed ones too, so they are kept as one document.
create table published_table (
    id uuid not null,
    programme text not null,
    code text not null,
    title text not null,
    content text not null,
    source text not null,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_published_table primary key (id),
    constraint ck_published_table_content check (content is json object)
);
create unique index uq_published_table_programme_code on published_table (programme, code_key(code));
create index ix_published_table_code on published_table (code, id);
create index ix_published_table_title on published_table (title, id);

grant select, insert on published_table to ${application_role};

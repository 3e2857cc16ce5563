-- A published table is corrected and withdrawn by new versions, from 1. A version that is public has when and by whom.
alter table published_table
    add column reason text,
    add column withdrawn boolean not null default false,
    add column published_at timestamptz,
    add column published_by text;
update published_table set version = version + 1;
alter table published_table
    drop constraint pk_published_table,
    add constraint pk_published_table primary key (id, version),
    add constraint ck_published_table_version check (version >= 1),
    add constraint ck_published_table_reason check ((reason is null) = (version = 1)),
    add constraint ck_published_table_withdrawn check (version > 1 or not withdrawn),
    add constraint ck_published_table_published check ((published_at is null) = (published_by is null));
drop index uq_published_table_programme_code;
create unique index uq_published_table_programme_code on published_table (programme, code_key(code)) where version = 1;

grant update (published_at, published_by) on published_table to ${application_role};

-- Tables and claims are public through the catalogue.
alter table catalogue_item
    drop constraint ck_catalogue_item_kind,
    add constraint ck_catalogue_item_kind check (kind in ('PROJECT', 'LESSON', 'PRODUCT', 'PUBLISHED_TABLE', 'CLAIM'));

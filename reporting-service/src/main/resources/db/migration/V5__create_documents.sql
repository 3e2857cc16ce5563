-- Documents of an inventory report. What they hold is kept in parts, so that neither the service nor a client of the
-- database ever has a whole one in memory; nothing here is changed or taken away.
create table document (
    id uuid not null,
    report_id uuid not null,
    file_name text not null,
    media_type text not null,
    bytes bigint not null,
    sha256 text not null,
    description text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_document primary key (id),
    constraint fk_document_report_id foreign key (report_id) references inventory_report (id),
    constraint ck_document_media_type check (media_type in ('application/pdf',
        'application/vnd.oasis.opendocument.text',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'image/png', 'image/jpeg')),
    constraint ck_document_bytes check (bytes between 1 and 20971520),
    constraint ck_document_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);

create index ix_document_report_id_created_at_id on document (report_id, created_at, id);

create table document_part (
    document_id uuid not null,
    position integer not null,
    content bytea not null,
    created_at timestamptz not null default now(),
    constraint pk_document_part primary key (document_id, position),
    constraint fk_document_part_document_id foreign key (document_id) references document (id),
    constraint ck_document_part_position check (position >= 0),
    constraint ck_document_part_content check (octet_length(content) between 1 and 262144)
);

-- Nearly all of it is compressed already.
alter table document_part alter column content set storage external;

grant select, insert on document, document_part to ${application_role};

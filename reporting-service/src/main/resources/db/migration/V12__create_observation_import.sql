-- A file of observations on its way in. All that is known of it is here, so that any instance can go on with it.
create table observation_import (
    id uuid not null,
    idempotency_key text not null,
    format text not null,
    dry_run boolean not null,
    status text not null,
    body_hash text,
    bytes bigint not null,
    chunks integer not null,
    rows_read bigint not null,
    bad_rows bigint not null,
    errors bigint not null,
    failure text,
    attempts integer not null,
    finished_at timestamptz,
    -- Who works on it, and until when that is believed.
    worker uuid,
    lease_until timestamptz,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_observation_import primary key (id),
    constraint ck_observation_import_format check (format in ('CSV', 'NDJSON')),
    constraint ck_observation_import_status check (status in
        ('UPLOADING', 'QUEUED', 'RUNNING', 'COMPLETED', 'REJECTED', 'FAILED')),
    constraint ck_observation_import_body_hash check ((body_hash is null) = (status = 'UPLOADING')),
    constraint ck_observation_import_finished_at check
        ((finished_at is not null) = (status in ('COMPLETED', 'REJECTED', 'FAILED'))),
    constraint ck_observation_import_counts check
        (bytes >= 0 and chunks >= 0 and rows_read >= 0 and bad_rows between 0 and rows_read + 1 and attempts >= 0)
);
-- A key belongs to its caller for 24 hours; the service lets go of older ones.
create index ix_observation_import_created_by_idempotency_key on observation_import (created_by, idempotency_key);
create unique index uq_observation_import_uploading on observation_import (created_by, idempotency_key)
    where status = 'UPLOADING';
create index ix_observation_import_created_at on observation_import (created_at, id);
create index ix_observation_import_unfinished on observation_import (created_at)
    where status in ('UPLOADING', 'QUEUED', 'RUNNING');

-- The file as it came, in pieces, until it is done.
create table import_chunk (
    import_id uuid not null,
    number integer not null,
    content bytea not null,
    constraint pk_import_chunk primary key (import_id, number),
    constraint fk_import_chunk_import_id foreign key (import_id) references observation_import (id)
);
-- Packing it would cost more than it saves: it is soon gone.
alter table import_chunk alter column content set storage external;

-- What is wrong, by line; the first ten thousand of a file.
create table import_error (
    import_id uuid not null,
    position bigint not null,
    line bigint not null,
    field text,
    value text,
    code text not null,
    parameters text not null,
    detail text not null,
    constraint pk_import_error primary key (import_id, position),
    constraint fk_import_error_import_id foreign key (import_id) references observation_import (id),
    constraint ck_import_error_parameters check (parameters is json object)
);
-- Rows that are there already are found last, and listed where they stand.
create index ix_import_error_import_id_line on import_error (import_id, line, position);

-- The rows that passed, until all have. Not logged, for they can be made again from the file, and are when they are
-- found missing.
create unlogged table import_row (
    import_id uuid not null,
    line bigint not null,
    -- In the order of their codes, as the key of a figure has them.
    key_municipalities text[] not null,
    like reach_observation
);
create index ix_import_row_import_id on import_row (import_id, line);

grant select, insert, update, delete on observation_import to ${application_role};
grant select, insert, delete on import_chunk, import_error, import_row to ${application_role};

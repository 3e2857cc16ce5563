-- What a caller's key was answered first, so that a repeated request makes nothing twice. Kept for 24 hours.
create table idempotency_key (
    caller text not null,
    path text not null,
    key text not null,
    body_hash text not null,
    status integer not null,
    location text,
    etag text,
    body text not null,
    created_at timestamptz not null default now(),
    constraint pk_idempotency_key primary key (caller, path, key)
);

create index ix_idempotency_key_created_at on idempotency_key (created_at);

grant select, insert, update, delete on idempotency_key to ${application_role};

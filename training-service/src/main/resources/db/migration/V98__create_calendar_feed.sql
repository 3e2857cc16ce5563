-- An address by which a calendar program reads the sessions of its owner. The key in it is kept as a hash alone. The verified
-- address of the owner, for which coordinators register it, is sealed. Revocation and the end of the term delete the row.
create table calendar_feed (
    id uuid not null,
    key_hash bytea not null,
    leads boolean not null,
    attends boolean not null,
    key_id text,
    email bytea,
    expires_on date not null,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_calendar_feed primary key (id),
    constraint uq_calendar_feed_key_hash unique (key_hash),
    constraint ck_calendar_feed_key_hash check (length(key_hash) = 32),
    constraint ck_calendar_feed_sealed check (num_nonnulls(key_id, email) in (0, 2))
);

create index ix_calendar_feed_created_by on calendar_feed (created_by, created_at);
create index ix_calendar_feed_expires_on on calendar_feed (expires_on);
create index ix_calendar_feed_key_id on calendar_feed (key_id) where key_id is not null;

grant select, insert, delete on calendar_feed to ${application_role};
grant update (key_id, email, version) on calendar_feed to ${application_role};

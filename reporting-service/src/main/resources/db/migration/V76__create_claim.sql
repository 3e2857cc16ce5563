-- A statement of a text about figures of the reports, and each correction of it. Versions are added and never changed.
create table claim (
    claim_id uuid not null,
    version integer not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    reason text,
    programme text not null,
    code text not null,
    content text not null,
    withdrawn boolean not null,
    published_at timestamptz,
    published_by text,
    constraint pk_claim primary key (claim_id, version),
    constraint ck_claim_version check (version >= 1),
    constraint ck_claim_reason check ((reason is null) = (version = 1)),
    constraint ck_claim_withdrawn check (version > 1 or not withdrawn),
    constraint ck_claim_published check ((published_at is null) = (published_by is null)),
    constraint ck_claim_content check (content is json object)
);
create unique index uq_claim_programme_code on claim (programme, code_key(code)) where version = 1;
create index ix_claim_code on claim (code, claim_id);

grant select, insert, update (published_at, published_by) on claim to ${application_role};

-- A release: the figures of a programme at one instant, as finished cells (ADR 50). It is prepared, and then published or
-- discarded. What is published never changes.
create table release (
    id uuid not null,
    programme text not null,
    year integer,
    number integer,
    certainty text not null,
    state text not null,
    as_of timestamptz not null,
    epoch text not null,
    calculation_version text not null,
    register_version text not null,
    codelist_version text not null,
    note text,
    -- The release that the changes are counted from; null for the first one.
    previous_id uuid,
    checks text not null,
    rows bigint not null,
    bytes bigint not null,
    sha256 text not null,
    -- Of the same lines in the order of their bytes: a copy that only changes keep in step has no other order.
    sorted_sha256 text not null,
    prepared_at timestamptz not null,
    prepared_by text not null,
    published_at timestamptz,
    published_by text,
    published_on date,
    version integer not null,
    constraint pk_release primary key (id),
    constraint fk_release_previous_id foreign key (previous_id) references release (id),
    constraint ck_release_certainty check (certainty in ('PROVISIONAL', 'FINAL')),
    constraint ck_release_state check (state in ('PREPARED', 'PUBLISHED', 'DISCARDED')),
    constraint ck_release_checks check (checks is json array),
    constraint ck_release_sha256 check (sha256 ~ '^[0-9a-f]{64}$' and sorted_sha256 ~ '^[0-9a-f]{64}$'),
    constraint ck_release_counts check (rows >= 0 and bytes >= 0 and number >= 1),
    constraint ck_release_published check ((state = 'PUBLISHED') =
        (published_at is not null and published_by is not null and published_on is not null
            and year is not null and number is not null))
);
create unique index uq_release_programme_year_number on release (programme, year, number);
-- At most one for each programme and day, so that two successive releases do not show one change alone.
create unique index uq_release_programme_published_on on release (programme, published_on);
create index ix_release_prepared_at on release (prepared_at, id);

-- The cells of one dimension set, in their order.
create table release_table (
    release_id uuid not null,
    name text not null,
    position integer not null,
    report text not null,
    dimensions text[] not null,
    -- What the report has beside its rows.
    head text not null,
    additive boolean not null,
    rows bigint not null,
    sha256 text not null,
    constraint pk_release_table primary key (release_id, name),
    constraint fk_release_table_release_id foreign key (release_id) references release (id),
    constraint uq_release_table_release_id_position unique (release_id, position),
    constraint ck_release_table_report check (report in ('reach', 'training', 'effects')),
    constraint ck_release_table_head check (head is json object)
);

create table release_cell (
    release_id uuid not null,
    -- Over all tables of the release: the order of the file.
    position bigint not null,
    table_name text not null,
    -- What the cell is about: part of the table, source and dimensions.
    key text not null,
    -- The line of the file, without its end.
    line text not null,
    constraint pk_release_cell primary key (release_id, position),
    constraint fk_release_cell_release_id foreign key (release_id) references release (id)
);
create index ix_release_cell_release_id_table_name_key on release_cell (release_id, table_name, md5(key));

-- What differs from the release before, and why. Of a deleted cell the line is that of the release before.
create table release_change (
    release_id uuid not null,
    position bigint not null,
    table_name text not null,
    key text not null,
    action text not null,
    reason text,
    line text not null,
    constraint pk_release_change primary key (release_id, position),
    constraint fk_release_change_release_id foreign key (release_id) references release (id),
    constraint ck_release_change_action check (action in ('UPSERT', 'DELETE')),
    constraint ck_release_change_reason check (reason in ('NEW', 'CORRECTION', 'WITHDRAWN', 'RECLASSIFIED', 'BOUNDARY'))
);

-- What the last verification of a published release found. It is about the release and no part of it.
create table release_verification (
    release_id uuid not null,
    verified_at timestamptz not null,
    intact boolean not null,
    recomputed text not null,
    differences bigint not null,
    constraint pk_release_verification primary key (release_id),
    constraint fk_release_verification_release_id foreign key (release_id) references release (id),
    constraint ck_release_verification_recomputed check (recomputed in ('NO', 'PART', 'WHOLE')),
    constraint ck_release_verification_differences check (differences >= 0)
);

create function refuse_change_of_published_release() returns trigger
    language plpgsql as $$
begin
    if exists (select 1 from release where id = old.release_id and state = 'PUBLISHED') then
        raise exception 'release % is published and does not change', old.release_id;
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create function refuse_change_of_published_row() returns trigger
    language plpgsql as $$
begin
    if old.state = 'PUBLISHED' then
        raise exception 'release % is published and does not change', old.id;
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create function refuse_addition_to_published_release() returns trigger
    language plpgsql as $$
begin
    if exists (select 1 from added join release on release.id = added.release_id and release.state = 'PUBLISHED') then
        raise exception 'a published release does not change';
    end if;
    return null;
end $$;

create trigger immutable before update or delete on release
    for each row execute function refuse_change_of_published_row();
create trigger immutable before update or delete on release_table
    for each row execute function refuse_change_of_published_release();
create trigger immutable before update or delete on release_cell
    for each row execute function refuse_change_of_published_release();
create trigger immutable before update or delete on release_change
    for each row execute function refuse_change_of_published_release();
create trigger complete after insert on release_table
    referencing new table as added for each statement execute function refuse_addition_to_published_release();
create trigger complete after insert on release_cell
    referencing new table as added for each statement execute function refuse_addition_to_published_release();
create trigger complete after insert on release_change
    referencing new table as added for each statement execute function refuse_addition_to_published_release();

grant select, insert, update on release to ${application_role};
grant select, insert, delete on release_table, release_cell, release_change to ${application_role};
grant update (reason) on release_change to ${application_role};
grant select, insert, update on release_verification to ${application_role};

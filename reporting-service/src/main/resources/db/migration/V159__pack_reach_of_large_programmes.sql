-- A place with other fields has no sums: almost every observation is a group by itself then. So those of a large programme are
-- kept a second time, without what no figure is added up by, many in one value. To read and add up a million of them takes less
-- than a second, and from reach_observation several.
create table reach_packed_programme (
    programme text not null,
    -- The database in which it was packed, and the snapshot up to which entries are in it, as in sums_snapshot.
    cluster bigint not null,
    until_x xid8 not null,
    in_progress xid8[] not null,
    checked_at timestamptz not null default now(),
    -- Questions that are answered otherwise from sums. While there are any, observations are read.
    differing integer not null default 0,
    constraint pk_reach_packed_programme primary key (programme)
);
create table reach_packed (
    programme text not null,
    number integer not null,
    -- -1: entries that no longer count.
    sign smallint not null,
    entries integer not null,
    packed bytea not null,
    constraint pk_reach_packed primary key (programme, number),
    constraint ck_reach_packed_sign check (sign in (-1, 1))
);
-- It is small as it is, and reading it must not cost more.
alter table reach_packed alter column packed set storage external;

-- They do not say whose a figure is.
alter table reach_packed_programme enable row level security;
create policy staff on reach_packed_programme to ${staff_role} using (true);
alter table reach_packed enable row level security;
create policy staff on reach_packed to ${staff_role} using (true);
grant select, insert, update, delete on reach_packed_programme, reach_packed to ${application_role};

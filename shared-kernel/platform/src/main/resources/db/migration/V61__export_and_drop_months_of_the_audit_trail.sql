-- What is exported, month by month (ADR 65): which seals, the head of the chain before and after them, and the file. It is a
-- copy of what the store of the exports publishes, and differs from it after somebody changed either.
create table audit_export (
    month date not null,
    first_seal bigint not null,
    last_seal bigint not null,
    hash_before bytea not null,
    hash_after bytea not null,
    events bigint not null,
    bytes bigint not null,
    sha256 bytea not null,
    exported_at timestamptz not null default clock_timestamp(),
    verified_at timestamptz not null,
    fault text,
    constraint pk_audit_export primary key (month),
    constraint ck_audit_export_month check (extract(day from month) = 1),
    constraint ck_audit_export_last_seal check (last_seal >= first_seal - 1),
    constraint ck_audit_export_fault check (fault in ('FILE_MISSING', 'FILE_CHANGED', 'CHAIN_BROKEN', 'TRAIL_DIFFERS'))
);

-- The partitions that are gone. The seal is the last that held an event of one of them: the chain in the database begins
-- after it.
create table audit_dropped_partition (
    name text not null,
    until_at timestamptz not null,
    seal bigint not null,
    dropped_at timestamptz not null default clock_timestamp(),
    constraint pk_audit_dropped_partition primary key (name)
);

-- The partitions, from the catalog. The first has no beginning, the default has neither beginning nor end.
create view audit_partition with (security_invoker = true) as
select relname as name, substring(bound from 'FROM \(''(.+?)''\)')::timestamptz as from_at,
    substring(bound from 'TO \(''(.+?)''\)')::timestamptz as until_at
from (select c.relname, pg_get_expr(c.relpartbound, c.oid) as bound from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'audit_event'::regclass) as part;

create function audit_month(moment timestamptz, further integer) returns timestamptz
language sql stable parallel safe
return (date_trunc('month', moment at time zone 'UTC') + make_interval(months => further)) at time zone 'UTC';

-- Makes the partitions of this month, of so many months ahead, and of months that have lines in the default; how many. A
-- partition is attached, because that holds up no write. Of two makers at once, the second leaves it to the first.
create function create_audit_partitions(ahead integer) returns integer
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp set lock_timeout = '500ms'
as $$
declare
    month timestamptz;
    name text;
    made integer := 0;
begin
    if not pg_try_advisory_xact_lock(hashtext('audit_partition'), 0) then
        return 0;
    end if;
    for month in
        select audit_month(now(), further) from generate_series(0, least(ahead, 24)) as further
        union
        select distinct audit_month(at, 0) from audit_event_default
        order by 1
    loop
        continue when exists (select from audit_partition p where p.until_at > month
            and coalesce(p.from_at, '-infinity') <= month);
        name := 'audit_event_' || to_char(month at time zone 'UTC', 'YYYY_MM');
        execute format('create table %I (like audit_event including defaults including constraints)', name);
        execute format('with moved as (delete from audit_event_default where at >= %L and at < %L returning *)'
            ' insert into %I select * from moved', month, audit_month(month, 1), name);
        execute format('alter table audit_event attach partition %I for values from (%L) to (%L)', name, month,
            audit_month(month, 1));
        made := made + 1;
    end loop;
    return made;
end
$$;

-- Drops the oldest partition that ended before this moment, and its name; null when there is none. Only when the exports
-- are one chain without a fault that holds all its events. The service records the exports, so this protects against its
-- mistakes. Against a service that was taken over, one of this month or the last is never dropped, and the store keeps the rest.
create function drop_audit_partition(online_since timestamptz) returns text
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp set lock_timeout = '500ms'
as $$
declare
    part audit_partition;
    last bigint;
    unsealed boolean;
begin
    if not pg_try_advisory_xact_lock(hashtext('audit_partition'), 0) then
        return null;
    end if;
    select * into part from audit_partition
    where until_at <= least(online_since, audit_month(now(), -1)) order by until_at limit 1;
    if not found then
        return null;
    end if;
    execute format('select max(sealed_in), exists (select from %1$I where sealed_in is null) from %1$I', part.name)
        into last, unsealed;
    last := greatest(last, (select max(seal) from audit_dropped_partition), 0);
    if unsealed or (select bool_or(fault is not null) or count(*) = 0 or max(last_seal) < last
            or sum(last_seal - first_seal + 1) <> max(last_seal) from audit_export) then
        return null;
    end if;
    insert into audit_dropped_partition (name, until_at, seal) values (part.name, part.until_at, last);
    execute format('drop table %I', part.name);
    return part.name;
end
$$;

-- Takes away so many of the seals that only an export has the events of; how many there were. The last of them stays, as
-- the beginning of the chain.
create function trim_audit_seals(most integer) returns integer
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp
as $$
declare
    trimmed integer;
begin
    delete from audit_seal where number in (select number from audit_seal
        where number < (select max(seal) from audit_dropped_partition) order by number limit most);
    get diagnostics trimmed = row_count;
    return trimmed;
end
$$;

revoke execute on function create_audit_partitions(integer), drop_audit_partition(timestamptz), trim_audit_seals(integer)
    from public;
grant execute on function create_audit_partitions(integer), drop_audit_partition(timestamptz), trim_audit_seals(integer)
    to ${application_role};
grant select on audit_export, audit_dropped_partition, audit_partition to ${application_role};
grant insert (month, first_seal, last_seal, hash_before, hash_after, events, bytes, sha256, verified_at, fault) on audit_export
    to ${application_role};
grant update (verified_at, fault) on audit_export to ${application_role};

select create_audit_partitions(2);

-- The moment before which nothing can appear any more (ADR 106). A write holds a shared lock until it ends, whose two keys are
-- the second since 2020 and the microsecond in it at which it was registered, so that readers find it whoever has begun it, and
-- also while it has no transaction number yet. Only these locks are shared and have two keys.
create function register_write() returns timestamptz
    language plpgsql
as $$
declare
    registered bigint := cast(extract(epoch from clock_timestamp() - timestamptz '2020-01-01 00:00:00+00') * 1000000 as bigint);
begin
    perform pg_advisory_xact_lock_shared(
        cast(registered / 1000000 as integer), cast(registered % 1000000 as integer));
    -- Read while the lock is held: who has not seen the lock read the clock before.
    return clock_timestamp();
end $$;

-- What is recorded before this moment is seen by every statement that begins later. The clock is read before the locks.
create function recorded_until() returns timestamptz
    language plpgsql
as $$
declare
    now_at timestamptz := clock_timestamp();
    oldest bigint := (select min(cast(l.classid as bigint) * 1000000 + cast(l.objid as bigint)) from pg_locks l
        where l.locktype = 'advisory' and l.mode = 'ShareLock' and l.objsubid = 2
            and l.database = (select d.oid from pg_database d where d.datname = current_database()));
begin
    return least(now_at, timestamptz '2020-01-01 00:00:00+00' + oldest * interval '1 microsecond');
end $$;

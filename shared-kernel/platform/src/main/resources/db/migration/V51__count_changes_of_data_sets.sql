-- A write adds a row here. A revision that it raised in data_set itself would make all writers of a data set wait for one
-- another until each has committed. The revision is that of data_set plus the number of rows here; a job moves the rows
-- into data_set. The release before raises data_set itself, which counts as well (ADR 62).
create table data_set_change (
    id bigint generated always as identity,
    data_set text not null
) with (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);

-- In the order of id, so that deleted entries are together and new ones take their place.
create index ix_data_set_change_data_set_id on data_set_change (data_set, id);
-- PostgreSQL expects few rows of each, so that it uses the index and does not pass deleted rows.
alter table data_set_change alter column data_set set (n_distinct = -1);

-- Moves the changes that are committed into their data sets. What commits later is moved later, so nothing waits for an open
-- transaction. Of two calls at once, the second leaves a data set to the first.
create function fold_data_set_changes() returns void
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp
as $$
declare
    mine text[];
begin
    select array_agg(changed.name) into mine
    from (select d.name from data_set d
        where exists (select from data_set_change c where c.data_set = d.name)
        for update skip locked) as changed;
    if mine is null then
        return;
    end if;
    -- A second statement, because it sees what was committed before the lock. A reader sees both sides or neither.
    with folded as (delete from data_set_change c where c.data_set = any (mine) returning c.data_set)
    update data_set d set revision = d.revision + counted.changes
    from (select f.data_set, count(*) as changes from folded f group by f.data_set) as counted
    where d.name = counted.data_set;
end
$$;

revoke execute on function fold_data_set_changes() from public;
grant execute on function fold_data_set_changes() to ${application_role};
grant select, insert (data_set) on data_set_change to ${application_role};

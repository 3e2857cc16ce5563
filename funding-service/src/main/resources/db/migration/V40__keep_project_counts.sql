-- How many projects a programme has by funding instrument, kept by the transaction that records a project, so that an
-- answer about finances costs the same whatever the number of projects. '' is no instrument: a key knows no null.
create table project_count (
    programme text not null,
    funding_instrument text not null,
    projects bigint not null,
    constraint pk_project_count primary key (programme, funding_instrument)
) with (fillfactor = 50);

-- By statement, so that a bulk load changes a count once.
create function keep_project_count() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    insert into project_count as kept
    select c.programme, coalesce(c.funding_instrument, ''), count(*) from changed c group by 1, 2 order by 1, 2
    on conflict on constraint pk_project_count do update set projects = kept.projects + excluded.projects;
    return null;
end
$$;

-- Other fields of a project change more often than its instrument.
create function move_project_count() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    insert into project_count as kept
    select d.programme, d.funding_instrument, sum(d.projects)
    from (
        select a.programme, coalesce(a.funding_instrument, '') as funding_instrument, 1 as projects from after_change a
        union all
        select b.programme, coalesce(b.funding_instrument, ''), -1 from before_change b) d
    group by 1, 2
    having sum(d.projects) <> 0
    order by 1, 2
    on conflict on constraint pk_project_count do update set projects = kept.projects + excluded.projects;
    return null;
end
$$;

-- The counts anew, for this migration and after a bulk load without triggers.
create function rebuild_project_counts() returns void
    language sql
begin atomic
    delete from project_count;
    insert into project_count
    select programme, coalesce(funding_instrument, ''), count(*) from project group by 1, 2;
end;

revoke execute on function rebuild_project_counts() from public;

-- A project is never deleted. The lock keeps writers of projects out from the triggers to the first count.
lock table project in share row exclusive mode;
create trigger tr_project_count_added after insert on project
    referencing new table as changed for each statement execute function keep_project_count();
create trigger tr_project_count_moved after update on project
    referencing old table as before_change new table as after_change
    for each statement execute function move_project_count();
select rebuild_project_counts();

-- Read by the application for staff, written by the triggers only.
alter table project_count enable row level security;
create policy staff on project_count to ${staff_role} using (true);
grant select on project_count to ${application_role};

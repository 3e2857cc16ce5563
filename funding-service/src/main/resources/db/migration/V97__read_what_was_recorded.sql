-- What projects, prizes and procurements stated before each change, also one by the last release. Lists as of a moment read
-- views in place of the tables, which have the same names: a transaction puts the schema as_of first and states its moment
-- in doorlichting.as_of. Who may see a row follows from how the record stands now, also for its past. A change before this
-- migration left nothing behind: until it, a record stated what it stated when this migration ran.
create table former_record (
    kind text not null,
    id uuid not null,
    version integer not null,
    stated jsonb not null,
    replaced_at timestamptz not null,
    constraint pk_former_record primary key (id, version),
    constraint ck_former_record_kind check (kind in ('prize', 'procurement', 'project'))
);
create index ix_former_record_kind_replaced_at on former_record (kind, replaced_at);
alter table former_record enable row level security;
create policy own on former_record to ${application_role} using (case kind
    when 'prize' then exists (select from prize e where e.id = former_record.id)
    when 'procurement' then exists (select from procurement e where e.id = former_record.id)
    when 'project' then exists (select from project e where e.id = former_record.id)
    else false end);
create policy staff on former_record to ${staff_role} using (true);
grant select on former_record to ${application_role};

create function keep_former_record() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    insert into former_record (kind, id, version, stated, replaced_at)
    values (tg_table_name, old.id, old.version, to_jsonb(old), clock_timestamp())
    on conflict do nothing;
    return null;
end
$$;

create schema as_of;
grant usage on schema as_of to ${application_role}, ${staff_role};

create function as_of.moment() returns timestamptz
    language sql stable
as $$ select current_setting('doorlichting.as_of')::timestamptz $$;

-- What records stated before the first change after the moment.
create function as_of.former(of_kind text) returns table (id uuid, stated jsonb)
    language sql stable
as $$
    select distinct on (f.id) f.id, f.stated from public.former_record f
    where f.kind = of_kind and f.replaced_at > as_of.moment() order by f.id, f.version
$$;

do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
    one text;
begin
    -- All of them or none, and without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table prize, procurement, project in share row exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
    foreach one in array array['prize', 'procurement', 'project'] loop
        execute format('create trigger tr_%1$s_kept after update on %1$I for each row
            when (old.* is distinct from new.*) execute function keep_former_record()', one);
        execute format('create view as_of.%1$I with (security_invoker = true) as
            select (x.row_then).* from public.%1$I present
            left join as_of.former(%1$L) f on f.id = present.id
            cross join lateral (select case when f.id is null then present
                else jsonb_populate_record(cast(null as public.%1$I), f.stated) end as row_then offset 0) x
            where present.created_at <= as_of.moment()', one);
    end loop;
end $$;

grant select on all tables in schema as_of to ${application_role}, ${staff_role};

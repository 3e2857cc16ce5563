-- Lists as of a moment read these views in place of the tables, which have the same names: a transaction puts this schema first
-- and states its moment in doorlichting.as_of. Who may see a row follows from how the record stands now, also for its past.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- Both tables or none, and without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table corrected_result, inventory_round_project_removed in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
end $$;

alter policy own on corrected_result using (case kind
    when 'embedding' then exists (select from embedding e where e.id = corrected_result.id)
    when 'indicator' then exists (select from indicator e where e.id = corrected_result.id)
    when 'inventory_round' then exists (select from inventory_round e where e.id = corrected_result.id)
    when 'lesson' then exists (select from lesson e where e.id = corrected_result.id)
    when 'product' then exists (select from product e where e.id = corrected_result.id)
    when 'product_use' then exists (select from product_use e where e.id = corrected_result.id)
    else false end);

-- The place in the list of projects, as far as it was stored.
alter table inventory_round_project_removed add column position integer;

-- A publication states its moment too.
create or replace function keep_corrected_result() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    former jsonb := to_jsonb(old);
    latter jsonb := to_jsonb(new);
    stated text;
begin
    foreach stated in array array['withdrawn_at', 'corrected_at', 'published_at'] loop
        exit when latter ->> stated is not null and latter ->> stated is distinct from former ->> stated;
        stated := null;
    end loop;
    insert into corrected_result (kind, id, version, stated, replaced_at)
    values (tg_table_name, old.id, old.version, former, coalesce((latter ->> stated)::timestamptz, clock_timestamp()))
    on conflict do nothing;
    return null;
end $$;

create schema as_of;
grant usage on schema as_of to ${application_role}, ${staff_role};

create function as_of.moment() returns timestamptz
    language sql stable
as $$ select current_setting('doorlichting.as_of')::timestamptz $$;

-- What records stated before the first change after the moment.
create function as_of.former(of_kind text) returns table (id uuid, stated jsonb)
    language sql stable
as $$
    select distinct on (c.id) c.id, c.stated from public.corrected_result c
    where c.kind = of_kind and c.replaced_at > as_of.moment() order by c.id, c.version
$$;

do $$
declare
    one text;
begin
    foreach one in array array['embedding', 'indicator', 'inventory_report_tally', 'inventory_round', 'lesson', 'product', 'product_use'] loop
        execute format('create view as_of.%1$I with (security_invoker = true) as
            select (x.row_then).* from public.%1$I present
            left join as_of.former(%1$L) f on f.id = present.id
            cross join lateral (select case when f.id is null then present
                else jsonb_populate_record(cast(null as public.%1$I), f.stated) end as row_then offset 0) x
            where present.created_at <= as_of.moment()', one);
    end loop;
end $$;

create view as_of.indicator_actual with (security_invoker = true) as
select a.* from public.indicator_actual a where a.recorded_at <= as_of.moment();

create view as_of.inventory_round_project with (security_invoker = true) as
select v.round_id, v.project_id, v.position, v.added_at from public.inventory_round_project v
where v.added_at is null or v.added_at <= as_of.moment()
union all
select v.round_id, v.project_id, coalesce(v.position, 0), v.added_at from public.inventory_round_project_removed v
where (v.added_at is null or v.added_at <= as_of.moment()) and v.removed_at > as_of.moment();

create view as_of.inventory_report_version with (security_invoker = true) as
select v.* from public.inventory_report_version v where v.recorded_at <= as_of.moment();

create view as_of.inventory_report_remark with (security_invoker = true) as
select m.* from public.inventory_report_remark m
join public.inventory_report_version v on v.report_id = m.report_id and v.version = m.version
where v.recorded_at <= as_of.moment();

create view as_of.inventory_report with (security_invoker = true) as
select r.id, r.programme, cast(cast(v.content as json) ->> 'roundId' as uuid) as round_id,
    cast(v.content as json) ->> 'reference' as reference, cast(v.content as json) ->> 'title' as title, v.state, v.content,
    case when r.approved_at <= as_of.moment() then r.approved_at end as approved_at,
    case when r.published_at <= as_of.moment() then r.published_at end as published_at,
    v.recorded_at, r.created_at, r.created_by, v.version,
    case when r.withdrawn_at <= as_of.moment() then r.withdrawn_at end as withdrawn_at,
    case when r.withdrawn_at <= as_of.moment() then r.withdrawn_by end as withdrawn_by,
    case when r.withdrawn_at <= as_of.moment() then r.withdrawal_reason end as withdrawal_reason
from public.inventory_report r
join lateral (select n.* from public.inventory_report_version n
    where n.report_id = r.id and n.recorded_at <= as_of.moment() order by n.version desc limit 1) v on true;

-- What filters need of the projects.
create view as_of.inventory_report_project with (security_invoker = true) as
select r.id as report_id, cast(p.entry ->> 'projectId' as uuid) as project_id, p.entry ->> 'organisationId' as organisation_id,
    r.withdrawn_at is not null as withdrawn
from as_of.inventory_report r
cross join lateral json_array_elements(case json_typeof(cast(r.content as json) -> 'projects')
    when 'array' then cast(r.content as json) -> 'projects' else '[]' end) p (entry);

grant select on all tables in schema as_of to ${application_role}, ${staff_role};

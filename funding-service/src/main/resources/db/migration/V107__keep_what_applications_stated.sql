-- What an application stated before each change since it was submitted, with its costs, scores and steps, also by the last
-- release (see V97). A draft is its applicant's until then: nothing of it is kept, and it is in no list of the past.
create function keep_former_application() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    -- What belongs to it is replaced after the row itself.
    insert into former_record (kind, id, version, stated, replaced_at)
    values ('application', old.id, old.version, to_jsonb(old) || jsonb_build_object(
        'application_cost_line', (select coalesce(jsonb_agg(c), '[]') from application_cost_line c
            where c.application_id = old.id),
        'application_score', (select coalesce(jsonb_agg(s), '[]') from application_score s
            where s.application_id = old.id),
        'application_event', (select coalesce(jsonb_agg(e), '[]') from application_event e
            where e.application_id = old.id)),
        changed_at())
    on conflict do nothing;
    return null;
end
$$;

do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
    one text;
begin
    -- Without a place in the queue: requests wait no longer than the statement below takes.
    loop
        begin
            lock table application in share row exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
    create trigger tr_application_kept after update on application for each row
        when (old.status <> 'DRAFT' and old.* is distinct from new.*) execute function keep_former_application();
    -- The first step ends the draft.
    execute format('create view as_of.application with (security_invoker = true) as
        select %s from public.application present
        join public.application_event first_step on first_step.application_id = present.id and first_step.position = 0
            and first_step.happened_at <= as_of.moment()
        left join lateral as_of.first_former(present.id) f on true
        cross join lateral (select case when f.stated is null then present
            else jsonb_populate_record(cast(null as public.application), f.stated) end as row_then offset 0) x',
        (select string_agg(case when a.attname in ('id', 'organisation_id', 'created_at') then 'present.'
                else '(x.row_then).' end || quote_ident(a.attname), ', ' order by a.attnum)
            from pg_attribute a
            where a.attrelid = 'public.application'::regclass and a.attnum > 0 and not a.attisdropped));
    foreach one in array array['application_cost_line', 'application_score', 'application_event'] loop
        execute format('create view as_of.%1$I with (security_invoker = true) as
            select %2$s from public.application a
            left join lateral as_of.first_former(a.id) f on true
            cross join lateral (
                select present.* from public.%1$I present where present.application_id = a.id and f.stated is null
                union all
                select kept.* from jsonb_populate_recordset(cast(null as public.%1$I), f.stated -> %1$L) kept) child',
            one,
            (select string_agg(case when c.attname = 'application_id' then 'a.id as application_id'
                    else 'child.' || quote_ident(c.attname) end, ', ' order by c.attnum)
                from pg_attribute c
                where c.attrelid = format('public.%I', one)::regclass and c.attnum > 0 and not c.attisdropped));
    end loop;
end $$;

grant select on all tables in schema as_of to ${application_role}, ${staff_role};

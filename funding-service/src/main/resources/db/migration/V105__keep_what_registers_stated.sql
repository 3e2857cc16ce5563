-- What programmes, schemes, organisations and payments stated before each change, also one by the last release. A scheme is
-- kept with its bounds, conditions and weights, which are replaced after the scheme itself. An organisation has a number in
-- the place of an id.
create function keep_former_scheme() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    insert into former_record (kind, id, version, stated, replaced_at)
    values ('scheme', old.id, old.version, to_jsonb(old) || jsonb_build_object(
        'scheme_bound', (select coalesce(jsonb_agg(b), '[]') from scheme_bound b where b.scheme_id = old.id),
        'scheme_condition', (select coalesce(jsonb_agg(c), '[]') from scheme_condition c where c.scheme_id = old.id),
        'scheme_weight', (select coalesce(jsonb_agg(w), '[]') from scheme_weight w where w.scheme_id = old.id)),
        clock_timestamp())
    on conflict do nothing;
    return null;
end
$$;

create function keep_former_organisation() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    insert into former_record (kind, id, version, stated, replaced_at)
    values ('organisation', cast(md5(old.number) as uuid), old.version, to_jsonb(old), clock_timestamp())
    on conflict do nothing;
    return null;
end
$$;

do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
    one text;
begin
    -- All of them or none, and without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table programme, scheme, organisation, disbursement in share row exclusive mode nowait;
            lock table former_record in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
    alter table former_record drop constraint ck_former_record_kind;
    -- The rows that there are satisfied the narrower one.
    alter table former_record add constraint ck_former_record_kind check (kind in ('award', 'disbursement', 'organisation',
        'prize', 'procurement', 'programme', 'project', 'scheme')) not valid;
    alter policy own on former_record using (case kind
        when 'award' then exists (select from award e where e.id = former_record.id)
        when 'disbursement' then exists (select from disbursement e where e.id = former_record.id)
        when 'organisation' then exists (select from organisation e where e.number = former_record.stated ->> 'number')
        when 'prize' then exists (select from prize e where e.id = former_record.id)
        when 'procurement' then exists (select from procurement e where e.id = former_record.id)
        when 'programme' then exists (select from programme e where e.id = former_record.id)
        when 'project' then exists (select from project e where e.id = former_record.id)
        when 'scheme' then exists (select from scheme e where e.id = former_record.id)
        else false end);
    create trigger tr_programme_kept after update on programme for each row
        when (old.* is distinct from new.*) execute function keep_former_record();
    create trigger tr_disbursement_kept after update on disbursement for each row
        when (old.* is distinct from new.*) execute function keep_former_record();
    create trigger tr_scheme_kept after update on scheme for each row
        when (old.* is distinct from new.*) execute function keep_former_scheme();
    create trigger tr_organisation_kept after update on organisation for each row
        when (old.* is distinct from new.*) execute function keep_former_organisation();
    foreach one in array array['programme', 'scheme', 'organisation', 'disbursement'] loop
        execute format('create view as_of.%1$I with (security_invoker = true) as
            select (x.row_then).* from public.%1$I present
            left join as_of.former(%1$L) f on f.id = %2$s
            cross join lateral (select case when f.id is null then present
                else jsonb_populate_record(cast(null as public.%1$I), f.stated) end as row_then offset 0) x
            where present.created_at <= as_of.moment()', one,
            case one when 'organisation' then 'cast(md5(present.number) as uuid)' else 'present.id' end);
    end loop;
    foreach one in array array['scheme_bound', 'scheme_condition', 'scheme_weight'] loop
        execute format('create view as_of.%1$I with (security_invoker = true) as
            select present.* from public.%1$I present
            where not exists (select from as_of.former(''scheme'') f where f.id = present.scheme_id)
            union all
            select kept.* from as_of.former(''scheme'') f
            cross join lateral jsonb_populate_recordset(cast(null as public.%1$I), f.stated -> %1$L) kept', one);
    end loop;
end $$;

grant select on all tables in schema as_of to ${application_role}, ${staff_role};

-- What awards with their instalments, conditions and claims stated before each change, also by the last release (see V97).
-- All that one transaction changes has one moment, so that no moment lies between two changes of it.
create function changed_at() returns timestamptz
    language plpgsql
as $$
begin
    if coalesce(current_setting('doorlichting.changed_at', true), '') = '' then
        perform set_config('doorlichting.changed_at', cast(clock_timestamp() as text), true);
    end if;
    return cast(current_setting('doorlichting.changed_at') as timestamptz);
end
$$;

create or replace function keep_former_record() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    insert into former_record (kind, id, version, stated, replaced_at)
    values (tg_table_name, old.id, old.version, to_jsonb(old), changed_at())
    on conflict do nothing;
    return null;
end
$$;

-- An instalment has no version of its own. Its changes are counted, and its award is locked meanwhile.
create function keep_former_instalment() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    insert into former_record (kind, id, version, stated, replaced_at)
    select tg_table_name, old.id, count(*), to_jsonb(old), changed_at() from former_record f where f.id = old.id;
    return null;
end
$$;

-- What one record stated before its first change after the moment. By the primary key, so that a list costs as much as it
-- reads rows, however many records there are and were.
create function as_of.first_former(of_id uuid) returns table (stated jsonb)
    language sql stable
as $$
    select f.stated from public.former_record f
    where f.id = of_id and f.replaced_at > as_of.moment() order by f.version limit 1
$$;

do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
    one record;
begin
    -- All of them or none, and without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table award, award_instalment, award_condition, disbursement, reclaim in share row exclusive mode nowait;
            lock table former_record, award_municipality in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
    -- Of the municipality of a successor, when the award went there. Null is since the award was recorded.
    alter table award_municipality add column added_at timestamptz;
    alter table former_record drop constraint ck_former_record_kind;
    -- The rows that there are satisfied the narrower one.
    alter table former_record add constraint ck_former_record_kind check (kind in ('application', 'award',
        'award_condition', 'award_instalment', 'disbursement', 'organisation', 'prize', 'procurement', 'programme',
        'project', 'reclaim', 'scheme')) not valid;
    alter policy own on former_record using (case kind
        when 'application' then exists (select from application e where e.id = former_record.id)
        when 'award' then exists (select from award e where e.id = former_record.id)
        when 'award_condition' then exists (select from award_condition e where e.id = former_record.id)
        when 'award_instalment' then exists (select from award_instalment e where e.id = former_record.id)
        when 'disbursement' then exists (select from disbursement e where e.id = former_record.id)
        when 'organisation' then exists (select from organisation e where e.number = former_record.stated ->> 'number')
        when 'prize' then exists (select from prize e where e.id = former_record.id)
        when 'procurement' then exists (select from procurement e where e.id = former_record.id)
        when 'programme' then exists (select from programme e where e.id = former_record.id)
        when 'project' then exists (select from project e where e.id = former_record.id)
        when 'reclaim' then exists (select from reclaim e where e.id = former_record.id)
        when 'scheme' then exists (select from scheme e where e.id = former_record.id)
        else false end);
    create or replace trigger tr_award_kept after update on award for each row
        when (old.* is distinct from new.*) execute function keep_former_record();
    create trigger tr_award_condition_kept after update on award_condition for each row
        when (old.* is distinct from new.*) execute function keep_former_record();
    create trigger tr_reclaim_kept after update on reclaim for each row
        when (old.* is distinct from new.*) execute function keep_former_record();
    create trigger tr_award_instalment_kept after update on award_instalment for each row
        when (old.* is distinct from new.*) execute function keep_former_instalment();
    -- What never changes is the present row's, so that its indexes find and order what was there. An instalment is as old
    -- as its id; one whose id has no moment is as old as its award.
    for one in select * from (values
        ('award', '{id,programme,scheme,funding_instrument,number,application_id,year,decided_on,created_at}',
            'present.created_at'),
        ('award_instalment', '{id,award_id,position}', 'coalesce(uuid_extract_timestamp(present.id), ''-infinity'')'),
        ('award_condition', '{id,award_id,programme,funding_instrument,created_at}', 'present.created_at'),
        ('disbursement', '{id,award_id,programme,year,created_at}', 'present.created_at'),
        ('reclaim', '{id,award_id,created_at}', 'present.created_at')) v (name, fixed, since) loop
        execute format('create or replace view as_of.%1$I with (security_invoker = true) as
            select %2$s from public.%1$I present
            left join lateral as_of.first_former(present.id) f on true
            cross join lateral (select case when f.stated is null then present
                else jsonb_populate_record(cast(null as public.%1$I), f.stated) end as row_then offset 0) x
            where %3$s <= as_of.moment()', one.name,
            (select string_agg(case when a.attname = any (cast(one.fixed as text[])) then 'present.'
                    else '(x.row_then).' end || quote_ident(a.attname), ', ' order by a.attnum)
                from pg_attribute a
                where a.attrelid = format('public.%I', one.name)::regclass and a.attnum > 0 and not a.attisdropped),
            one.since);
    end loop;
end $$;

create or replace function move_records_of_award() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    update award_condition set organisation_id = new.organisation_id, version = version + 1 where award_id = new.id;
    update document set organisation_id = new.organisation_id, version = version + 1 where award_id = new.id;
    update disbursement set organisation_id = new.organisation_id, version = version + 1
    where award_id = new.id and status = 'RESERVED';
    insert into award_municipality (municipality, award_id, number, created_at, decided_on, added_at)
    select o.municipality, new.id, new.number, new.created_at, new.decided_on, changed_at()
    from organisation o where o.number = new.organisation_id and o.municipality is not null
    on conflict on constraint pk_award_municipality do nothing;
    return null;
end
$$;

create view as_of.award_municipality with (security_invoker = true) as
    select * from public.award_municipality where coalesce(added_at, created_at) <= as_of.moment();

-- Never changed.
create view as_of.award_decision with (security_invoker = true) as
    select * from public.award_decision where created_at <= as_of.moment();

create view as_of.reclaim_receipt with (security_invoker = true) as
    select * from public.reclaim_receipt where created_at <= as_of.moment();

grant select on all tables in schema as_of to ${application_role}, ${staff_role};

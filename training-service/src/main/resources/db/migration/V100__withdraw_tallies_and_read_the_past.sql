-- Tallies, meetings and completions can be withdrawn, and lists show what networks, modules and these stated at a moment. The last
-- release writes none of these columns, and counts what was withdrawn meanwhile.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- All of them or none, and without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table training_tally, advice_question_tally, network_meeting, learning_completion, network, learning_module,
                corrected_figure in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
end $$;

-- A last version, which counts nowhere. It has who, when and why, as each version has.
alter table training_tally add column withdrawn boolean not null default false;

-- A first version may be withdrawn without a correction.
do $$
declare
    one text;
begin
    foreach one in array array['advice_question_tally', 'network_meeting', 'learning_completion'] loop
        execute format('alter table %1$I
            add column withdrawn_at timestamptz,
            add column withdrawn_by text,
            add column withdrawal_reason text,
            add constraint ck_%1$s_withdrawal check (
                num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) in (0, 3)) not valid,
            drop constraint ck_%1$s_reason,
            add constraint ck_%1$s_reason check (
                version = 0 or withdrawn_at is not null or num_nonnulls(reason, corrected_by) = 2) not valid', one);
        execute format('grant update (withdrawn_at, withdrawn_by, withdrawal_reason) on %I to ${application_role}', one);
    end loop;
end $$;

alter table corrected_figure
    drop constraint ck_corrected_figure_figure,
    add constraint ck_corrected_figure_figure check (figure in (
        'advice_question_tally', 'network_meeting', 'learning_completion', 'network', 'learning_module')) not valid;

-- A withdrawal states its moment. Members of a network are not kept: they may be people, whose erasure overrides history.
create or replace function keep_corrected_figure() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
declare
    former jsonb := to_jsonb(old);
    withdrawn text := to_jsonb(new) ->> 'withdrawn_at';
begin
    if tg_table_name = 'network' then
        former := former || '{"members": [], "key_id": null, "sealed_members": null}';
    end if;
    insert into corrected_figure values (tg_table_name, old.id, old.version, former,
        case when withdrawn is distinct from former ->> 'withdrawn_at' and withdrawn is not null
            then withdrawn::timestamptz else clock_timestamp() end)
    on conflict do nothing;
    return new;
end
$$;

-- Not when members are sealed with another key.
create trigger tr_network_kept before update on network
    for each row when (old.version is distinct from new.version) execute function keep_corrected_figure();
create trigger tr_learning_module_kept before update on learning_module
    for each row execute function keep_corrected_figure();

-- Lists as of a moment read these views in place of the tables, which have the same names: a transaction puts this schema first
-- and states its moment in doorlichting.as_of.
create schema as_of;
grant usage on schema as_of to ${application_role}, ${staff_role};

create function as_of.moment() returns timestamptz
    language sql stable
as $$ select current_setting('doorlichting.as_of')::timestamptz $$;

-- What records stated before the first change after the moment.
create function as_of.former(of_figure text) returns table (id uuid, stated jsonb)
    language sql stable
as $$
    select distinct on (c.id) c.id, c.said from public.corrected_figure c
    where c.figure = of_figure and c.replaced_at > as_of.moment() order by c.id, c.version
$$;

do $$
declare
    one text;
begin
    foreach one in array array['advice_question_tally', 'network_meeting', 'learning_completion', 'network', 'learning_module']
    loop
        execute format('create view as_of.%1$I with (security_invoker = true) as
            select (x.row_then).* from public.%1$I present
            left join as_of.former(%1$L) f on f.id = present.id
            cross join lateral (select case when f.id is null then present
                else jsonb_populate_record(cast(null as public.%1$I), f.stated) end as row_then offset 0) x
            where present.created_at <= as_of.moment()', one);
        execute format('grant select on as_of.%I to ${application_role}', one);
    end loop;
end $$;

-- Instances of the last release insert, seal and verify while this runs, and afterwards (ADR 36): name, columns, rights and
-- functions of the table stay. Nothing is copied and nothing is read; the table is locked for as long as it takes to change
-- names.
create table audit_event_by_month (
    id bigint not null,
    at timestamptz not null default clock_timestamp(),
    actor text,
    client text,
    roles text not null,
    organisation text,
    network text,
    operation text,
    object text,
    trace_id text,
    result text not null,
    status integer not null,
    problem text,
    times integer not null,
    minute timestamptz,
    sealed_in bigint,
    constraint pk_audit_event_by_month primary key (id, at),
    constraint ck_audit_event_result check (result in ('DONE', 'CHECKED', 'REPLAYED', 'REFUSED', 'FAILED')),
    constraint ck_audit_event_status check (status between 100 and 599),
    constraint ck_audit_event_times check (times >= 1),
    -- One act, or how often one caller was refused, or how often a caller without a token was refused within a minute.
    constraint ck_audit_event_actor check (case
        when actor is null then minute is not null and client is null and network is null and operation is null
            and object is null
        else operation is not null and object is not null and (times = 1 or minute is not null)
        end)
) partition by range (at);

create index ix_audit_event_by_month_at_id on audit_event_by_month (at, id);
create index ix_audit_event_by_month_actor_at_id on audit_event_by_month (actor, at, id);
create index ix_audit_event_by_month_object on audit_event_by_month (object text_pattern_ops);
create index ix_audit_event_by_month_sealed_in on audit_event_by_month (sealed_in);
create index ix_audit_event_by_month_unsealed on audit_event_by_month (id) where sealed_in is null;

-- For a month that has no partition, so that no line is ever refused.
create table audit_event_default partition of audit_event_by_month default;

lock table audit_event in access exclusive mode;
alter table audit_event rename to audit_event_before;
alter table audit_event_by_month rename to audit_event;

-- The numbers go on.
do $$
declare
    following bigint := nextval(pg_get_serial_sequence('audit_event_before', 'id'));
begin
    alter table audit_event_before alter column id drop identity;
    execute format('alter table audit_event alter column id add generated always as identity'
        ' (sequence name audit_event_id_seq start with %s)', following);
end
$$;

alter index ix_audit_event_at_id rename to ix_audit_event_before_at_id;
alter index ix_audit_event_actor_at_id rename to ix_audit_event_before_actor_at_id;
alter index ix_audit_event_object rename to ix_audit_event_before_object;
alter index ix_audit_event_sealed_in rename to ix_audit_event_before_sealed_in;
alter index ix_audit_event_unsealed rename to ix_audit_event_before_unsealed;
alter table audit_event_before drop constraint pk_audit_event,
    add constraint pk_audit_event_before primary key using index uq_audit_event_id_at;

alter index pk_audit_event_by_month rename to pk_audit_event;
alter index ix_audit_event_by_month_at_id rename to ix_audit_event_at_id;
alter index ix_audit_event_by_month_actor_at_id rename to ix_audit_event_actor_at_id;
alter index ix_audit_event_by_month_object rename to ix_audit_event_object;
alter index ix_audit_event_by_month_sealed_in rename to ix_audit_event_sealed_in;
alter index ix_audit_event_by_month_unsealed rename to ix_audit_event_unsealed;

-- Its constraint on the moment spares the database from reading it; afterwards the partition has the same bound.
do $$
begin
    execute format('alter table audit_event attach partition audit_event_before for values from (minvalue) to (%L)',
        (select substring(pg_get_constraintdef(oid) from '''(.+?)''') from pg_constraint
            where conrelid = 'audit_event_before'::regclass and conname = 'ck_audit_event_month'));
end
$$;
alter table audit_event_before drop constraint ck_audit_event_month;

-- Everything goes through the whole table: it has the rights, its parts have none.
revoke all on audit_event_before from ${application_role}, ${staff_role};
-- The staff role gets the rights of the application after the last migration, which may be much later.
grant select on audit_event to ${application_role}, ${staff_role};
grant insert (actor, client, roles, organisation, network, operation, object, trace_id, result, status, problem, times,
    minute) on audit_event to ${application_role}, ${staff_role};

-- Everything about an event but its seal, as a JSON array, so that no two events have the same text.
create function audit_event_text(event audit_event) returns text
language sql stable parallel safe
return (jsonb_build_array(event.id, (extract(epoch from event.at) * 1000000)::bigint, event.actor,
    event.client, event.roles, event.organisation, event.network, event.operation, event.object, event.trace_id,
    event.result, event.status, event.problem, event.times, (extract(epoch from event.minute) * 1000000)::bigint))::text;

drop function audit_event_hash(audit_event_before);
create function audit_event_hash(event audit_event) returns bytea
language sql stable parallel safe
return sha256(convert_to(audit_event_text(event), 'UTF8'));

-- As before; the moments spare the update from looking for its events in every month.
create or replace function seal_audit_events(most integer) returns integer
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp set enable_sort = off
as $$
declare
    seal audit_seal;
    oldest timestamptz;
    newest timestamptz;
begin
    if not pg_try_advisory_xact_lock(hashtext('audit_seal'), 0) then
        return 0;
    end if;
    select array_agg(id order by id), array_agg(hash order by id), min(at), max(at)
    into seal.event_ids, seal.event_hashes, oldest, newest
    from (select id, at, audit_event_hash(event) as hash from audit_event event
        where sealed_in is null order by id limit most) as unsealed;
    if seal.event_ids is null then
        return 0;
    end if;
    select number + 1, hash into seal.number, seal.previous_hash from audit_seal order by number desc limit 1;
    if not found then
        seal.number := 1;
        seal.previous_hash := '\x';
    end if;
    seal.sealed_at := clock_timestamp();
    seal.hash := audit_seal_hash(seal);
    insert into audit_seal (number, sealed_at, event_ids, event_hashes, previous_hash, hash)
    values (seal.number, seal.sealed_at, seal.event_ids, seal.event_hashes, seal.previous_hash, seal.hash);
    update audit_event set sealed_in = seal.number where id = any (seal.event_ids) and at between oldest and newest;
    return cardinality(seal.event_ids);
end
$$;

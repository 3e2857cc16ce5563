-- The audit trail (ADR 30), the same in every service. Its rows are only ever added: what the service's role may not do
-- here, it cannot be made to do. Sealing is the owner's, through one function.
create table audit_event (
    id bigint generated always as identity,
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
    constraint pk_audit_event primary key (id),
    constraint ck_audit_event_result check (result in ('DONE', 'CHECKED', 'REPLAYED', 'REFUSED', 'FAILED')),
    constraint ck_audit_event_status check (status between 100 and 599),
    constraint ck_audit_event_times check (times >= 1),
    -- Either one act of somebody, or how often nobody known was refused within a minute.
    constraint ck_audit_event_actor check (case when actor is null
        then minute is not null and client is null and network is null and operation is null and object is null
        else minute is null and times = 1 and operation is not null and object is not null end)
);

create index ix_audit_event_at_id on audit_event (at, id);
create index ix_audit_event_actor_at_id on audit_event (actor, at, id);
create index ix_audit_event_object on audit_event (object text_pattern_ops);
create index ix_audit_event_sealed_in on audit_event (sealed_in);

-- A batch of events: which, what each of them was, and the seal before. No foreign key leads here: a seal that somebody
-- takes away is for the verification to find, not for him to notice.
create table audit_seal (
    number bigint not null,
    sealed_at timestamptz not null,
    event_ids bigint[] not null,
    event_hashes bytea[] not null,
    events integer not null generated always as (cardinality(event_ids)) stored,
    previous_hash bytea not null,
    hash bytea not null,
    constraint pk_audit_seal primary key (number)
);

-- Everything about an event but its seal, as a JSON array, so that no two events have the same text.
create function audit_event_hash(event audit_event) returns bytea
language sql stable parallel safe
return sha256(convert_to(jsonb_build_array(event.id, (extract(epoch from event.at) * 1000000)::bigint, event.actor,
    event.client, event.roles, event.organisation, event.network, event.operation, event.object, event.trace_id,
    event.result, event.status, event.problem, event.times,
    (extract(epoch from event.minute) * 1000000)::bigint)::text, 'UTF8'));

create function audit_seal_hash(seal audit_seal) returns bytea
language sql stable parallel safe
return sha256(seal.previous_hash
    || convert_to(jsonb_build_array(seal.number, (extract(epoch from seal.sealed_at) * 1000000)::bigint,
        to_jsonb(seal.event_ids))::text, 'UTF8')
    || (select string_agg(hash, ''::bytea order by place)
        from unnest(seal.event_hashes) with ordinality as listed (hash, place)));

-- Seals what is committed and not sealed yet, in order, and answers how many. What commits later is in a later batch, so
-- that nothing waits for a long transaction. Of two sealers at once, the second leaves it to the first.
create function seal_audit_events(most integer) returns integer
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp
as $$
declare
    seal audit_seal;
begin
    if not pg_try_advisory_xact_lock(hashtext('audit_seal'), 0) then
        return 0;
    end if;
    select array_agg(id order by id), array_agg(hash order by id) into seal.event_ids, seal.event_hashes
    from (select id, audit_event_hash(event) as hash from audit_event event
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
    update audit_event set sealed_in = seal.number where id = any (seal.event_ids);
    return cardinality(seal.event_ids);
end
$$;

revoke execute on function seal_audit_events(integer) from public;

grant select on audit_event, audit_seal to ${application_role};
grant insert (actor, client, roles, organisation, network, operation, object, trace_id, result, status, problem, times,
    minute) on audit_event to ${application_role};
grant execute on function seal_audit_events(integer) to ${application_role};

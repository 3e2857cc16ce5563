-- Which tally of trainings may count a session too: the id of one, NONE or UNKNOWN. Null is UNKNOWN, so that sessions from
-- before stay what they are.
alter table training_session
    add column included_in text,
    add constraint ck_training_session_included_in check (
        included_in ~ '^(UNKNOWN|NONE|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$');

-- What became of the planned sessions, as far as the source states it.
alter table training_tally
    add column sessions_cancelled integer,
    add column sessions_to_come integer,
    add column sessions_never_held integer,
    add constraint ck_training_tally_sessions_cancelled check (sessions_cancelled >= 0),
    add constraint ck_training_tally_sessions_to_come check (sessions_to_come >= 0),
    add constraint ck_training_tally_sessions_never_held check (sessions_never_held >= 0),
    drop constraint ck_training_tally_states_something,
    add constraint ck_training_tally_states_something check (num_nonnulls(
        sessions_planned, sessions_held, sessions_cancelled, sessions_to_come, sessions_never_held, quantity_kind,
        expected_kind, rating_mean, rating_lowest) > 0);

-- What a session stated before a change, for figures as of an earlier moment. Only ever added to. A session that never
-- changed has no row here.
create table former_training_session (
    id uuid not null,
    session_id uuid not null,
    replaced_at timestamptz not null,
    created_at timestamptz not null,
    status text not null,
    programme text not null,
    training_type text not null,
    session_date date not null,
    project_id uuid,
    organisation_id text,
    track text,
    action_line text,
    funding_instrument text,
    place_municipalities text[] not null,
    included_in text,
    constraint pk_former_training_session primary key (id),
    constraint fk_former_training_session_session_id foreign key (session_id) references training_session (id)
);

create index ix_former_training_session_session_id_replaced_at on former_training_session (session_id, replaced_at);
create index ix_former_training_session_replaced_at on former_training_session (replaced_at);

create function keep_former_training_session() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    insert into former_training_session values (gen_random_uuid(), old.id, clock_timestamp(), old.created_at, old.status,
        old.programme, old.training_type, old.session_date, old.project_id, old.organisation_id, old.track,
        old.action_line, old.funding_instrument, old.place_municipalities, old.included_in);
    return null;
end
$$;

create trigger tr_training_session_former after update on training_session
    for each row
    when ((old.status, old.programme, old.training_type, old.session_date, old.project_id, old.organisation_id, old.track,
            old.action_line, old.funding_instrument, old.place_municipalities, old.included_in)
        is distinct from
        (new.status, new.programme, new.training_type, new.session_date, new.project_id, new.organisation_id, new.track,
            new.action_line, new.funding_instrument, new.place_municipalities, new.included_in))
    execute function keep_former_training_session();

-- Former states are for figures alone, which staff reads.
alter table former_training_session enable row level security;
create policy own on former_training_session to ${application_role} using (false);
create policy staff on former_training_session to ${staff_role} using (true);

grant select on former_training_session to ${application_role};
grant update (included_in) on training_session to ${application_role};

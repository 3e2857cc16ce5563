-- Calendars say when a session last changed, also to those who may see the session and not what it stated before.
create function last_change_of_training_session(session uuid) returns timestamptz
    language sql stable security definer set search_path = public, pg_temp
    as $$
    select max(f.replaced_at) from former_training_session f where f.session_id = session
$$;

revoke execute on function last_change_of_training_session(uuid) from public;
grant execute on function last_change_of_training_session(uuid) to ${application_role};

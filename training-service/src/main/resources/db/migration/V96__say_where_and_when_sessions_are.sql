-- When on its day a session is, where or by which link people attend, and how they register. The release before writes none of
-- these columns. The constraints hold for new rows from here on, and are validated for older ones by the next migration, which
-- blocks no request.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- Without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table training_session in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
end $$;

alter table training_session
    add column start_time text,
    add column end_time text,
    add column time_zone text,
    add column venue_name text,
    add column venue_address text,
    add column venue_room text,
    add column link text,
    add column description text,
    add column minimum integer,
    add column registration_opens_at timestamptz,
    add column registration_deadline timestamptz,
    add column contact text,
    add constraint ck_training_session_times check (
        num_nonnulls(start_time, end_time, time_zone) in (0, 3)
        and start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and end_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
        and start_time collate "C" < end_time collate "C") not valid,
    add constraint ck_training_session_venue check (
        venue_name is not null or num_nonnulls(venue_address, venue_room) = 0) not valid,
    -- Not compared with the capacity, which the release before changes without it.
    add constraint ck_training_session_minimum check (minimum >= 1) not valid,
    add constraint ck_training_session_registration_deadline check (
        registration_opens_at < registration_deadline) not valid;

-- As it was, and when one of the new columns changes.
drop trigger tr_training_session_former on training_session;
create trigger tr_training_session_former after update on training_session
    for each row
    when ((
        old.status, old.programme, old.training_type, old.title, old.session_date, old.project_id,
            old.organisation_id, old.track, old.action_line, old.funding_instrument, old.place_scope,
            old.place_municipalities, old.place_sub_area, old.place_country, old.capacity, old.reference, old.source,
            old.series, old.host_organisation_id, old.trainers, old.language, old.included_in,
            old.cancellation_reason, old.corrected_at, old.withdrawn_at,
            old.start_time, old.end_time, old.time_zone, old.venue_name, old.venue_address, old.venue_room, old.link,
            old.description, old.minimum, old.registration_opens_at, old.registration_deadline, old.contact
        ) is distinct from (
        new.status, new.programme, new.training_type, new.title, new.session_date, new.project_id,
            new.organisation_id, new.track, new.action_line, new.funding_instrument, new.place_scope,
            new.place_municipalities, new.place_sub_area, new.place_country, new.capacity, new.reference, new.source,
            new.series, new.host_organisation_id, new.trainers, new.language, new.included_in,
            new.cancellation_reason, new.corrected_at, new.withdrawn_at,
            new.start_time, new.end_time, new.time_zone, new.venue_name, new.venue_address, new.venue_room, new.link,
            new.description, new.minimum, new.registration_opens_at, new.registration_deadline, new.contact
        ))
    execute function keep_former_training_session();

grant update (start_time, end_time, time_zone, venue_name, venue_address, venue_room, link, description, minimum,
    registration_opens_at, registration_deadline, contact) on training_session to ${application_role};

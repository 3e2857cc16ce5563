-- Calendars count the changes of a registration that got another person for its former person too. The last release does not
-- write the column.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- Without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table registration in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
end $$;

alter table registration add column person_replaced_at timestamptz;

grant update (person_replaced_at) on registration to ${application_role};

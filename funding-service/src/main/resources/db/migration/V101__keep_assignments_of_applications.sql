-- An assignment is a step of an application too. The last release, beside this one, reads the name of a step as a text.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- Without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table application_event in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
    alter table application_event drop constraint ck_application_event_transition;
    -- The rows that there are satisfied the narrower one.
    alter table application_event add constraint ck_application_event_transition check (transition in
        ('submission', 'completion-request', 'assignment', 'assessment', 'decision', 'withdrawal')) not valid;
end $$;

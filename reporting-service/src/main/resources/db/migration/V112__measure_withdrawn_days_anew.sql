-- A day whose value was withdrawn is measured anew without a reason. That the version before is withdrawn is for the application to
-- know: a check sees one row. The constraints hold for new rows from here on, and are validated for older ones by the next
-- migration.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- Without a place in the queue: requests wait no longer than the statement below takes.
    loop
        begin
            lock table indicator_actual in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
end $$;

alter table indicator_actual
    drop constraint ck_indicator_actual_reason,
    add constraint ck_indicator_actual_reason check (version > 1 or reason is null) not valid,
    add constraint ck_indicator_actual_withdrawal_reason check (not withdrawn or reason is not null) not valid;

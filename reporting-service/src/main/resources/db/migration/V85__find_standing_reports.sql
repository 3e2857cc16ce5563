-- What a withdrawn report was about can be in another report of the round. The index is built and the constraints validated
-- beside the traffic. What an interrupted attempt left goes first.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
alter table inventory_report validate constraint ck_inventory_report_withdrawal;
alter table indicator_actual validate constraint ck_indicator_actual_measured_from;
alter table lesson validate constraint ck_lesson_correction;
alter table product validate constraint ck_product_correction;
drop index concurrently if exists uq_inventory_report_project_standing;
create unique index concurrently uq_inventory_report_project_standing on inventory_report_project (round_id, project_id) nulls not distinct where not withdrawn;
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- Without a place in the queue: requests wait no longer than the statement below takes.
    loop
        begin
            lock table inventory_report_project in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
    alter table inventory_report_project drop constraint if exists uq_inventory_report_project_round_id_project_id;
end $$;
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

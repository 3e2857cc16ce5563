-- What a withdrawn record was about can be recorded anew. The indexes are built and the constraints validated beside the
-- traffic. What an interrupted attempt left goes first.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
alter table reach_observation validate constraint ck_reach_observation_withdrawn;
alter table effect_judgement validate constraint ck_effect_judgement_withdrawn;
alter table indicator_actual validate constraint ck_indicator_actual_withdrawn;
alter table embedding validate constraint ck_embedding_withdrawal;
alter table indicator validate constraint ck_indicator_withdrawal;
alter table inventory_report_tally validate constraint ck_inventory_report_tally_withdrawal;
alter table inventory_round validate constraint ck_inventory_round_withdrawal;
alter table lesson validate constraint ck_lesson_withdrawal;
alter table product validate constraint ck_product_withdrawal;
alter table product_use validate constraint ck_product_use_withdrawal;
alter table embedding validate constraint ck_embedding_correction;
alter table indicator validate constraint ck_indicator_correction;
alter table inventory_report_tally validate constraint ck_inventory_report_tally_correction;
alter table inventory_round validate constraint ck_inventory_round_correction;
alter table product_use validate constraint ck_product_use_correction;
drop index concurrently if exists uq_embedding_standing;
create unique index concurrently uq_embedding_standing on embedding (programme, project_id, subject, stated_on) nulls not distinct where withdrawn_at is null;
drop index concurrently if exists uq_product_use_standing;
create unique index concurrently uq_product_use_standing on product_use (product_id, period_from) where withdrawn_at is null;
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- Without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table embedding, product_use in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
    alter table embedding drop constraint if exists uq_embedding_programme_project_id_subject_stated_on;
    alter table product_use drop constraint if exists uq_product_use_product_id_period_from;
end $$;
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

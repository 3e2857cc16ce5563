-- The last decision about each of the records of a list. The indexes are built beside the traffic. What an interrupted attempt
-- left goes first.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
drop index concurrently if exists ix_reach_correction_proposal_observation_id;
create index concurrently ix_reach_correction_proposal_observation_id on reach_correction_proposal (observation_id)
    where decided_at is not null;
drop index concurrently if exists ix_inventory_report_proposal_report_id;
create index concurrently ix_inventory_report_proposal_report_id on inventory_report_proposal (report_id)
    where decided_at is not null;
drop index concurrently if exists ix_publication_proposal_record_id;
create index concurrently ix_publication_proposal_record_id on publication_proposal (record_id)
    where decided_at is not null;
drop index concurrently if exists ix_result_proposal_record_id;
create index concurrently ix_result_proposal_record_id on result_proposal (record_id) where decided_at is not null;
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

-- What officers sort and sum by. Built beside the traffic.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
drop index concurrently if exists ix_application_submitted_at_id;
create index concurrently ix_application_submitted_at_id
    on application (coalesce(submitted_at, to_timestamp(7258032000)), id);
drop index concurrently if exists ix_application_total_score_id;
create index concurrently ix_application_total_score_id on application (coalesce(total_score, 0), id);
drop index concurrently if exists ix_award_programme_funding_instrument;
create index concurrently ix_award_programme_funding_instrument on award (programme, funding_instrument)
    where status <> 'REVOKED' and included_in is null;
drop index concurrently if exists ix_disbursement_amount_id;
create index concurrently ix_disbursement_amount_id on disbursement (amount, id);
drop index concurrently if exists ix_disbursement_organisation_id_id;
create index concurrently ix_disbursement_organisation_id_id on disbursement (organisation_id, id);
drop index concurrently if exists ix_disbursement_due_on_or_last_id;
create index concurrently ix_disbursement_due_on_or_last_id
    on disbursement ((coalesce(due_on, make_date(2200, 1, 1))), id);
drop index concurrently if exists ix_award_condition_created_at_id;
create index concurrently ix_award_condition_created_at_id on award_condition (created_at, id);
drop index concurrently if exists ix_award_condition_due_on_or_last_id;
create index concurrently ix_award_condition_due_on_or_last_id
    on award_condition ((coalesce(due_on, make_date(2200, 1, 1))), id);
drop index concurrently if exists ix_reclaim_created_at_id;
create index concurrently ix_reclaim_created_at_id on reclaim (created_at, id);
drop index concurrently if exists ix_reclaim_due_on_or_last_id;
create index concurrently ix_reclaim_due_on_or_last_id on reclaim ((coalesce(due_on, make_date(2200, 1, 1))), id);
drop index concurrently if exists ix_reclaim_due_on;
create index concurrently ix_reclaim_due_on on reclaim (due_on) where cancelled_at is null;
drop index concurrently if exists uq_scheme_code_funding_instrument;
create unique index concurrently uq_scheme_code_funding_instrument on scheme (code, funding_instrument);
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

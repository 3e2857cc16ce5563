-- What officers order long lists by. The expressions are those of the entity: a draft has no day to decide by yet and
-- comes last, and asks for nothing as long as it does not say how much.
create index ix_application_decision_due_or_last_id on application ((coalesce(decision_due, make_date(2200, 1, 1))), id);
create index ix_application_requested_amount_or_none_id on application ((coalesce(requested_amount, 0)), id);
create index ix_application_organisation_id_id on application (organisation_id, id);
create index ix_award_amount_id on award (amount, id);
create index ix_award_organisation_id_id on award (organisation_id, id);

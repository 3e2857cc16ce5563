-- An answer belongs to the subject, the organisation and the method that asked, and not to the path alone. The primary
-- key stays, for release 0.1.0 names it when it stores an answer.
alter table idempotency_key add column method text, add column organisation text;

-- Of rows that are there already the organisation stays unknown. 0.1.0 does not name it, but tells the database whose rows
-- it may see: of what it stores from here on, that is the organisation.
alter table idempotency_key alter column organisation
    set default coalesce(current_setting('doorlichting.organisation', true), '');

-- A document that its applicant took out of a draft is shown no more; it stays stored.
alter table document
    add column removed_at timestamptz,
    add column removed_by text,
    add constraint ck_document_removed check (num_nonnulls(removed_at, removed_by) in (0, 2)
        and (removed_at is null or application_id is not null)) not valid;
grant update (removed_at, removed_by, version) on document to ${application_role};

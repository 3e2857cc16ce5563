-- What releases state of what will last (ADR 86). The application of before does not know the table and leaves it out.
alter table release_table drop constraint ck_release_table_report;
alter table release_table add constraint ck_release_table_report check (report in
    ('reach', 'training', 'effects', 'finances', 'published-tables', 'data-quality', 'claims', 'catalogue', 'embeddings'))
    not valid;
alter table release_table validate constraint ck_release_table_report;

-- Tables of a release that its review page shows beside figures (ADR 86). A release of the version before has none of them.
alter table release_table drop constraint ck_release_table_report;
alter table release_table add constraint ck_release_table_report check (report in
    ('reach', 'training', 'effects', 'finances', 'published-tables', 'data-quality', 'claims', 'catalogue')) not valid;
alter table release_table validate constraint ck_release_table_report;

-- Over all that a release shows: its own fields, the heads and the sizes of its tables, and its changes with their reasons.
alter table release
    add column content_sha256 text,
    add constraint ck_release_content_sha256 check (content_sha256 ~ '^[0-9a-f]{64}$');

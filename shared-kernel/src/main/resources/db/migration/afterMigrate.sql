-- Run by Flyway as the owner after each migration, also one that found nothing to do. Of no version: it says again what
-- holds for every version.

-- A service sees which version the schema has, for it waits for its own.
grant select on flyway_schema_history to ${application_role};

-- After a restore answers may go back in time: a new epoch says so to everybody who kept an earlier one. The restore's
-- name gives it, so that saying it twice changes nothing.
with restore as (select nullif(current_setting('doorlichting.restored_as', true), '') as name)
update data_set set epoch = md5(data_set.name || restore.name)::uuid
from restore where epoch <> md5(data_set.name || restore.name)::uuid;

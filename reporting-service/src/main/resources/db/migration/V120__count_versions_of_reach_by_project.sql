-- The revision of what is recorded of the reach of one project: how many versions there are of observations that state it
-- now or stated it once. Versions are only ever added, so it changes with each write about the project and with no other.
-- Null for more than a check may count. It says how many there are, and nothing of what they say.
create function reach_versions_of(project uuid) returns bigint
    language sql stable security definer set search_path = public, pg_temp
return (
    select nullif(count(*), 5001) from (
        select 1 from reach_observation version
        where version.observation_id in (
            select o.observation_id from reach_observation o where o.project_id = reach_versions_of.project limit 5001)
        limit 5001) versions);

revoke all on function reach_versions_of(uuid) from public;
grant execute on function reach_versions_of(uuid) to ${application_role};

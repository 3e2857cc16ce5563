-- Run by Flyway as the owner after each migration, also one that found nothing to do. Of no version: it says again what
-- holds for every version.

-- A service sees which version the schema has, for it waits for its own.
grant select on flyway_schema_history to ${application_role};

-- What the application may, staff may too: as the staff role it differs in the rows it sees, not in what it may do with
-- them.
do $$
declare
    missing text;
begin
    -- Policies of the staff role hold for whoever has its rights: the application must take the role on to have them.
    if pg_has_role('${application_role}', '${staff_role}', 'usage')
        or not pg_has_role('${application_role}', '${staff_role}', 'set') then
        raise exception 'needed: grant ${staff_role} to ${application_role} with inherit false, set true';
    end if;
    -- Instances that start at once do this one after the other.
    perform pg_advisory_xact_lock(hashtext('grants of the staff role'));
    for missing in
        with granted as (
            select format('%s on %s %I.%I', a.privilege_type, case c.relkind when 'S' then 'sequence' else 'table' end,
                n.nspname, c.relname) as what, a.grantee
            from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join aclexplode(c.relacl) a
            union all
            select format('%s (%I) on table %I.%I', a.privilege_type, t.attname, n.nspname, c.relname), a.grantee
            from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace
            cross join aclexplode(t.attacl) a
            union all
            select format('%s on function %s', a.privilege_type, p.oid::regprocedure), a.grantee
            from pg_proc p cross join aclexplode(p.proacl) a
            union all
            select format('%s on schema %I', a.privilege_type, n.nspname), a.grantee
            from pg_namespace n cross join aclexplode(n.nspacl) a)
        select what from granted where grantee = '${application_role}'::regrole
        except
        select what from granted where grantee = '${staff_role}'::regrole
    loop
        execute format('grant %s to ${staff_role}', missing);
    end loop;
end $$;

-- After a restore answers may go back in time: a new epoch says so to everybody who kept an earlier one. The restore's
-- name gives it, so that saying it twice changes nothing.
with restore as (select nullif(current_setting('doorlichting.restored_as', true), '') as name)
update data_set set epoch = md5(data_set.name || restore.name)::uuid
from restore where epoch <> md5(data_set.name || restore.name)::uuid;

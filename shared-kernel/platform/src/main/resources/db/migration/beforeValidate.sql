-- Only a migration that is no transaction leaves a row when it fails, and it begins with taking away what it left (ADR 36):
-- it is tried again, where that row would stop every later try.
do $$
begin
    if to_regclass('flyway_schema_history') is not null then
        delete from flyway_schema_history where not success;
    end if;
end
$$;

-- Prizes and procurements can be withdrawn, with who did so, when and why. The last release, beside this one, writes none of
-- these columns and shows what is withdrawn as it stood. The views of the past have the new columns at their end, as the tables
-- do. The constraints hold for new rows from here on, and are validated for older ones by the next migration.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
    one text;
begin
    -- Both tables or none, and without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table prize, procurement in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
    foreach one in array array['prize', 'procurement'] loop
        execute format('alter table %1$I
            add column withdrawn_at timestamptz,
            add column withdrawn_by text,
            add column withdrawal_reason text,
            add constraint ck_%1$s_withdrawal
                check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) in (0, 3)) not valid', one);
        execute format('create or replace view as_of.%1$I with (security_invoker = true) as
            select (x.row_then).* from public.%1$I present
            left join as_of.former(%1$L) f on f.id = present.id
            cross join lateral (select case when f.id is null then present
                else jsonb_populate_record(cast(null as public.%1$I), f.stated) end as row_then offset 0) x
            where present.created_at <= as_of.moment()', one);
    end loop;
end $$;

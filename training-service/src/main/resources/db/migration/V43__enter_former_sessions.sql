-- The entries of sessions from before the triggers. A thousand sessions at a time, each lot a transaction that queues where
-- every writer does. A migration that was broken off is started anew: what has an entry is skipped.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
do $$
declare
    last uuid := '00000000-0000-0000-0000-000000000000';
    lot uuid[];
begin
    loop
        perform 1 from data_set where name = 'training' for update;
        lot := array(select s.id from training_session s where s.id > last order by s.id limit 1000);
        exit when cardinality(lot) = 0;
        last := lot[cardinality(lot)];
        insert into training_entry
        select 1, f.*, '0' from training_fact f
        where f.session_id = any (lot)
            and not exists (select 1 from training_entry e where e.session_id = f.session_id);
        commit;
    end loop;
end
$$;
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

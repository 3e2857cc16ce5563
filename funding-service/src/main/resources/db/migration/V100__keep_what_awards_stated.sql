-- What an award stated before it was put into a tally or taken out of one, also by the last release: statistics as of a
-- moment count it as it was included then. Its other changes are decisions, which have rows of their own.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- Both or none, and without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table award in share row exclusive mode nowait;
            lock table former_record in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
    alter table former_record drop constraint ck_former_record_kind;
    alter table former_record add constraint ck_former_record_kind
        check (kind in ('award', 'prize', 'procurement', 'project'));
    alter policy own on former_record using (case kind
        when 'award' then exists (select from award e where e.id = former_record.id)
        when 'prize' then exists (select from prize e where e.id = former_record.id)
        when 'procurement' then exists (select from procurement e where e.id = former_record.id)
        when 'project' then exists (select from project e where e.id = former_record.id)
        else false end);
    create trigger tr_award_kept after update on award for each row
        when (old.included_in is distinct from new.included_in) execute function keep_former_record();
end $$;

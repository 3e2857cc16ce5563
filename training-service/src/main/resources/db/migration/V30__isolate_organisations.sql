-- What was recorded of an organisation is shown to staff and to that organisation, and a question to staff and whoever
-- asked it; to nobody else, also where a query forgets to say so. Each transaction says for whom it works: as the staff
-- role, which sees every row, or as the application role with the organisation's number in doorlichting.organisation and
-- the caller in doorlichting.subject (ADR 29).
create function is_own(organisation text) returns boolean
    language sql stable
    return organisation = nullif(current_setting('doorlichting.organisation', true), '');

create function is_asker(subject text) returns boolean
    language sql stable
    return subject = nullif(current_setting('doorlichting.subject', true), '');

-- Sessions with what hangs on them, and trainers, are no organisation's own: professionals and trainers of any
-- organisation see them by rules about persons, and whoever leaves a session moves somebody else up its queue.
create temporary table isolated (name text not null, shown text not null) on commit drop;

insert into isolated values
    ('training_tally', 'is_own(organisation_id)'),
    ('network_meeting', 'is_own(organisation_id)'),
    ('learning_module', 'is_own(organisation_id)'),
    ('learning_completion', 'is_own(organisation_id)'),
    ('advice_question', 'is_asker(created_by)'),
    -- Former versions of the figures above and others, whole.
    ('corrected_figure', 'false');

do $$
declare
    tables text := (select string_agg(quote_ident(name), ', ' order by name) from isolated);
    patience timestamptz := clock_timestamp() + interval '10 seconds';
    one record;
begin
    -- All of them or none, and without waiting in line: who works meanwhile waits no longer than it takes to say what
    -- follows. One policy after the other would hold some tables while it waits for the next.
    loop
        begin
            execute format('lock table %s in access exclusive mode nowait', tables);
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
    for one in select name, shown from isolated loop
        execute format('alter table %I enable row level security', one.name);
        execute format('create policy own on %I to ${application_role} using (%s)', one.name, one.shown);
        execute format('create policy staff on %I to ${staff_role} using (true)', one.name);
    end loop;
end $$;

-- With the rights of whoever reads them, as if the tables were read.
alter view training_figure set (security_invoker = true);
alter view training_session_fact set (security_invoker = true);

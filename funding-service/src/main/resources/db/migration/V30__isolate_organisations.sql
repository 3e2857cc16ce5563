-- A row of an organisation is shown to staff and to that organisation, and to nobody else, also where a query forgets to
-- say so. Each transaction says for whom it works: as the staff role, which sees every row, or as the application role
-- with the organisation's number in doorlichting.organisation, which sees that organisation's (ADR 29). Staff have a role
-- of their own, and not a word in every policy, because PostgreSQL does not use an index on words or lists before a
-- policy that has something to check.
create function is_own(organisation text) returns boolean
    language sql stable
    return organisation = nullif(current_setting('doorlichting.organisation', true), '');

create temporary table isolated (name text not null, shown text not null) on commit drop;

insert into isolated values
    ('organisation', 'is_own(number)'),
    ('project', 'is_own(organisation_id)'),
    ('application', 'is_own(organisation_id)'),
    ('award', 'is_own(organisation_id)'),
    ('award_condition', 'is_own(organisation_id)'),
    ('disbursement', 'is_own(organisation_id)'),
    ('reclaim', 'is_own(organisation_id)'),
    ('prize', 'is_own(organisation_id)'),
    ('procurement', 'is_own(organisation_id)'),
    ('document', 'is_own(organisation_id)'),
    -- What hangs on a row is seen by whoever sees that row.
    ('application_cost_line', 'exists (select from application a where a.id = application_id)'),
    ('application_score', 'exists (select from application a where a.id = application_id)'),
    ('application_event', 'exists (select from application a where a.id = application_id)'),
    ('award_municipality', 'exists (select from award a where a.id = award_id)'),
    ('award_instalment', 'exists (select from award a where a.id = award_id)'),
    ('award_decision', 'exists (select from award a where a.id = award_id)'),
    ('document_part', 'exists (select from document d where d.id = document_id)'),
    -- The budget is the programme's own: no organisation sees what is booked, for its award or another's.
    ('budget_entry', 'false');

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

-- With the rights of whoever reads it, as if the tables were read.
alter view deadline set (security_invoker = true);

-- A row of an organisation is shown to staff and to that organisation, and to nobody else, also where a query forgets to
-- say so. Each transaction says for whom it works: as the staff role, which sees every row, or as the application role
-- with the organisation's number in doorlichting.organisation, which sees that organisation's (ADR 29). Staff have a role
-- of their own, and not a word in every policy, because PostgreSQL does not use an index on words or lists before a
-- policy that has something to check.
create function is_own(organisation text) returns boolean
    language sql stable
    return organisation = nullif(current_setting('doorlichting.organisation', true), '');

-- Whose a figure is, is a matter of its latest version, also for what it was before. Looks behind the policies: a figure
-- that was handed on must not show its former owner the last version that was his as if it still counted.
create function is_own_observation(observation uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    return is_own((select o.organisation_id from reach_observation o
        where o.observation_id = observation order by o.version desc limit 1));

create function is_own_judgement(judgement uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    return is_own((select j.organisation_id from effect_judgement j
        where j.judgement_id = judgement order by j.version desc limit 1));

-- Without a policy: the catalogue, which is public; imports, which only staff make and whose rows PostgreSQL would not
-- take in by COPY under one; answers to repeated requests, which are found by their caller's name.
create temporary table isolated (name text not null, shown text not null) on commit drop;

insert into isolated values
    ('inventory_report_project', 'is_own(organisation_id)'),
    ('indicator', 'is_own(organisation_id)'),
    ('lesson', 'is_own(organisation_id)'),
    ('embedding', 'is_own(organisation_id)'),
    ('product', 'is_own(organisation_id)'),
    ('inventory_round', 'is_own(researcher_organisation_id)'),
    ('reach_observation', 'is_own_observation(observation_id)'),
    ('effect_judgement', 'is_own_judgement(judgement_id)'),
    -- What hangs on a row is seen by whoever sees that row; a report by whoever has a project in it.
    ('reach_observation_key', 'is_own_observation(observation_id)'),
    ('effect_judgement_publication', 'is_own_judgement(judgement_id)'),
    ('inventory_report',
        'exists (select from inventory_report_project p where p.report_id = inventory_report.id)'),
    ('inventory_report_version', 'exists (select from inventory_report r where r.id = report_id)'),
    ('inventory_report_remark', 'exists (select from inventory_report r where r.id = report_id)'),
    ('document', 'exists (select from inventory_report r where r.id = report_id)'),
    ('document_part', 'exists (select from document d where d.id = document_id)'),
    ('indicator_actual', 'exists (select from indicator i where i.id = indicator_id)'),
    ('product_use', 'exists (select from product p where p.id = product_id)'),
    ('inventory_round_project', 'exists (select from inventory_round r where r.id = round_id)'),
    -- How many reports a round has is nobody's own.
    ('inventory_report_tally', 'false');

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

-- A reach figure states types of intervention and phenomena. A figure, a verdict and an indicator of a report inherit from
-- the entry of their project what they do not state themselves; inherited names those fields. A verdict can be of a
-- report, and an indicator states phenomena. The release before writes none of these columns, so that they have defaults,
-- also where rows of an import wait. The constraints hold for new rows from here on, and are validated for older ones by
-- the next migration, which blocks no request.
create function are_inherited(fields text[]) returns boolean
    language sql immutable
    return fields <@ array['organisationId', 'track', 'actionLine', 'fundingInstrument', 'interventionTypes', 'phenomena',
        'place'];

do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- All tables or none, and without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table effect_judgement, import_row, indicator, reach_observation in access exclusive mode nowait;
            lock table inventory_report in share row exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
end $$;

alter table reach_observation
    add column intervention_types text[] not null default '{}',
    add column phenomena text[] not null default '{}',
    add column inherited text[] not null default '{}',
    add constraint ck_reach_observation_intervention_types check (are_intervention_types(intervention_types)) not valid,
    add constraint ck_reach_observation_phenomena check (are_phenomena(phenomena)) not valid,
    add constraint ck_reach_observation_inherited check (are_inherited(inherited)) not valid;

alter table import_row
    add column intervention_types text[] not null default '{}',
    add column phenomena text[] not null default '{}',
    add column inherited text[] not null default '{}';

alter table effect_judgement
    add column report_id uuid,
    add column inherited text[] not null default '{}',
    add constraint fk_effect_judgement_report_id foreign key (report_id) references inventory_report (id) not valid,
    add constraint ck_effect_judgement_inherited check (are_inherited(inherited)) not valid;

alter table indicator
    add column phenomena text[] not null default '{}',
    add column inherited text[] not null default '{}',
    add constraint ck_indicator_phenomena check (are_phenomena(phenomena)) not valid,
    add constraint ck_indicator_inherited check (are_inherited(inherited)) not valid;

-- Lists of reach figures are filtered by whatever a figure states. An index on a few values is small, because equal values
-- are stored once; PostgreSQL uses it for a rare value and reads in the order of the list for a frequent one. Tallies are
-- few, and each observation is compared with those of its programme and target group.
-- The indexes are built and the constraints validated beside the traffic. What an interrupted attempt left goes first.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
alter table reach_observation validate constraint ck_reach_observation_intervention_types;
alter table reach_observation validate constraint ck_reach_observation_phenomena;
alter table reach_observation validate constraint ck_reach_observation_inherited;
alter table effect_judgement validate constraint fk_effect_judgement_report_id;
alter table effect_judgement validate constraint ck_effect_judgement_inherited;
alter table indicator validate constraint ck_indicator_phenomena;
alter table indicator validate constraint ck_indicator_inherited;
drop index concurrently if exists ix_reach_observation_tally_programme_target_group;
create index concurrently ix_reach_observation_tally_programme_target_group on reach_observation (programme, target_group, period_from, period_until) where tally;
drop index concurrently if exists ix_reach_observation_target_group;
create index concurrently ix_reach_observation_target_group on reach_observation (target_group);
drop index concurrently if exists ix_reach_observation_track;
create index concurrently ix_reach_observation_track on reach_observation (track);
drop index concurrently if exists ix_reach_observation_action_line;
create index concurrently ix_reach_observation_action_line on reach_observation (action_line);
drop index concurrently if exists ix_reach_observation_funding_instrument;
create index concurrently ix_reach_observation_funding_instrument on reach_observation (funding_instrument);
drop index concurrently if exists ix_reach_observation_intensity;
create index concurrently ix_reach_observation_intensity on reach_observation (intensity);
drop index concurrently if exists ix_reach_observation_period_from_period_until;
create index concurrently ix_reach_observation_period_from_period_until on reach_observation (period_from, period_until);
drop index concurrently if exists ix_reach_observation_recorded_by;
create index concurrently ix_reach_observation_recorded_by on reach_observation (recorded_by, recorded_at, observation_id);
drop index concurrently if exists ix_reach_observation_intervention_types;
create index concurrently ix_reach_observation_intervention_types on reach_observation using gin (intervention_types);
drop index concurrently if exists ix_reach_observation_phenomena;
create index concurrently ix_reach_observation_phenomena on reach_observation using gin (phenomena);
drop index concurrently if exists ix_reach_observation_place_municipalities;
create index concurrently ix_reach_observation_place_municipalities on reach_observation using gin (place_municipalities);
-- Figures of no municipality or of several, and figures over more than one year, in the order of the list.
drop index concurrently if exists ix_reach_observation_recorded_at_without_municipality;
create index concurrently ix_reach_observation_recorded_at_without_municipality on reach_observation (recorded_at, observation_id) where cardinality(place_municipalities) <> 1;
drop index concurrently if exists ix_reach_observation_recorded_at_without_year;
create index concurrently ix_reach_observation_recorded_at_without_year on reach_observation (recorded_at, observation_id) where extract(year from period_from) <> extract(year from period_until - 1);
drop index concurrently if exists ix_effect_judgement_report_id;
create index concurrently ix_effect_judgement_report_id on effect_judgement (report_id) where report_id is not null;
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);

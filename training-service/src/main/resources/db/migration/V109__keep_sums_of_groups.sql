-- Reach needs no type of training, and without tallies nothing of what sessions state of them. So it reads a sum for each
-- year or month and what sessions state, or their place, instead of one for each of these, type and relation to tallies.
create table training_of_group_by_month (like training_by_month including storage);
alter table training_of_group_by_month
    drop column training_type,
    drop column included_in;
create table training_of_group_by_year (like training_of_group_by_month including storage);
alter table training_of_group_by_year rename column month to year;
create table training_of_group_by_place_and_month (like training_by_place_and_month including storage);
alter table training_of_group_by_place_and_month
    drop column training_type,
    drop column included_in;
create table training_of_group_by_place_and_year (like training_of_group_by_place_and_month including storage);
alter table training_of_group_by_place_and_year rename column month to year;

alter table training_of_group_by_month set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02),
    add constraint uq_training_of_group_by_month unique nulls not distinct (
        programme, target_group, month, track, action_line, funding_instrument);
alter table training_of_group_by_year set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02),
    add constraint uq_training_of_group_by_year unique nulls not distinct (
        programme, target_group, year, track, action_line, funding_instrument);
alter table training_of_group_by_place_and_month set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02),
    add constraint uq_training_of_group_by_place_and_month unique nulls not distinct (
        programme, target_group, month, place_municipalities);
alter table training_of_group_by_place_and_year set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02),
    add constraint uq_training_of_group_by_place_and_year unique nulls not distinct (
        programme, target_group, year, place_municipalities);

grant select, insert, update, delete on training_of_group_by_month, training_of_group_by_year,
    training_of_group_by_place_and_month, training_of_group_by_place_and_year to ${application_role};

-- The next fold makes all sums anew; until then answers come from sessions.
update sums_snapshot set cluster = null where name = 'training';

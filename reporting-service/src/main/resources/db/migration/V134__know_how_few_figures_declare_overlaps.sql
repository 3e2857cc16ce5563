-- Few figures declare overlaps. Of an expression PostgreSQL expects a third of all rows, and from some millions on it read
-- the whole table in place of their index.
create statistics st_reach_observation_overlaps on (cardinality(overlaps_with)) from reach_observation;
analyze reach_observation;

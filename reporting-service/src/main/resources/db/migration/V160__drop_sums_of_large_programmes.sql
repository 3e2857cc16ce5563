-- What they answered is read from what is packed of a large programme (V159). No release has them.
drop table
    reach_large_programme,
    reach_by_type_and_phenomenon,
    reach_by_type_and_instrument,
    reach_by_type_and_intensity,
    reach_by_phenomenon_and_track,
    reach_by_phenomenon_and_line,
    reach_by_kind_of_activity;

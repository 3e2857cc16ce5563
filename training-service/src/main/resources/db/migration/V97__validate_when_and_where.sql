-- Reads the table beside the traffic: requests read and write meanwhile.
alter table training_session validate constraint ck_training_session_times;
alter table training_session validate constraint ck_training_session_venue;
alter table training_session validate constraint ck_training_session_minimum;
alter table training_session validate constraint ck_training_session_registration_deadline;

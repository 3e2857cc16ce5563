-- Reads the table beside the traffic: requests read and write meanwhile.
alter table training_session validate constraint ck_training_session_correction;
alter table training_session validate constraint ck_training_session_withdrawal;

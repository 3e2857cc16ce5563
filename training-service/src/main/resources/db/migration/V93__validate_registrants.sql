-- Reads the table beside the traffic: requests read and write meanwhile.
alter table registration validate constraint ck_registration_sealed;

-- A key belongs to the organisation of the token too. Of imports from before, and of those that release 0.1.0 makes, it is
-- not known.
alter table observation_import add column organisation text;

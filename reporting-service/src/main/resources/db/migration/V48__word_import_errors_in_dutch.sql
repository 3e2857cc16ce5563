-- An import runs without a client, so its texts are stored in each language. Earlier ones are there in English only.
alter table import_error add column detail_dutch text;
alter table observation_import add column failure_dutch text;

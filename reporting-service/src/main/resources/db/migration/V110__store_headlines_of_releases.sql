-- What editors say above the chapters of the review page. Null for a release that the version before prepared, and for
-- one without headlines. The triggers of the table keep it as published.
alter table release add column headlines text;
alter table release add constraint ck_release_headlines check (headlines is json array) not valid;
alter table release validate constraint ck_release_headlines;

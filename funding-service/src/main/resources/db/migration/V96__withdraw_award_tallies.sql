-- The last version of a tally that should not have been recorded. The last release, beside this one, counts it as it
-- stood before.
alter table award_tally
    add column withdrawn boolean not null default false,
    add constraint ck_award_tally_withdrawn check (not withdrawn or version > 1) not valid;

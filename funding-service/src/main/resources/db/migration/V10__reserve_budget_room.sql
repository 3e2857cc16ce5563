-- What unreleased payments hold of a ceiling. Added with zero for what is there: before this no payment waited.
alter table budget_ceiling add column reserved numeric(16, 2) not null default 0;
alter table budget_ceiling
    add constraint ck_budget_ceiling_reserved check (reserved >= 0),
    add constraint ck_budget_ceiling_reserved_disbursed check (reserved + disbursed <= budgeted - reallocated);

grant update (reserved) on budget_ceiling to ${application_role};

-- The award that the service itself booked this entry for.
alter table budget_entry add column award_id uuid;
create index ix_budget_entry_award_id on budget_entry (award_id) where award_id is not null;

-- A day whose value was withdrawn is measured anew without a reason. That the version before is withdrawn is for the application to
-- know: a check sees one row.
alter table indicator_actual
    drop constraint ck_indicator_actual_reason,
    add constraint ck_indicator_actual_reason check (version > 1 or reason is null) not valid,
    add constraint ck_indicator_actual_withdrawal_reason check (not withdrawn or reason is not null) not valid;

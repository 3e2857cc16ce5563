-- A payment that is entered by hand, and its correction, waits for a second person, and counts from its release on. The
-- last release books at once, which is the default, and sums only what this one booked: sums are kept beside the entries.
alter table budget_entry
    add column status text not null default 'BOOKED',
    add column ended_at timestamptz,
    add column ended_by text,
    add column reason text,
    add column version integer not null default 0,
    add constraint ck_budget_entry_status check (status in ('WAITING', 'BOOKED', 'CANCELLED')) not valid,
    add constraint ck_budget_entry_waited check (
        (status = 'BOOKED' and ended_at is null) or (kind = 'DISBURSEMENT' and award_id is null)) not valid,
    add constraint ck_budget_entry_ended check (num_nonnulls(ended_at, ended_by) in (0, 2)
        and (status <> 'WAITING' or ended_at is null) and (status <> 'CANCELLED' or ended_at is not null)) not valid,
    add constraint ck_budget_entry_reason check ((status = 'CANCELLED') = (reason is not null)) not valid,
    -- Four eyes: the subject that entered it does not release it.
    add constraint ck_budget_entry_released_by check (
        status <> 'BOOKED' or ended_by is null or ended_by <> created_by) not valid;
grant update (status, ended_at, ended_by, reason, version) on budget_entry to ${application_role};

create or replace function rebuild_budget_sums() returns void
    language sql
begin atomic
    delete from budget_sum;
    insert into budget_sum (programme, line_id, year, kind, destination, reallocation_reason, entries, amount,
        rounded_to, below_threshold, first_booked_at)
    select programme, line_id, year, kind, coalesce(destination, ''), coalesce(reallocation_reason, ''), count(*),
        sum(amount), coalesce(sum(rounded_to), 0), coalesce(sum(below_threshold), 0), min(created_at)
    from budget_entry
    where status = 'BOOKED'
    group by programme, line_id, year, kind, coalesce(destination, ''), coalesce(reallocation_reason, '');
end;

-- What entries come to, at the grain of the questions that are asked of them: kept by the transaction that books an
-- entry, so that an answer costs as much as it has cells and not as much as there are entries. Entries stay the truth.
-- An entry that is no reallocation has '' for destination and reason: a key knows no null.
create table budget_sum (
    programme text not null,
    line_id uuid not null,
    year integer not null,
    kind text not null,
    destination text not null,
    reallocation_reason text not null,
    entries bigint not null,
    amount numeric(16, 2) not null,
    rounded_to numeric(28, 2) not null,
    below_threshold numeric(28, 2) not null,
    first_booked_at timestamptz not null,
    constraint pk_budget_sum primary key (line_id, year, kind, destination, reallocation_reason),
    constraint fk_budget_sum_programme_line_id foreign key (programme, line_id) references budget_line (programme, id),
    constraint ck_budget_sum_kind check (kind in ('BUDGETED', 'COMMITMENT', 'REALLOCATION', 'DISBURSEMENT')),
    constraint ck_budget_sum_destination check ((kind = 'REALLOCATION') = (destination <> '')),
    constraint ck_budget_sum_reallocation_reason check ((kind = 'REALLOCATION') = (reallocation_reason <> '')),
    constraint ck_budget_sum_entries check (entries > 0),
    constraint ck_budget_sum_rounded_to check (rounded_to >= 0),
    constraint ck_budget_sum_below_threshold check (below_threshold >= 0)
);

create index ix_budget_sum_programme on budget_sum (programme);

-- The list of entries is read in this order, behind every cell that is made of them.
create index ix_budget_entry_created_at_id on budget_entry (created_at, id);

-- The sums anew from the entries, for this migration and after a bulk load by the owner; the application may not.
create function rebuild_budget_sums() returns void
    language sql
begin atomic
    delete from budget_sum;
    insert into budget_sum (programme, line_id, year, kind, destination, reallocation_reason, entries, amount,
        rounded_to, below_threshold, first_booked_at)
    select programme, line_id, year, kind, coalesce(destination, ''), coalesce(reallocation_reason, ''), count(*),
        sum(amount), coalesce(sum(rounded_to), 0), coalesce(sum(below_threshold), 0), min(created_at)
    from budget_entry
    group by programme, line_id, year, kind, coalesce(destination, ''), coalesce(reallocation_reason, '');
end;

revoke execute on function rebuild_budget_sums() from public;

select rebuild_budget_sums();

grant select, insert, update (entries, amount, rounded_to, below_threshold, first_booked_at)
    on budget_sum to ${application_role};

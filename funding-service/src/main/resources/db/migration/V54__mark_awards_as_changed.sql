-- What is recorded of awards, payments, prizes and procurements beside the figures of the data set funding. Triggers mark
-- it, because the release before writes beside this one.
insert into data_set (name) values ('awards');

create function mark_awards_as_changed() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    -- Once for each transaction.
    update data_set set revision = revision + 1 where name = 'awards' and xmin <> pg_current_xact_id()::xid;
    return null;
end
$$;

-- Deferred to the commit, because writers queue at the row until the writer before them has ended.
create constraint trigger tr_award_revision after insert or update on award
    deferrable initially deferred for each row execute function mark_awards_as_changed();
create constraint trigger tr_disbursement_revision after insert or update on disbursement
    deferrable initially deferred for each row execute function mark_awards_as_changed();
create constraint trigger tr_prize_revision after insert or update on prize
    deferrable initially deferred for each row execute function mark_awards_as_changed();
create constraint trigger tr_procurement_revision after insert or update on procurement
    deferrable initially deferred for each row execute function mark_awards_as_changed();

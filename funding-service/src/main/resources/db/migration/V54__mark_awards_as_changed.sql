-- What is recorded of awards, payments, prizes and procurements beside the figures of the data set funding. Triggers mark
-- it, because the release before writes beside this one.
insert into data_set (name) values ('awards');

create function mark_awards_as_changed() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    insert into data_set_change (data_set) values ('awards');
    return null;
end
$$;

create trigger tr_award_revision after insert or update on award
    for each statement execute function mark_awards_as_changed();
create trigger tr_disbursement_revision after insert or update on disbursement
    for each statement execute function mark_awards_as_changed();
create trigger tr_prize_revision after insert or update on prize
    for each statement execute function mark_awards_as_changed();
create trigger tr_procurement_revision after insert or update on procurement
    for each statement execute function mark_awards_as_changed();

-- An award is found by the municipality of its organisation too. The row is added when the transaction ends, after those
-- of its place and partners, also for awards that the last release makes.
create function add_municipality_of_organisation() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    insert into award_municipality (municipality, award_id, number, created_at, decided_on)
    select o.municipality, new.id, new.number, new.created_at, new.decided_on
    from organisation o where o.number = new.organisation_id and o.municipality is not null
    on conflict on constraint pk_award_municipality do nothing;
    return null;
end
$$;

create constraint trigger tr_award_municipality_of_organisation after insert on award
    deferrable initially deferred for each row execute function add_municipality_of_organisation();

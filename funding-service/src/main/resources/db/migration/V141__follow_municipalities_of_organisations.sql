-- An award is found by the municipality of its organisation (V67), also by one that the organisation gets later. That of before
-- still finds it, as when an award moves.
create function add_municipality_to_awards() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    insert into award_municipality (municipality, award_id, number, created_at, decided_on, added_at)
    select new.municipality, a.id, a.number, a.created_at, a.decided_on, changed_at()
    from award a where a.organisation_id = new.number
    on conflict on constraint pk_award_municipality do nothing;
    return null;
end
$$;

create trigger tr_organisation_municipality after update of municipality on organisation
    for each row when (new.municipality is distinct from old.municipality and new.municipality is not null)
    execute function add_municipality_to_awards();

-- Since when they have been there is not known any more.
insert into award_municipality (municipality, award_id, number, created_at, decided_on, added_at)
select o.municipality, a.id, a.number, a.created_at, a.decided_on, now()
from organisation o join award a on a.organisation_id = o.number
where o.municipality is not null
    and not exists (select from award_municipality m where m.award_id = a.id and m.municipality = o.municipality)
on conflict on constraint pk_award_municipality do nothing;

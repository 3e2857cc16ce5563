-- Awards from before the trigger. A migration of its own, so that the lock of the trigger is not held meanwhile.
insert into award_municipality (municipality, award_id, number, created_at, decided_on)
select o.municipality, a.id, a.number, a.created_at, a.decided_on
from award a join organisation o on o.number = a.organisation_id
where o.municipality is not null
on conflict on constraint pk_award_municipality do nothing;

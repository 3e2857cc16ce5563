-- Subjects that may handle applications: those that this service met in that role. An application is assigned to one of
-- them. The last release assigns to anybody.
create table officer (
    subject text not null,
    met_at timestamptz not null,
    constraint pk_officer primary key (subject)
);
grant select, insert on officer to ${application_role};

insert into officer (subject, met_at)
select subject, min(at) from (
    select assessed_by, assessed_at from application where assessed_by is not null
    union all
    select decided_by, decided_at from application where decided_by is not null) as handled (subject, at)
group by subject;

-- A grant of a municipality that was merged goes to the successor. The last release reads the decision as an AMENDMENT, which
-- a grant has no other of. What belongs to the award goes with it; what was paid stays with the organisation that got it.
alter table award_decision
    add column moved_from text,
    add constraint fk_award_decision_moved_from foreign key (moved_from) references organisation (number) not valid,
    add constraint ck_award_decision_moved_from check (moved_from is null or kind = 'AMENDMENT') not valid;
grant update (organisation_id) on award to ${application_role};

create function move_records_of_award() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    update award_condition set organisation_id = new.organisation_id, version = version + 1 where award_id = new.id;
    update document set organisation_id = new.organisation_id, version = version + 1 where award_id = new.id;
    update disbursement set organisation_id = new.organisation_id, version = version + 1
    where award_id = new.id and status = 'RESERVED';
    insert into award_municipality (municipality, award_id, number, created_at, decided_on)
    select o.municipality, new.id, new.number, new.created_at, new.decided_on
    from organisation o where o.number = new.organisation_id and o.municipality is not null
    on conflict on constraint pk_award_municipality do nothing;
    return null;
end
$$;

create trigger tr_award_moved after update of organisation_id on award
    for each row when (old.organisation_id <> new.organisation_id) execute function move_records_of_award();

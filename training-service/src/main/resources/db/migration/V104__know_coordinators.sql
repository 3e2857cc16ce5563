-- Subjects that are coordinators: those that this service met in that role. A question is assigned to one of them. Only
-- coordinators plan sessions and answer questions. The last release assigns to any subject, and meets none.
create table training_coordinator (
    subject text not null,
    met_at timestamptz not null,
    constraint pk_training_coordinator primary key (subject)
);
grant select, insert on training_coordinator to ${application_role};

insert into training_coordinator (subject, met_at)
select subject, min(at) from (
    select created_by, created_at from training_session
    union all
    select answered_by, created_at from advice_question where answered_by is not null) as met (subject, at)
group by subject;

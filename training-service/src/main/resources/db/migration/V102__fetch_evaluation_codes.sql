-- Which registered people fetched their evaluation code, so that each gets one. Neither which code it was, nor when.
create table evaluation_code_fetch (
    registration_id uuid not null,
    constraint pk_evaluation_code_fetch primary key (registration_id),
    constraint fk_evaluation_code_fetch_registration_id foreign key (registration_id) references registration (id)
);

grant select, insert on evaluation_code_fetch to ${application_role};

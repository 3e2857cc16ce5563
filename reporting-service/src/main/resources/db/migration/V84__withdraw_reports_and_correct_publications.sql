-- An inventory report can be withdrawn: who did so, when and why. Its state stays, because the release before reads no other
-- ones. The constraints hold for new rows from here on, and are validated for older ones by the next migration.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- All tables or none, and without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table inventory_report, inventory_report_version, inventory_report_project, reach_observation,
                indicator_actual, lesson, product in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
end $$;

alter table inventory_report
    add column withdrawn_at timestamptz,
    add column withdrawn_by text,
    add column withdrawal_reason text,
    add constraint ck_inventory_report_withdrawal check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) in (0, 3)) not valid;
-- Who approved a version that corrects an approved one. The approval of a report is a version of its own.
alter table inventory_report_version add column approved_by text;
alter table reach_observation add column approved_by text;
-- A project of a withdrawn report can be in another one of the round.
alter table inventory_report_project add column withdrawn boolean not null default false;
-- A value can be measured over a period, of which its day is the last one.
alter table indicator_actual
    add column measured_from date,
    add constraint ck_indicator_actual_measured_from check (measured_from <= measured_on) not valid;
-- What is public is corrected with a reason; what it stated before is in corrected_result.
alter table lesson
    add column corrected_at timestamptz,
    add column corrected_by text,
    add column correction_reason text,
    add constraint ck_lesson_correction check (num_nonnulls(corrected_at, corrected_by, correction_reason) in (0, 3)) not valid;
alter table product
    add column corrected_at timestamptz,
    add column corrected_by text,
    add column correction_reason text,
    add constraint ck_product_correction check (num_nonnulls(corrected_at, corrected_by, correction_reason) in (0, 3)) not valid;

-- A correction or a withdrawal of an approved report, until and after a reviewer decides on it. The report gets a version only
-- when the reviewer approves.
create table inventory_report_proposal (
    id uuid not null,
    report_id uuid not null,
    withdrawal boolean not null,
    stated text,
    add_to_round boolean not null,
    reason text not null,
    proposed_at timestamptz not null,
    proposed_by text not null,
    decided_at timestamptz,
    decided_by text,
    approved boolean,
    decision_reason text,
    constraint pk_inventory_report_proposal primary key (id),
    constraint fk_inventory_report_proposal_report_id foreign key (report_id) references inventory_report (id),
    constraint ck_inventory_report_proposal_stated check (withdrawal = (stated is null)),
    constraint ck_inventory_report_proposal_decision check (num_nonnulls(decided_at, decided_by, approved) in (0, 3))
);
create unique index uq_inventory_report_proposal_waiting on inventory_report_proposal (report_id) where decided_at is null;

alter table inventory_report_proposal enable row level security;
create policy own on inventory_report_proposal to ${application_role}
    using (exists (select from inventory_report r where r.id = report_id));
create policy staff on inventory_report_proposal to ${staff_role} using (true);
grant select, insert, update on inventory_report_proposal to ${application_role};

-- The same for corrections of public lessons and products.
create table publication_proposal (
    id uuid not null,
    record_id uuid not null,
    withdrawal boolean not null,
    stated text,
    reason text not null,
    proposed_at timestamptz not null,
    proposed_by text not null,
    decided_at timestamptz,
    decided_by text,
    approved boolean,
    decision_reason text,
    constraint pk_publication_proposal primary key (id),
    constraint ck_publication_proposal_stated check (withdrawal = (stated is null)),
    constraint ck_publication_proposal_decision check (num_nonnulls(decided_at, decided_by, approved) in (0, 3))
);
create unique index uq_publication_proposal_waiting on publication_proposal (record_id) where decided_at is null;

alter table publication_proposal enable row level security;
create policy own on publication_proposal to ${application_role} using (
    exists (select from lesson l where l.id = record_id) or exists (select from product p where p.id = record_id));
create policy staff on publication_proposal to ${staff_role} using (true);
grant select, insert, update on publication_proposal to ${application_role};

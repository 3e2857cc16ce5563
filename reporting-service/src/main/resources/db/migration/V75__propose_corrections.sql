-- A correction or a withdrawal of a figure whose report is approved, until and after a reviewer decides on it. The figure itself
-- gets a version only when the reviewer approves, so that nothing that counts looks here.
create table reach_correction_proposal (
    id uuid not null,
    observation_id uuid not null,
    withdrawal boolean not null,
    stated text,
    reason text not null,
    proposed_at timestamptz not null,
    proposed_by text not null,
    decided_at timestamptz,
    decided_by text,
    approved boolean,
    decision_reason text,
    constraint pk_reach_correction_proposal primary key (id),
    constraint ck_reach_correction_proposal_stated check (withdrawal = (stated is null)),
    constraint ck_reach_correction_proposal_decision check (num_nonnulls(decided_at, decided_by, approved) in (0, 3))
);
create unique index uq_reach_correction_proposal_waiting on reach_correction_proposal (observation_id)
    where decided_at is null;

alter table reach_correction_proposal enable row level security;
create policy own on reach_correction_proposal to ${application_role} using (is_own_observation(observation_id));
create policy staff on reach_correction_proposal to ${staff_role} using (true);
grant select, insert, update on reach_correction_proposal to ${application_role};

-- A decentralisation grant of which nothing is paid is withdrawn or replaced; an award says which tally holds it; what
-- comes back of a claim is kept beside the claim. The last release leaves all of it as it is here. It reads no other
-- status and no other kind of decision than its own, so a withdrawn grant is stored as REVOKED by a REVOCATION without
-- ground, and a replacement as an AMENDMENT: the state neither revokes nor amends a grant.
alter table award
    add column included_in uuid,
    add column recovered numeric(14, 2) not null default 0,
    drop constraint ck_award_status,
    add constraint ck_award_status check (case funding_instrument
        when 'SUBSIDY' then status in ('GRANTED', 'AMENDED', 'ACCOUNTED', 'SETTLED', 'REVOKED')
        else status in ('GRANTED', 'PAID', 'REVOKED') end) not valid,
    add constraint ck_award_withdrawn check (
        funding_instrument = 'SUBSIDY' or status <> 'REVOKED' or reserved + disbursed = 0) not valid,
    add constraint ck_award_recovered check (recovered between 0 and reclaimed) not valid;
alter table award_decision
    drop constraint ck_award_decision_ground,
    add constraint ck_award_decision_ground check (ground is null or kind = 'REVOCATION') not valid;
grant update (included_in, recovered) on award to ${application_role};

alter table reclaim
    add column corrected_amount numeric(14, 2),
    add column received numeric(14, 2) not null default 0,
    add column cancelled_at timestamptz,
    add column cancelled_by text,
    add column cancellation_reason text,
    add constraint ck_reclaim_corrected_amount check (corrected_amount > 0) not valid,
    add constraint ck_reclaim_received check (received between 0 and coalesce(corrected_amount, amount)) not valid,
    add constraint ck_reclaim_cancelled check (
        num_nonnulls(cancelled_at, cancelled_by, cancellation_reason) in (0, 3)
        and (cancelled_at is null or received = 0)) not valid;
grant update (corrected_amount, due_on, reasons, received, cancelled_at, cancelled_by, cancellation_reason, version) on reclaim
    to ${application_role};

-- What came back of a claim: never changed. In the last release the budget's correction was booked by hand: its receipt
-- names that correction.
create table reclaim_receipt (
    id uuid not null,
    reclaim_id uuid not null,
    organisation_id text not null,
    currency char(3) not null,
    amount numeric(14, 2) not null,
    received_on date not null,
    reference text,
    correction_id uuid,
    created_at timestamptz not null,
    created_by text not null,
    constraint pk_reclaim_receipt primary key (id),
    constraint fk_reclaim_receipt_reclaim_id foreign key (reclaim_id) references reclaim (id),
    constraint fk_reclaim_receipt_organisation_id foreign key (organisation_id) references organisation (number),
    constraint fk_reclaim_receipt_correction_id foreign key (correction_id) references budget_entry (id),
    constraint ck_reclaim_receipt_currency check (currency = 'EUR'),
    constraint ck_reclaim_receipt_amount check (amount > 0)
);
create index ix_reclaim_receipt_reclaim_id on reclaim_receipt (reclaim_id, created_at, id);
create index ix_reclaim_receipt_correction_id on reclaim_receipt (correction_id) where correction_id is not null;
alter table reclaim_receipt enable row level security;
create policy own on reclaim_receipt to ${application_role} using (is_own(organisation_id));
create policy staff on reclaim_receipt to ${staff_role} using (true);
grant select, insert on reclaim_receipt to ${application_role};

-- The deadlines with those of claims. A view of its own, because the last release does not expect their kind.
create view open_deadline with (security_invoker = true) as
select 'COMPLETION/' || a.id as id, 'COMPLETION' as kind, a.completion_deadline as due, true as enforceable,
    a.programme, a.organisation_id, a.officer, a.id as subject_id, '/v1/applications/' || a.id as subject,
    coalesce(a.title, '') as title
from application a
where a.status = 'INCOMPLETE'
union all
select 'DECISION/' || a.id, 'DECISION', a.decision_due, true, a.programme, a.organisation_id, a.officer, a.id,
    '/v1/applications/' || a.id, coalesce(a.title, '')
from application a
where a.status in ('SUBMITTED', 'ASSESSED')
union all
select 'CONDITION/' || c.id, 'CONDITION', c.due_on, c.enforceable, c.programme, c.organisation_id, w.officer, c.id,
    '/v1/awards/' || c.award_id || '/conditions/' || c.id, c.text
from award_condition c
join award w on w.id = c.award_id
where c.fulfilled_on is null and c.due_on is not null and w.status not in ('SETTLED', 'REVOKED')
union all
select 'ACCOUNTABILITY/' || w.id, 'ACCOUNTABILITY', w.accountability_due, true, w.programme, w.organisation_id,
    w.officer, w.id, '/v1/awards/' || w.id, w.title
from award w
where w.funding_instrument = 'SUBSIDY' and w.status in ('GRANTED', 'AMENDED') and w.accountability_due is not null
union all
select 'INSTALMENT/' || i.id, 'INSTALMENT', i.due, true, w.programme, w.organisation_id, w.officer, i.id,
    '/v1/awards/' || w.id, w.title
from award_instalment i
join award w on w.id = i.award_id
where not i.withdrawn and i.paid_on is null and w.status not in ('SETTLED', 'REVOKED')
union all
select 'RECLAIM/' || r.id, 'RECLAIM', r.due_on, true, w.programme, r.organisation_id, w.officer, r.id,
    '/v1/awards/' || r.award_id || '/reclaims/' || r.id, w.title
from reclaim r
join award w on w.id = r.award_id
where r.due_on is not null and r.cancelled_at is null and r.received < coalesce(r.corrected_amount, r.amount);
grant select on open_deadline to ${application_role};

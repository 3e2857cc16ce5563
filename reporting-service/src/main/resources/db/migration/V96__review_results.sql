-- A verdict, an indicator or a measured value that is recorded after the approval of its report waits for a reviewer and counts
-- nowhere until then. A reviewer approves a verdict or a value by a version, which has no reason of its own, and an indicator
-- in its row. The release before writes none of these columns. The constraints hold for new rows from here on, and are
-- validated for older ones by the next migration.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- All tables or none, and without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table as_of.indicator, as_of.indicator_actual, effect_judgement, indicator, indicator_actual
                in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
end $$;

alter table effect_judgement
    add column awaits_review boolean not null default false,
    add column approved_by text,
    drop constraint ck_effect_judgement_reason,
    add constraint ck_effect_judgement_reason check (version = 1 or num_nonnulls(reason, approved_by) > 0) not valid;
alter table indicator_actual
    add column awaits_review boolean not null default false,
    add column approved_by text,
    drop constraint ck_indicator_actual_reason,
    add constraint ck_indicator_actual_reason check
        (case when version = 1 then reason is null else num_nonnulls(reason, approved_by) > 0 end) not valid;
-- Null where it does not wait: what was kept of a row before this migration has none of these.
alter table indicator
    add column awaits_review boolean,
    add column approved_at timestamptz,
    add column approved_by text,
    add constraint ck_indicator_approval check (num_nonnulls(approved_at, approved_by) in (0, 2)) not valid;

create or replace view as_of.indicator with (security_invoker = true) as
select (x.row_then).* from public.indicator present
left join as_of.former('indicator') f on f.id = present.id
cross join lateral (select case when f.id is null then present
    else jsonb_populate_record(cast(null as public.indicator), f.stated) end as row_then offset 0) x
where present.created_at <= as_of.moment();

create or replace view as_of.indicator_actual with (security_invoker = true) as
select a.* from public.indicator_actual a where a.recorded_at <= as_of.moment();

-- An approval states its moment too.
create or replace function keep_corrected_result() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    former jsonb := to_jsonb(old);
    latter jsonb := to_jsonb(new);
    stated text;
begin
    foreach stated in array array['withdrawn_at', 'corrected_at', 'published_at', 'approved_at'] loop
        exit when latter ->> stated is not null and latter ->> stated is distinct from former ->> stated;
        stated := null;
    end loop;
    insert into corrected_result (kind, id, version, stated, replaced_at)
    values (tg_table_name, old.id, old.version, former, coalesce((latter ->> stated)::timestamptz, clock_timestamp()))
    on conflict do nothing;
    return null;
end $$;

-- A correction or a withdrawal of a verdict, an indicator or a measured value whose report is approved, until and after a
-- reviewer decides on it. The record itself changes only when the reviewer approves, so that nothing that counts looks here.
create table result_proposal (
    id uuid not null,
    record_id uuid not null,
    result_id uuid not null,
    measured_on date,
    withdrawal boolean not null,
    stated text,
    reason text not null,
    proposed_at timestamptz not null,
    proposed_by text not null,
    decided_at timestamptz,
    decided_by text,
    approved boolean,
    decision_reason text,
    constraint pk_result_proposal primary key (id),
    constraint ck_result_proposal_stated check (withdrawal = (stated is null)),
    constraint ck_result_proposal_decision check (num_nonnulls(decided_at, decided_by, approved) in (0, 3))
);
create unique index uq_result_proposal_waiting on result_proposal (record_id) where decided_at is null;
create index ix_result_proposal_result_id on result_proposal (result_id) where decided_at is null;

alter table result_proposal enable row level security;
create policy own on result_proposal to ${application_role}
    using (is_own_judgement(result_id) or exists (select from indicator i where i.id = result_id));
create policy staff on result_proposal to ${staff_role} using (true);
grant select, insert, update on result_proposal to ${application_role};

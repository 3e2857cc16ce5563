-- Records of results can be withdrawn: a verdict and a measured value by their last version, other records by who did so, when
-- and why. The release before writes none of these columns. The constraints hold for new rows from here on, and are validated
-- for older ones by the next migration, which blocks no request.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- All tables or none, and without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table effect_judgement, embedding, indicator, indicator_actual, inventory_report_tally, inventory_round, lesson, product, product_use
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
    add column withdrawn boolean not null default false,
    add constraint ck_effect_judgement_withdrawn check (not withdrawn or version > 1) not valid;
alter table indicator_actual
    add column withdrawn boolean not null default false,
    add constraint ck_indicator_actual_withdrawn check (not withdrawn or version > 1) not valid;

alter table embedding
    add column withdrawn_at timestamptz,
    add column withdrawn_by text,
    add column withdrawal_reason text,
    add constraint ck_embedding_withdrawal check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) in (0, 3)) not valid;
alter table indicator
    add column withdrawn_at timestamptz,
    add column withdrawn_by text,
    add column withdrawal_reason text,
    add constraint ck_indicator_withdrawal check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) in (0, 3)) not valid;
alter table inventory_report_tally
    add column withdrawn_at timestamptz,
    add column withdrawn_by text,
    add column withdrawal_reason text,
    add constraint ck_inventory_report_tally_withdrawal check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) in (0, 3)) not valid;
alter table inventory_round
    add column withdrawn_at timestamptz,
    add column withdrawn_by text,
    add column withdrawal_reason text,
    add constraint ck_inventory_round_withdrawal check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) in (0, 3)) not valid;
alter table lesson
    add column withdrawn_at timestamptz,
    add column withdrawn_by text,
    add column withdrawal_reason text,
    add constraint ck_lesson_withdrawal check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) in (0, 3)) not valid;
alter table product
    add column withdrawn_at timestamptz,
    add column withdrawn_by text,
    add column withdrawal_reason text,
    add constraint ck_product_withdrawal check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) in (0, 3)) not valid;
alter table product_use
    add column withdrawn_at timestamptz,
    add column withdrawn_by text,
    add column withdrawal_reason text,
    add constraint ck_product_use_withdrawal check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) in (0, 3)) not valid;

alter table embedding
    add column corrected_at timestamptz,
    add column corrected_by text,
    add column correction_reason text,
    add constraint ck_embedding_correction check (num_nonnulls(corrected_at, corrected_by, correction_reason) in (0, 3)) not valid;
alter table indicator
    add column corrected_at timestamptz,
    add column corrected_by text,
    add column correction_reason text,
    add constraint ck_indicator_correction check (num_nonnulls(corrected_at, corrected_by, correction_reason) in (0, 3)) not valid;
alter table inventory_report_tally
    add column corrected_at timestamptz,
    add column corrected_by text,
    add column correction_reason text,
    add constraint ck_inventory_report_tally_correction check (num_nonnulls(corrected_at, corrected_by, correction_reason) in (0, 3)) not valid;
alter table inventory_round
    add column corrected_at timestamptz,
    add column corrected_by text,
    add column correction_reason text,
    add constraint ck_inventory_round_correction check (num_nonnulls(corrected_at, corrected_by, correction_reason) in (0, 3)) not valid;
alter table product_use
    add column corrected_at timestamptz,
    add column corrected_by text,
    add column correction_reason text,
    add constraint ck_product_use_correction check (num_nonnulls(corrected_at, corrected_by, correction_reason) in (0, 3)) not valid;

grant update on inventory_report_tally, inventory_round, product_use to ${application_role};
grant delete on inventory_round_project to ${application_role};

-- What a record stated before it was changed, whole, as a row of its table; only ever added to.
create table corrected_result (
    kind text not null,
    id uuid not null,
    version integer not null,
    stated jsonb not null,
    replaced_at timestamptz not null,
    constraint pk_corrected_result primary key (id, version)
);
alter table corrected_result enable row level security;
create policy own on corrected_result to ${application_role} using (false);
create policy staff on corrected_result to ${staff_role} using (true);
grant select on corrected_result to ${application_role};

-- By the database, so that no way of changing a record can lose what it stated, and the release before keeps it too. A
-- correction and a withdrawal state their moment.
create function keep_corrected_result() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    former jsonb := to_jsonb(old);
    latter jsonb := to_jsonb(new);
begin
    insert into corrected_result (kind, id, version, stated, replaced_at)
    values (tg_table_name, old.id, old.version, former,
        case when latter ->> 'withdrawn_at' is distinct from former ->> 'withdrawn_at' and latter ->> 'withdrawn_at' is not null
            then (latter ->> 'withdrawn_at')::timestamptz
        when latter ->> 'corrected_at' is distinct from former ->> 'corrected_at' and latter ->> 'corrected_at' is not null
            then (latter ->> 'corrected_at')::timestamptz
        else clock_timestamp() end)
    on conflict do nothing;
    return null;
end $$;

create trigger tr_embedding_kept after update on embedding for each row execute function keep_corrected_result();
create trigger tr_indicator_kept after update on indicator for each row execute function keep_corrected_result();
create trigger tr_inventory_report_tally_kept after update on inventory_report_tally for each row execute function keep_corrected_result();
create trigger tr_inventory_round_kept after update on inventory_round for each row execute function keep_corrected_result();
create trigger tr_lesson_kept after update on lesson for each row execute function keep_corrected_result();
create trigger tr_product_kept after update on product for each row execute function keep_corrected_result();
create trigger tr_product_use_kept after update on product_use for each row execute function keep_corrected_result();

-- What was public and is withdrawn, so that its address in the catalogue gives the reason.
create table catalogue_withdrawal (
    id uuid not null,
    kind text not null,
    withdrawn_at timestamptz not null,
    reason text not null,
    constraint pk_catalogue_withdrawal primary key (id),
    constraint ck_catalogue_withdrawal_kind check (kind in ('PROJECT', 'LESSON', 'PRODUCT'))
);
grant select, insert, update, delete on catalogue_withdrawal to ${application_role};

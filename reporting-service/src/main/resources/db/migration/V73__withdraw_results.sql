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

grant update (withdrawn_at, withdrawn_by, withdrawal_reason, version)
    on inventory_report_tally, inventory_round, product_use to ${application_role};

-- What was public and is withdrawn, so that its address in the catalogue says so.
create table catalogue_withdrawal (
    id uuid not null,
    kind text not null,
    withdrawn_at timestamptz not null,
    reason text not null,
    constraint pk_catalogue_withdrawal primary key (id),
    constraint ck_catalogue_withdrawal_kind check (kind in ('PROJECT', 'LESSON', 'PRODUCT'))
);
grant select, insert, update, delete on catalogue_withdrawal to ${application_role};

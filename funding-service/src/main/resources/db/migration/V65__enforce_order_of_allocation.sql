-- What decisions under a scheme with an order of allocation are held to. The last release states nothing of it.
create table scheme_weight (
    scheme_id uuid not null,
    position integer not null,
    criterion text not null,
    weight integer not null,
    constraint pk_scheme_weight primary key (scheme_id, position),
    constraint uq_scheme_weight_scheme_id_criterion unique (scheme_id, criterion) deferrable initially deferred,
    constraint fk_scheme_weight_scheme_id foreign key (scheme_id) references scheme (id),
    constraint ck_scheme_weight_criterion check (criterion in
        ('NEED', 'APPROACH', 'COOPERATION', 'EMBEDDING', 'EVALUATION_PLAN')),
    constraint ck_scheme_weight_weight check (weight between 1 and 100)
);
grant select, insert, update, delete on scheme_weight to ${application_role};

alter table application
    add column total_score integer,
    add column complete_at timestamptz,
    add column out_of_order_reason text,
    add constraint ck_application_total_score check (total_score > 0) not valid,
    add constraint ck_application_out_of_order_reason check (
        out_of_order_reason is null or status in ('GRANTED', 'REFUSED', 'NOT_CONSIDERED')) not valid;

-- An assessment is corrected until the decision, by scores beside the earlier ones.
alter table application_score drop constraint uq_application_score_application_id_criterion;

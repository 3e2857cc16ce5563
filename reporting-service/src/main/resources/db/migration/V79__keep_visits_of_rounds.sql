-- From when to when a round visits a project, so that effects as of a moment stay what they were. A visit without a moment is as
-- old as its round; the last release records only such.
alter table inventory_round_project add column added_at timestamptz;

-- The visits that a correction took away.
create table inventory_round_project_removed (
    round_id uuid not null,
    project_id uuid not null,
    added_at timestamptz,
    removed_at timestamptz not null,
    constraint pk_inventory_round_project_removed primary key (round_id, project_id, removed_at),
    constraint fk_inventory_round_project_removed_round_id foreign key (round_id) references inventory_round (id)
);
alter table inventory_round_project_removed enable row level security;
create policy own on inventory_round_project_removed to ${application_role}
    using (exists (select from inventory_round r where r.id = round_id));
create policy staff on inventory_round_project_removed to ${staff_role} using (true);
grant select, insert on inventory_round_project_removed to ${application_role};

-- What leaves the catalogue can be of any kind.
alter table catalogue_withdrawal
    drop constraint ck_catalogue_withdrawal_kind,
    add constraint ck_catalogue_withdrawal_kind check (kind in ('PROJECT', 'LESSON', 'PRODUCT', 'PUBLISHED_TABLE', 'CLAIM'));

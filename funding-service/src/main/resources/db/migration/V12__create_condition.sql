-- A duty attached to an award. Those of its scheme are copied when it is made, so that what was agreed then stays what
-- was agreed.
create table award_condition (
    id uuid not null,
    award_id uuid not null,
    organisation_id text not null,
    programme text not null,
    funding_instrument text not null,
    text text not null,
    enforceable boolean not null,
    due_on date,
    fulfilled_on date,
    evidence text,
    source text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_award_condition primary key (id),
    constraint fk_award_condition_award_id foreign key (award_id) references award (id),
    constraint fk_award_condition_organisation_id foreign key (organisation_id) references organisation (number),
    constraint ck_award_condition_funding_instrument check (funding_instrument in ('DECENTRALISATION_GRANT', 'SUBSIDY')),
    -- What a municipality does with a decentralisation grant is its own affair.
    constraint ck_award_condition_enforceable check (not enforceable or funding_instrument = 'SUBSIDY'),
    constraint ck_award_condition_evidence check (evidence is null or fulfilled_on is not null)
);

create index ix_award_condition_award_id on award_condition (award_id, created_at, id);
create index ix_award_condition_programme on award_condition (programme, funding_instrument);
create index ix_award_condition_due_on on award_condition (due_on) where fulfilled_on is null;

grant select, insert on award_condition to ${application_role};
grant update (text, enforceable, due_on, fulfilled_on, evidence, source, version) on award_condition to ${application_role};

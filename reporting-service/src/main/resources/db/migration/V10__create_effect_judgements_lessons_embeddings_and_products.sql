insert into data_set (name) values ('effects') on conflict do nothing;

-- Said once for every table that has a list of them.
create function are_intervention_types(codes text[]) returns boolean
    language sql immutable
    return codes <@ array['KNOWLEDGE_BUILDING', 'KNOWLEDGE_EXCHANGE', 'AWARENESS', 'NETWORK_BUILDING',
        'INFORMATION_MANAGEMENT_SUPPORT', 'INDIVIDUAL_INTERVENTION', 'GENERAL_EDUCATION'];

create function are_phenomena(codes text[]) returns boolean
    language sql immutable
    return codes <@ array['POLARISATION', 'ISLAMIST_EXTREMISM', 'RIGHT_WING_EXTREMISM', 'LEFT_WING_EXTREMISM',
        'ANIMAL_RIGHTS_EXTREMISM'];

create function is_activity(
    track text, action_line text, funding_instrument text, intervention_types text[], phenomena text[], place_scope text)
    returns boolean
    language sql immutable
    return (track is null or track in ('LOCAL', 'NATIONAL', 'INTERNATIONAL'))
        and (action_line is null or action_line in ('PREVENTION', 'PROACTION', 'REPRESSION'))
        and (funding_instrument is null or funding_instrument in
            ('DECENTRALISATION_GRANT', 'SUBSIDY', 'PROCUREMENT', 'PRIZE', 'OWN_EXPENDITURE'))
        and are_intervention_types(intervention_types)
        and are_phenomena(phenomena)
        and place_scope in ('NATIONAL', 'REGIONAL', 'MUNICIPAL', 'SUB_MUNICIPAL', 'ABROAD', 'UNSPECIFIED');

-- One row is one version of a verdict: nothing is overwritten, the highest version counts.
create table effect_judgement (
    judgement_id uuid not null,
    version integer not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    reason text,
    reference text,
    programme text not null,
    project_id uuid,
    organisation_id text,
    track text,
    action_line text,
    funding_instrument text,
    intervention_types text[] not null,
    phenomena text[] not null,
    place_scope text not null,
    place_municipalities text[] not null,
    place_sub_area text,
    place_country text,
    verdict text not null,
    concerns text not null,
    assessed_by text not null,
    assessed_on date,
    evidence_level integer,
    theory_of_change text,
    emmie_effect text,
    emmie_mechanism text,
    emmie_moderators text,
    emmie_implementation text,
    emmie_economic_cost text,
    side_effects_positive text[] not null,
    side_effects_negative text[] not null,
    source text not null,
    note text,
    constraint pk_effect_judgement primary key (judgement_id, version),
    constraint ck_effect_judgement_version check (version >= 1),
    constraint ck_effect_judgement_reason check (version = 1 or reason is not null),
    constraint ck_effect_judgement_activity check (is_activity(
        track, action_line, funding_instrument, intervention_types, phenomena, place_scope)),
    constraint ck_effect_judgement_verdict check (verdict in
        ('EFFECTIVE', 'PROMISING', 'INCONCLUSIVE', 'INEFFECTIVE', 'ADVERSE', 'NOT_ASSESSED')),
    constraint ck_effect_judgement_concerns check (concerns in ('INTERVENTION_GOAL', 'PROGRAMME_GOAL')),
    constraint ck_effect_judgement_evidence_level check (evidence_level between 0 and 4)
);
create unique index uq_effect_judgement_programme_reference on effect_judgement (programme, reference)
    where version = 1;
create index ix_effect_judgement_judgement_id_version on effect_judgement (judgement_id, version) where version > 1;
create index ix_effect_judgement_recorded_at on effect_judgement (recorded_at, judgement_id);
create index ix_effect_judgement_programme on effect_judgement (programme);
create index ix_effect_judgement_project_id on effect_judgement (project_id);
create index ix_effect_judgement_organisation_id on effect_judgement (organisation_id);

-- Which version of a verdict the public may see. A version without a row is not public.
create table effect_judgement_publication (
    judgement_id uuid not null,
    version integer not null,
    published_at timestamptz not null,
    published_by text not null,
    constraint pk_effect_judgement_publication primary key (judgement_id, version),
    constraint fk_effect_judgement_publication_judgement_id foreign key (judgement_id, version)
        references effect_judgement (judgement_id, version)
);

create table lesson (
    id uuid not null,
    programme text not null,
    reference text,
    project_id uuid,
    organisation_id text,
    track text,
    action_line text,
    funding_instrument text,
    intervention_types text[] not null,
    phenomena text[] not null,
    place_scope text not null,
    place_municipalities text[] not null,
    place_sub_area text,
    place_country text,
    kind text not null,
    title text not null,
    text text,
    tags text[] not null,
    helps text[] not null,
    phase text,
    language text not null,
    source text not null,
    status text not null,
    published_at timestamptz,
    published_by text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_lesson primary key (id),
    constraint uq_lesson_programme_reference unique (programme, reference),
    constraint ck_lesson_activity check (is_activity(
        track, action_line, funding_instrument, intervention_types, phenomena, place_scope)),
    constraint ck_lesson_kind check (kind in
        ('DO', 'DONT', 'RISK_FACTOR', 'GOOD_PRACTICE', 'LEARNING_POINT', 'CONCLUSION')),
    constraint ck_lesson_helps check (helps <@ array['PROGRAMME_MANAGEMENT', 'MUNICIPAL_GOVERNANCE',
        'PROJECT_LEADERSHIP', 'FRONTLINE_PROFESSIONAL', 'TRAINING_PROVIDER', 'RESEARCH']),
    constraint ck_lesson_phase check (phase in ('PREPARATION', 'SET_UP', 'EXECUTION', 'EVALUATION', 'EMBEDDING')),
    constraint ck_lesson_language check (language in ('nl', 'en')),
    constraint ck_lesson_status check (status in ('DRAFT', 'PUBLISHED')),
    constraint ck_lesson_published_at check ((status = 'PUBLISHED') = (published_at is not null))
);
create index ix_lesson_created_at on lesson (created_at, id);
create index ix_lesson_programme on lesson (programme, created_at, id);
create index ix_lesson_project_id on lesson (project_id, created_at, id);
create index ix_lesson_organisation_id on lesson (organisation_id, created_at, id);
create index ix_lesson_kind on lesson (kind, created_at, id);
create index ix_lesson_status on lesson (status, created_at, id);

-- What is known, on a day, of whether something will last: a series per project and subject.
create table embedding (
    id uuid not null,
    programme text not null,
    project_id uuid,
    organisation_id text,
    track text,
    action_line text,
    funding_instrument text,
    intervention_types text[] not null,
    phenomena text[] not null,
    place_scope text not null,
    place_municipalities text[] not null,
    place_sub_area text,
    place_country text,
    subject text not null,
    stated_on date not null,
    status text not null,
    secured_where text,
    responsible text,
    secured_until date,
    source text not null,
    note text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_embedding primary key (id),
    constraint uq_embedding_programme_project_id_subject_stated_on
        unique nulls not distinct (programme, project_id, subject, stated_on),
    constraint ck_embedding_activity check (is_activity(
        track, action_line, funding_instrument, intervention_types, phenomena, place_scope)),
    constraint ck_embedding_status check (status in ('SECURED', 'PARTLY_SECURED', 'NOT_SECURED', 'UNKNOWN'))
);
create index ix_embedding_stated_on on embedding (stated_on, id);
create index ix_embedding_project_id on embedding (project_id, stated_on, id);
create index ix_embedding_organisation_id on embedding (organisation_id, stated_on, id);

create table product (
    id uuid not null,
    programme text not null,
    reference text,
    project_id uuid,
    organisation_id text,
    track text,
    action_line text,
    funding_instrument text,
    intervention_types text[] not null,
    phenomena text[] not null,
    place_scope text not null,
    place_municipalities text[] not null,
    place_sub_area text,
    place_country text,
    kind text not null,
    name text not null,
    description text,
    audience text,
    tested_with_target_group boolean,
    language text not null,
    use_not_measured_because text not null,
    source text not null,
    status text not null,
    published_at timestamptz,
    published_by text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_product primary key (id),
    constraint uq_product_programme_reference unique (programme, reference),
    constraint ck_product_activity check (is_activity(
        track, action_line, funding_instrument, intervention_types, phenomena, place_scope)),
    constraint ck_product_kind check (kind in ('GUIDE', 'BROCHURE', 'TOOL', 'E_LEARNING', 'TEACHING_MATERIAL', 'COURSE',
        'DATABASE', 'RESEARCH', 'OTHER')),
    constraint ck_product_language check (language in ('nl', 'en')),
    constraint ck_product_status check (status in ('DRAFT', 'PUBLISHED')),
    constraint ck_product_published_at check ((status = 'PUBLISHED') = (published_at is not null))
);
create index ix_product_created_at on product (created_at, id);
create index ix_product_programme on product (programme, created_at, id);
create index ix_product_project_id on product (project_id, created_at, id);
create index ix_product_organisation_id on product (organisation_id, created_at, id);
create index ix_product_kind on product (kind, created_at, id);
create index ix_product_status on product (status, created_at, id);

-- How often a product was used in a period. Only ever added.
create table product_use (
    id uuid not null,
    product_id uuid not null,
    period_from date not null,
    period_until date not null,
    quantity_kind text not null,
    quantity_value bigint,
    quantity_plus_minus bigint,
    quantity_minimum bigint,
    quantity_maximum bigint,
    quantity_text text,
    source text not null,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_product_use primary key (id),
    constraint fk_product_use_product_id foreign key (product_id) references product (id),
    constraint uq_product_use_product_id_period_from unique (product_id, period_from),
    constraint ck_product_use_period check (period_from < period_until),
    constraint ck_product_use_quantity check (is_quantity(
        quantity_kind, quantity_value, quantity_plus_minus, quantity_minimum, quantity_maximum, quantity_text))
);

grant select, insert on effect_judgement, effect_judgement_publication, product_use to ${application_role};
grant select, insert, update on lesson, embedding, product to ${application_role};

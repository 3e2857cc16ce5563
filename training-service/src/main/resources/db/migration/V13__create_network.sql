-- A network of people or organisations that goes on; its meetings are records of their own.
create table network (
    id uuid not null,
    reference text,
    programme text not null,
    name text not null,
    kind text not null,
    phenomenon text,
    track text,
    members text[] not null,
    member_kind text,
    quantity_kind text,
    quantity_value bigint,
    quantity_plus_minus bigint,
    quantity_minimum bigint,
    quantity_maximum bigint,
    quantity_text text,
    source text not null,
    note text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_network primary key (id),
    constraint uq_network_programme_reference unique (programme, reference),
    constraint ck_network_kind check (kind in ('PLATFORM', 'INTERVISION', 'INTERNATIONAL', 'CONSULTATION')),
    constraint ck_network_phenomenon check (phenomenon in
        ('POLARISATION', 'ISLAMIST_EXTREMISM', 'RIGHT_WING_EXTREMISM', 'LEFT_WING_EXTREMISM',
         'ANIMAL_RIGHTS_EXTREMISM')),
    constraint ck_network_track check (track in ('LOCAL', 'NATIONAL', 'INTERNATIONAL')),
    constraint ck_network_member_kind check (member_kind in
        ('ORGANISATION', 'MUNICIPALITY', 'PROFESSIONAL', 'COUNTRY')),
    constraint ck_network_quantity check (
        num_nonnulls(quantity_kind, quantity_value, quantity_plus_minus, quantity_minimum, quantity_maximum,
            quantity_text) = 0
        or member_kind is not null and is_quantity(quantity_kind, quantity_value, quantity_plus_minus,
            quantity_minimum, quantity_maximum, quantity_text))
);

create index ix_network_created_at on network (created_at, id);
create index ix_network_name on network (name, id);
create index ix_network_kind on network (kind, created_at);

-- A meeting, or several that their source counts together; quantity_ is how many came.
create table network_meeting (
    id uuid not null,
    reference text,
    programme text not null,
    network_id uuid,
    title text not null,
    period_from date not null,
    period_until date not null,
    place_scope text not null,
    place_municipalities text[] not null,
    place_sub_area text,
    place_country text,
    track text,
    organisation_id text,
    project_id uuid,
    meetings_kind text not null,
    meetings_value bigint,
    meetings_plus_minus bigint,
    meetings_minimum bigint,
    meetings_maximum bigint,
    meetings_text text,
    quantity_kind text,
    quantity_value bigint,
    quantity_plus_minus bigint,
    quantity_minimum bigint,
    quantity_maximum bigint,
    quantity_text text,
    target_group text,
    source text not null,
    note text,
    created_at timestamptz not null,
    created_by text not null,
    version integer not null,
    constraint pk_network_meeting primary key (id),
    constraint uq_network_meeting_programme_reference unique (programme, reference),
    constraint fk_network_meeting_network_id foreign key (network_id) references network (id),
    constraint ck_network_meeting_period check (period_from < period_until),
    constraint ck_network_meeting_place_scope check (place_scope in
        ('NATIONAL', 'REGIONAL', 'MUNICIPAL', 'SUB_MUNICIPAL', 'ABROAD', 'UNSPECIFIED')),
    constraint ck_network_meeting_track check (track in ('LOCAL', 'NATIONAL', 'INTERNATIONAL')),
    constraint ck_network_meeting_target_group check (target_group in
        ('YOUTH_AND_PUPILS', 'PROFESSIONALS_AND_OFFICIALS', 'TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS', 'STUDENTS',
         'OTHER')),
    constraint ck_network_meeting_meetings check (is_quantity(
        meetings_kind, meetings_value, meetings_plus_minus, meetings_minimum, meetings_maximum, meetings_text)),
    constraint ck_network_meeting_quantity check (
        num_nonnulls(quantity_kind, quantity_value, quantity_plus_minus, quantity_minimum, quantity_maximum,
            quantity_text) = 0
        or is_quantity(quantity_kind, quantity_value, quantity_plus_minus, quantity_minimum, quantity_maximum,
            quantity_text))
);

create index ix_network_meeting_created_at on network_meeting (created_at, id);
create index ix_network_meeting_period_from on network_meeting (period_from, id);
create index ix_network_meeting_network_id on network_meeting (network_id, period_from);

grant select, insert on network, network_meeting to ${application_role};
grant update (name, kind, phenomenon, track, members, member_kind, quantity_kind, quantity_value, quantity_plus_minus,
    quantity_minimum, quantity_maximum, quantity_text, source, note, version) on network to ${application_role};

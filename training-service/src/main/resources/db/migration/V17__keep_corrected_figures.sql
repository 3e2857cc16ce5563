-- What a figure said before it was corrected, whole, as a row of its table; only ever added to.
create table corrected_figure (
    figure text not null,
    id uuid not null,
    version integer not null,
    said jsonb not null,
    replaced_at timestamptz not null,
    constraint pk_corrected_figure primary key (id, version),
    constraint ck_corrected_figure_figure check (
        figure in ('advice_question_tally', 'network_meeting', 'learning_completion'))
);

alter table advice_question_tally
    add column reason text,
    add column corrected_by text,
    add constraint ck_advice_question_tally_reason check (version = 0 or num_nonnulls(reason, corrected_by) = 2);
alter table network_meeting
    add column reason text,
    add column corrected_by text,
    add constraint ck_network_meeting_reason check (version = 0 or num_nonnulls(reason, corrected_by) = 2);
alter table learning_completion
    add column reason text,
    add column corrected_by text,
    add constraint ck_learning_completion_reason check (version = 0 or num_nonnulls(reason, corrected_by) = 2);

-- By the database, so that no way of changing a figure can lose what it said.
create function keep_corrected_figure() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    insert into corrected_figure values (tg_table_name, old.id, old.version, to_jsonb(old), clock_timestamp());
    return new;
end
$$;

create trigger tr_advice_question_tally_kept before update on advice_question_tally
    for each row execute function keep_corrected_figure();
create trigger tr_network_meeting_kept before update on network_meeting
    for each row execute function keep_corrected_figure();
create trigger tr_learning_completion_kept before update on learning_completion
    for each row execute function keep_corrected_figure();

grant select on corrected_figure to ${application_role};
-- All but which figure it is, and when and by whom it was recorded first.
grant update (asked_by, theme, period_from, period_until, received_kind, received_value, received_plus_minus,
    received_minimum, received_maximum, received_text, quantity_kind, quantity_value, quantity_plus_minus,
    quantity_minimum, quantity_maximum, quantity_text, source, note, reason, corrected_by, version)
    on advice_question_tally to ${application_role};
grant update (network_id, title, period_from, period_until, place_scope, place_municipalities, place_sub_area,
    place_country, track, organisation_id, project_id, meetings_kind, meetings_value, meetings_plus_minus,
    meetings_minimum, meetings_maximum, meetings_text, quantity_kind, quantity_value, quantity_plus_minus,
    quantity_minimum, quantity_maximum, quantity_text, target_group, source, note, reason, corrected_by, version)
    on network_meeting to ${application_role};
grant update (period_from, period_until, target_group, organisation_id, quantity_kind, quantity_value,
    quantity_plus_minus, quantity_minimum, quantity_maximum, quantity_text, source, reason, corrected_by, version)
    on learning_completion to ${application_role};

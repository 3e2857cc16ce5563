-- What is recorded of projects and is in no statistics: lessons and products. Triggers mark it, because the release before
-- writes beside this one.
insert into data_set (name) values ('results');

create function mark_results_as_changed() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    insert into data_set_change (data_set) values ('results');
    return null;
end
$$;

create trigger tr_lesson_revision after insert or update on lesson
    for each statement execute function mark_results_as_changed();
create trigger tr_product_revision after insert or update on product
    for each statement execute function mark_results_as_changed();

-- What is recorded of projects and is in no statistics: lessons and products. Triggers mark it, because the release before
-- writes beside this one.
insert into data_set (name) values ('results');

create function mark_results_as_changed() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    as $$
begin
    -- Once for each transaction.
    update data_set set revision = revision + 1 where name = 'results' and xmin <> pg_current_xact_id()::xid;
    return null;
end
$$;

-- Deferred to the commit, because writers queue at the row until the writer before them has ended.
create constraint trigger tr_lesson_revision after insert or update on lesson
    deferrable initially deferred for each row execute function mark_results_as_changed();
create constraint trigger tr_product_revision after insert or update on product
    deferrable initially deferred for each row execute function mark_results_as_changed();

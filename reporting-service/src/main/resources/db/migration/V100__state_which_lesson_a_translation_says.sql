-- A lesson in two languages is two records, of which one says that it is the other in another language. So it counts once.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- Without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table lesson in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
end $$;

alter table lesson
    add column translation_of uuid,
    add constraint fk_lesson_translation_of foreign key (translation_of) references lesson (id) not valid,
    add constraint ck_lesson_translation_of check (translation_of <> id) not valid;
-- All its rows are without one.
alter table lesson validate constraint fk_lesson_translation_of;
alter table lesson validate constraint ck_lesson_translation_of;

-- The view has the columns that its table had.
drop view as_of.lesson;
create view as_of.lesson with (security_invoker = true) as
select (x.row_then).* from public.lesson present
left join as_of.former('lesson') f on f.id = present.id
cross join lateral (select case when f.id is null then present
    else jsonb_populate_record(cast(null as public.lesson), f.stated) end as row_then offset 0) x
where present.created_at <= as_of.moment();
grant select on as_of.lesson to ${application_role}, ${staff_role};

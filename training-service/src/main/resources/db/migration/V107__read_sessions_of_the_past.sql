-- Sessions and how many came, as they were recorded at a moment (see V100). A session is what it stated before the first change
-- after the moment: of before versions were kept whole, what it stated first since then. The two halves have conditions of their
-- own, so that the indexes of both tables answer.
create view as_of.training_session with (security_invoker = true) as
    select present.* from public.training_session present
    where present.created_at <= as_of.moment() and not exists (
        select 1 from public.former_training_session f
        where f.session_id = present.id and f.replaced_at > as_of.moment() and f.stated is not null)
    union all
    select then_stated.* from public.former_training_session f
    cross join lateral jsonb_populate_record(cast(null as public.training_session), f.stated) then_stated
    where f.created_at <= as_of.moment() and f.replaced_at > as_of.moment() and f.stated is not null and not exists (
        select 1 from public.former_training_session earlier
        where earlier.session_id = f.session_id and earlier.replaced_at > as_of.moment() and earlier.stated is not null
            and (earlier.replaced_at, earlier.id) < (f.replaced_at, f.id));

create view as_of.head_count with (security_invoker = true) as
    select * from public.head_count where recorded_at <= as_of.moment();

create view as_of.training_tally with (security_invoker = true) as
    select * from public.training_tally where recorded_at <= as_of.moment();

grant select on as_of.training_session, as_of.head_count, as_of.training_tally to ${application_role};

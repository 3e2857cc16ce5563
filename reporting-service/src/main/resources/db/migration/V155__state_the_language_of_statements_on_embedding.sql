-- A subject is in a language, as a lesson, a product, a claim and a report are. Null where it does not say, and then it is Dutch:
-- what was kept of a row before this migration has none, and the release before writes none.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- Both or none, and without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table as_of.embedding, embedding in access exclusive mode nowait;
            exit;
        exception when lock_not_available then
            if clock_timestamp() > patience then
                raise;
            end if;
        end;
        perform pg_sleep(0.01);
    end loop;
end $$;

alter table embedding
    add column language text,
    add constraint ck_embedding_language check (language in ('nl', 'en')) not valid;

create or replace view as_of.embedding with (security_invoker = true) as
select (x.row_then).* from public.embedding present
left join as_of.former('embedding') f on f.id = present.id
cross join lateral (select case when f.id is null then present
    else jsonb_populate_record(cast(null as public.embedding), f.stated) end as row_then offset 0) x
where present.created_at <= as_of.moment();

-- A count of the use of a public product, and a statement on embedding of a project that the catalogue shows, waits for a reviewer
-- and counts nowhere until then, as a verdict of an approved report does (V96). Null where it does not wait: what was kept of a
-- row before this migration has none of these, and the release before writes none. The constraints hold for new rows from here
-- on, and are validated for older ones by the next migration.
do $$
declare
    patience timestamptz := clock_timestamp() + interval '10 seconds';
begin
    -- All tables or none, and without a place in the queue: requests wait no longer than the statements below take.
    loop
        begin
            lock table as_of.embedding, as_of.product_use, embedding, product_use in access exclusive mode nowait;
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
    add column awaits_review boolean,
    add column approved_at timestamptz,
    add column approved_by text,
    add constraint ck_embedding_approval check (num_nonnulls(approved_at, approved_by) in (0, 2)) not valid;
alter table product_use
    add column awaits_review boolean,
    add column approved_at timestamptz,
    add column approved_by text,
    add constraint ck_product_use_approval check (num_nonnulls(approved_at, approved_by) in (0, 2)) not valid;

create or replace view as_of.embedding with (security_invoker = true) as
select (x.row_then).* from public.embedding present
left join as_of.former('embedding') f on f.id = present.id
cross join lateral (select case when f.id is null then present
    else jsonb_populate_record(cast(null as public.embedding), f.stated) end as row_then offset 0) x
where present.created_at <= as_of.moment();

create or replace view as_of.product_use with (security_invoker = true) as
select (x.row_then).* from public.product_use present
left join as_of.former('product_use') f on f.id = present.id
cross join lateral (select case when f.id is null then present
    else jsonb_populate_record(cast(null as public.product_use), f.stated) end as row_then offset 0) x
where present.created_at <= as_of.moment();

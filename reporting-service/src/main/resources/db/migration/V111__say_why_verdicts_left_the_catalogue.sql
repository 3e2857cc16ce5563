-- The verdicts on a project that were public and are withdrawn, with the public reason. It reads verdicts of every organisation, of
-- which only what was public.
create function withdrawn_public_verdicts(of_project uuid)
    returns table (verdict text, withdrawn_at timestamptz, reason text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select e.verdict, w.recorded_at, w.reason
    from effect_judgement e
    join effect_judgement_publication p on p.judgement_id = e.judgement_id and p.version = e.version
    join effect_judgement w on w.judgement_id = e.judgement_id and w.withdrawn
    where e.project_id = of_project
        and not exists (select from effect_judgement_publication later
            where later.judgement_id = p.judgement_id and later.version > p.version)
    order by w.recorded_at, w.judgement_id
$$;

revoke execute on function withdrawn_public_verdicts(uuid) from public;
grant execute on function withdrawn_public_verdicts(uuid) to ${application_role};

-- What evidence each public verdict on a project has, as verdict:level; the level is empty where it is not known.
alter table catalogue_verdict add column evidence text[] not null default '{}';

-- By the database, so that the release before keeps it too. It reads verdicts of every organisation, of which only what is
-- public.
create function rate_catalogue_verdict() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    new.evidence := array(
        select distinct e.verdict || ':' || coalesce(e.evidence_level::text, '')
        from effect_judgement e
        join effect_judgement_publication p on p.judgement_id = e.judgement_id and p.version = e.version
        where e.project_id = new.project_id
            and not exists (select from effect_judgement_publication later
                where later.judgement_id = p.judgement_id and later.version > p.version)
            and not exists (select from effect_judgement w where w.judgement_id = e.judgement_id and w.withdrawn)
        order by 1);
    return new;
end $$;

create trigger tr_catalogue_verdict_rated before insert or update on catalogue_verdict
    for each row execute function rate_catalogue_verdict();

update catalogue_verdict set verdicts = verdicts;

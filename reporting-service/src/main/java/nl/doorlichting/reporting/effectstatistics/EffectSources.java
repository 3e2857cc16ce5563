package nl.doorlichting.reporting.effectstatistics;

/**
 * The tables with records about effects: one row for each record that counts, with what it states, its days and its
 * figures, and as {@code record} which one of its table it is. Of verdicts the latest version counts, of a series about embedding the last word, of reports those approved.
 * A record that waits for its first review does not count.
 *
 * <p>Parameters are {@code as_of}, the moment of what was known, and {@code wanted_from} and {@code wanted_until}, the days
 * of a measurement or a word that is the last one.
 */
final class EffectSources {
    // The content is the report as it was accepted, and its versions are kept. The round of a report may be unknown.
    private static final String APPROVED = """
        with report as (
            select r.id, r.programme, o.id as round_id, o.period_from, o.period_until,
                cast(v.content as json) -> 'projects' as projects
            from inventory_report r
            join lateral (
                select n.content, n.state
                from inventory_report_version n
                where n.report_id = r.id and n.recorded_at <= :as_of
                order by n.version desc
                limit 1) v on v.state in ('APPROVED', 'PUBLISHED')
            left join ({inventory_round}) o on o.id = cast(cast(v.content as json) ->> 'roundId' as uuid)
            where r.withdrawn_at is null or r.withdrawn_at > :as_of)
        """.replace("{inventory_round}", then("inventory_round"));

    static final String REPORTS = APPROVED
            + """
        select %s
        from (
            select t.id || ' ' || coalesce(p.entry ->> 'projectId', '') as record, t.programme, t.id as report_id, t.round_id, t.period_from, t.period_until,
                cast(p.entry ->> 'projectId' as uuid) as project_id, p.entry ->> 'organisationId' as organisation_id,
                p.entry ->> 'track' as track, p.entry ->> 'actionLine' as action_line,
                p.entry ->> 'fundingInstrument' as funding_instrument,
                {interventionTypes} as intervention_types, {phenomena} as phenomena,
                {municipalities} as place_municipalities, p.entry ->> 'selfEvaluation' as self_evaluation,
                p.entry ->> 'independentEvaluation' as independent_evaluation
            from report t
            cross join lateral json_array_elements(t.projects) as p (entry)) e
        %s
        """.replace("{interventionTypes}", codes("p.entry -> 'interventionTypes'"))
                    .replace("{phenomena}", codes("p.entry -> 'phenomena'"))
                    .replace("{municipalities}", codes("p.entry -> 'place' -> 'municipalities'"));

    // The last condition follows from the others; with it PostgreSQL uses the index of corrections.
    static final String VERDICTS = APPROVED + """
        select %s
        from (
            select j.judgement_id as record, j.programme, j.project_id, t.round_id, j.organisation_id, j.track, j.action_line,
                j.funding_instrument, j.intervention_types, j.phenomena, j.place_municipalities,
                j.assessed_on as period_from, j.assessed_on + 1 as period_until, j.verdict, j.concerns,
                j.evidence_level, cardinality(j.side_effects_positive) as positive,
                cardinality(j.side_effects_negative) as negative
            from effect_judgement j
            left join report t on t.id = j.report_id
            where j.recorded_at <= :as_of and not j.withdrawn and not j.awaits_review and (j.report_id is null or t.id is not null)
                and not exists (select 1 from effect_judgement later
                    where later.judgement_id = j.judgement_id and later.version > j.version and later.version > 1
                        and later.recorded_at <= :as_of)) e
        %s
        """;

    // A wrong measurement gets a new version: of a day the highest version counts, of an indicator the last day. An
    // indicator without a measurement in the days asked for is of the day of its baseline, or else not of those days.
    static final String INDICATORS = APPROVED + """
        , measured as (
            select n.indicator_id, n.value, coalesce(n.measured_from, n.measured_on) as measured_from, n.measured_on
            from indicator_actual n
            where n.recorded_at <= :as_of and not n.withdrawn and not n.awaits_review
                and not exists (select 1 from indicator_actual later
                    where later.indicator_id = n.indicator_id and later.measured_on = n.measured_on
                    and later.version > n.version and later.recorded_at <= :as_of))
        select %s
        from (
            select i.id as record, i.programme, i.project_id, t.round_id, i.organisation_id, i.track, i.action_line,
                i.funding_instrument, i.intervention_types, i.phenomena, i.place_municipalities, d.day as period_from,
                d.day + 1 as period_until, i.direction, i.baseline_kind, i.baseline_value, i.baseline_measured_on,
                i.target_value, a.value, a.measured_from, a.measured_on
            from ({indicator}) i
            left join report t on t.id = i.report_id
            left join (
                select distinct on (n.indicator_id) n.indicator_id, n.value, n.measured_from, n.measured_on
                from measured n
                where n.measured_on >= :wanted_from and n.measured_on < :wanted_until
                order by n.indicator_id, n.measured_on desc) a on a.indicator_id = i.id
            left join (
                select n.indicator_id, max(n.measured_on) as measured_on
                from measured n
                group by n.indicator_id) m on m.indicator_id = i.id
            cross join lateral (
                select coalesce(a.measured_on, i.baseline_measured_on, m.measured_on) as day) d
            where i.created_at <= :as_of and (i.withdrawn_at is null or i.withdrawn_at > :as_of)
                and i.awaits_review is not true and (i.report_id is null or t.id is not null)) e
        %s
        """.replace("{indicator}", then("indicator"));

    static final String EMBEDDINGS = """
        select %s
        from (
            select distinct on (b.programme, b.project_id, b.subject)
                coalesce(cast(b.project_id as text), '') || ' ' || b.subject as record, b.programme, b.project_id,
                cast(null as uuid) as round_id, b.organisation_id, b.track, b.action_line, b.funding_instrument,
                b.intervention_types, b.phenomena, b.place_municipalities, b.stated_on as period_from,
                b.stated_on + 1 as period_until, b.status
            from ({embedding}) b
            where b.created_at <= :as_of and (b.withdrawn_at is null or b.withdrawn_at > :as_of)
                and b.awaits_review is not true and b.stated_on >= :wanted_from and b.stated_on < :wanted_until
            order by b.programme, b.project_id, b.subject, b.stated_on desc) e
        %s
        """.replace("{embedding}", then("embedding"));

    static final String VISITS = """
        select %s
        from (
            select o.id || ' ' || p.project_id as record, o.programme, p.project_id, o.id as round_id, cast(null as text) as organisation_id,
                cast(null as text) as track, cast(null as text) as action_line, cast(null as text) as funding_instrument,
                cast('{}' as text[]) as intervention_types, cast('{}' as text[]) as phenomena,
                cast('{}' as text[]) as place_municipalities, o.period_from, o.period_until
            from (
                select v.round_id, v.project_id from inventory_round_project v
                where v.added_at is null or v.added_at <= :as_of
                union all
                select v.round_id, v.project_id from inventory_round_project_removed v
                where (v.added_at is null or v.added_at <= :as_of) and v.removed_at > :as_of) p
            join ({inventory_round}) o on o.id = p.round_id
            where o.created_at <= :as_of and (o.withdrawn_at is null or o.withdrawn_at > :as_of)) e
        %s
        """.replace("{inventory_round}", then("inventory_round"));

    static final String TALLIES = """
        select %s
        from (
            select t.id as record, t.programme, cast(null as uuid) as project_id, t.round_id, cast(null as text) as organisation_id,
                cast(null as text) as track, cast(null as text) as action_line, cast(null as text) as funding_instrument,
                cast('{}' as text[]) as intervention_types, cast('{}' as text[]) as phenomena,
                cast('{}' as text[]) as place_municipalities, o.period_from, o.period_until, t.reports, t.projects,
                t.with_baseline, t.with_self_evaluation, t.with_independent_evaluation, t.source, t.created_at, t.id
            from ({inventory_report_tally}) t
            left join ({inventory_round}) o on o.id = t.round_id
            where t.created_at <= :as_of and (t.withdrawn_at is null or t.withdrawn_at > :as_of)) e
        %s
        order by e.created_at, e.id
        """.replace("{inventory_report_tally}", then("inventory_report_tally"))
            .replace("{inventory_round}", then("inventory_round"));

    private EffectSources() {}

    /** The rows of a table as they were at the moment: as they are, or as they were before the first change after it. */
    private static String then(String table) {
        return """
            select now.* from %1$s now
            where not exists (select from corrected_result c where c.id = now.id and c.replaced_at > :as_of)
            union all
            select was.* from (
                select distinct on (c.id) c.stated from corrected_result c
                where c.kind = '%1$s' and c.replaced_at > :as_of order by c.id, c.version) c,
                jsonb_populate_record(cast(null as %1$s), c.stated) was""".formatted(table);
    }

    private static String codes(String list) {
        return "array(select json_array_elements_text(case json_typeof(" + list + ") when 'array' then " + list
                + " else '[]' end))";
    }
}

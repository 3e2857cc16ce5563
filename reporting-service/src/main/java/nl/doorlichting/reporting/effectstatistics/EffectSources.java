package nl.doorlichting.reporting.effectstatistics;

/**
 * The tables that know of effects, as sub-queries that end in a place for one more condition. What counts of them: of
 * verdicts the latest version, of a series about embedding the last word, of reports those approved, about the days of
 * their round.
 */
final class EffectSources {
    // The last condition follows from the others; with it PostgreSQL uses the index of corrections.
    private static final String VERDICTS = """
        select j.programme, j.project_id, j.action_line, j.track, j.funding_instrument, j.intervention_types,
            j.place_municipalities, j.verdict, j.concerns, j.evidence_level, j.side_effects_positive,
            j.side_effects_negative
        from effect_judgement j
        where not exists (select 1 from effect_judgement later
            where later.judgement_id = j.judgement_id and later.version > j.version and later.version > 1)
            %s\
        """;
    private static final String EMBEDDINGS = """
        select distinct on (b.programme, b.project_id, b.subject) b.programme, b.project_id, b.action_line, b.track,
            b.funding_instrument, b.intervention_types, b.place_municipalities, b.status, b.stated_on
        from embedding b
        where true %s
        order by b.programme, b.project_id, b.subject, b.stated_on desc\
        """;
    // The round of a report may be unknown: such a report has no period.
    private static final String REPORTS = """
        select t.programme, p.project_id, p.report_id, p.action_line, p.track, p.funding_instrument,
            p.intervention_types, p.place_municipalities, p.self_evaluation, p.independent_evaluation
        from inventory_report_project p
        join inventory_report t on t.id = p.report_id
        left join inventory_round o on o.id = t.round_id
        where t.approved_at is not null %s\
        """;
    // A wrong measurement gets a new version: of a day the highest version counts, of an indicator the last day.
    private static final String INDICATORS = """
        select m.*, sign(m.value - m.baseline_value) * m.way as course,
            sign(m.value - m.target_value) * m.way >= 0 and m.baseline_value is not null as target_reached
        from (
            select i.programme, i.project_id, i.action_line, i.track, i.funding_instrument, i.intervention_types,
                i.place_municipalities, i.baseline_kind, i.baseline_value, i.target_value, a.value,
                case i.direction when 'UP' then 1 else -1 end as way
            from indicator i
            left join (
                select distinct on (n.indicator_id) n.indicator_id, n.value
                from indicator_actual n
                where true %s
                order by n.indicator_id, n.measured_on desc, n.version desc) a on a.indicator_id = i.id
            where (a.value is not null or (true %s))
                and (i.report_id is null or exists (
                    select 1 from inventory_report t where t.id = i.report_id and t.approved_at is not null))) m\
        """;
    private static final String VISITS = """
        select o.programme, p.project_id
        from inventory_round_project p
        join inventory_round o on o.id = p.round_id
        where true %s\
        """;

    // An evaluation: 2 there is one, 1 there is none, 0 unknown.
    private static final String PROJECT_RECORDS = """
        select r.programme, r.project_id, r.action_line, r.track, r.funding_instrument, r.intervention_types,
            r.place_municipalities, true as reported, 0 as baseline,
            case r.self_evaluation when 'YES' then 2 when 'NO' then 1 else 0 end as self_evaluation,
            case r.independent_evaluation when 'YES' then 2 when 'NO' then 1 else 0 end as independent_evaluation
        from (%s) r
        union all
        select v.programme, v.project_id, v.action_line, v.track, v.funding_instrument, v.intervention_types,
            v.place_municipalities, false, 0, 0, 0
        from (%s) v
        union all
        select b.programme, b.project_id, b.action_line, b.track, b.funding_instrument, b.intervention_types,
            b.place_municipalities, false, 0, 0, 0
        from (%s) b
        union all
        select i.programme, i.project_id, i.action_line, i.track, i.funding_instrument, i.intervention_types,
            i.place_municipalities, false, case i.baseline_kind when 'TAKEN' then 2 else 1 end, 0, 0
        from (%s) i
        union all
        select o.programme, o.project_id, cast(null as text), cast(null as text), cast(null as text),
            cast('{}' as text[]), cast('{}' as text[]), false, 0, 0, 0
        from (%s) o\
        """;

    private final EffectDays days;

    EffectSources(EffectDays days) {
        this.days = days;
    }

    String verdicts() {
        return VERDICTS.formatted(days.contain("j.assessed_on"));
    }

    String embeddings() {
        return EMBEDDINGS.formatted(days.contain("b.stated_on"));
    }

    String indicators() {
        return INDICATORS.formatted(days.contain("n.measured_on"), days.contain("i.baseline_measured_on"));
    }

    String reports() {
        return REPORTS.formatted(days.contain("o.period_from", "o.period_until"));
    }

    /** Those whose round lies only partly within the days asked for. */
    String reportsThatStickOut() {
        return REPORTS.formatted(days.cut("o.period_from", "o.period_until"));
    }

    /** Every record about a project. */
    String projectRecords() {
        var visits = VISITS.formatted(days.contain("o.period_from", "o.period_until"));
        return PROJECT_RECORDS.formatted(reports(), verdicts(), embeddings(), indicators(), visits);
    }
}

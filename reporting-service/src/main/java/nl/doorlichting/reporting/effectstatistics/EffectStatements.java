package nl.doorlichting.reporting.effectstatistics;

/**
 * One statement for each kind of figure, whatever the rows are: the columns of its group, then the counts, the first
 * of which is the number of records.
 */
final class EffectStatements {
    static final String STALE_BEFORE = "stale_before";

    // What the records of a group state together: each a list of codes in one text.
    private static final String TOGETHER = """
        string_agg(distinct r.action_line, ',') as action_line, string_agg(distinct r.track, ',') as track,
            string_agg(distinct r.funding_instrument, ',') as funding_instrument,
            string_agg(distinct array_to_string(r.intervention_types, ','), ',') as intervention_types,
            string_agg(distinct array_to_string(r.place_municipalities, ','), ',') as place_municipalities\
        """;

    static final String PROJECTS = """
        select {stated}, count(*), count(*) filter (where e.reported),
            count(*) filter (where e.baseline = 2), count(*) filter (where e.baseline > 0),
            count(*) filter (where e.self_evaluation = 2), count(*) filter (where e.self_evaluation > 0),
            count(*) filter (where e.independent_evaluation = 2), count(*) filter (where e.independent_evaluation > 0)
        from (
            select r.programme, r.project_id, bool_or(r.reported) as reported, max(r.baseline) as baseline,
                max(r.self_evaluation) as self_evaluation, max(r.independent_evaluation) as independent_evaluation,
                {together}
            from (%s) r
            where r.project_id is not null
            group by r.programme, r.project_id) e
        {where}
        group by {groups}
        """.replace("{together}", TOGETHER);
    static final String REPORTS = """
        select {stated}, count(*)
        from (
            select r.programme, r.report_id,
                {together}
            from (%s) r
            group by r.programme, r.report_id) e
        {where}
        group by {groups}
        """.replace("{together}", TOGETHER);
    static final String VERDICTS = """
        select {stated}, e.verdict, e.concerns, e.evidence_level, count(*),
            coalesce(sum(cardinality(e.side_effects_positive)), 0),
            coalesce(sum(cardinality(e.side_effects_negative)), 0)
        from (%s) e
        {where}
        group by {groups}
        """;
    static final String INDICATORS = """
        select {stated}, count(*), count(*) filter (where e.baseline_kind = 'TAKEN'),
            count(*) filter (where e.course > 0), count(*) filter (where e.course = 0),
            count(*) filter (where e.course < 0), count(*) filter (where e.target_reached)
        from (%s) e
        {where}
        group by {groups}
        """;
    static final String EMBEDDINGS = """
        select {stated}, e.status, e.stated_on < :stale_before, count(*)
        from (%s) e
        {where}
        group by {groups}
        """;

    private EffectStatements() {}
}

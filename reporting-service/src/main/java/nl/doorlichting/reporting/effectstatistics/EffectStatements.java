package nl.doorlichting.reporting.effectstatistics;

/** One statement for each kind of figure, whatever the rows are: the columns of its group, then the counts. */
final class EffectStatements {
    static final String PROJECTS = """
        select %s, count(*), count(*) filter (where e.reported),
            count(*) filter (where e.baseline = 2), count(*) filter (where e.baseline > 0),
            count(*) filter (where e.self_evaluation = 2), count(*) filter (where e.self_evaluation > 0),
            count(*) filter (where e.independent_evaluation = 2), count(*) filter (where e.independent_evaluation > 0)
        from (
            select r.programme, r.project_id, bool_or(r.reported) as reported, max(r.baseline) as baseline,
                max(r.self_evaluation) as self_evaluation, max(r.independent_evaluation) as independent_evaluation, %s
            from (%s) r
            where r.project_id is not null
            group by r.programme, r.project_id) e
        %s
        group by 1, 2, 3, 4, 5
        """;
    static final String REPORTS = """
        select %s, count(*)
        from (select r.programme, r.report_id, %s from (%s) r group by r.programme, r.report_id) e
        %s
        group by 1, 2, 3, 4, 5
        """;
    static final String VERDICTS = """
        select %s, count(*), coalesce(sum(cardinality(e.side_effects_positive)), 0),
            coalesce(sum(cardinality(e.side_effects_negative)), 0), e.verdict, e.concerns, e.evidence_level
        from (%s) e
        %s
        group by 1, 2, 3, 4, 5, 9, 10, 11
        """;
    static final String INDICATORS = """
        select %s, count(*), count(*) filter (where e.baseline_kind = 'TAKEN'),
            count(*) filter (where e.course > 0), count(*) filter (where e.course = 0),
            count(*) filter (where e.course < 0), count(*) filter (where e.target_reached)
        from (%s) e
        %s
        group by 1, 2, 3, 4, 5
        """;
    static final String EMBEDDINGS = """
        select %s, count(*), e.status, e.stated_on < :stale_before
        from (%s) e
        %s
        group by 1, 2, 3, 4, 5, 7, 8
        """;

    private EffectStatements() {}
}

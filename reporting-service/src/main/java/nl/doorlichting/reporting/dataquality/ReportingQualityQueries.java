package nl.doorlichting.reporting.dataquality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.quality.ProgrammeUse;
import nl.doorlichting.api.quality.ReferenceUse;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.reporting.activity.EvidenceRule;
import nl.doorlichting.reporting.dataquality.ReportingQualityResponse.AboveEvidence;
import nl.doorlichting.reporting.dataquality.ReportingQualityResponse.ReachPeriod;
import nl.doorlichting.reporting.dataquality.ReportingQualityResponse.RoundOverlap;
import nl.doorlichting.reporting.dataquality.ReportingQualityResponse.StaleEmbedding;

/** Reads what may be wrong. */
@ApplicationScoped
class ReportingQualityQueries {
    private static final int MOST = 1_000;

    private static final String OVERLAPS = """
            select r.id, r.code, o.id, o.code
            from inventory_round r join inventory_round o on o.programme = r.programme
                and (o.period_from, o.id) > (r.period_from, r.id) and o.period_from < r.period_until
            where r.programme = :programme and r.withdrawn_at is null and o.withdrawn_at is null order by r.period_from, r.id, o.period_from, o.id
            limit 1000
            """;

    // What is withdrawn is a version too. The index on later versions has those from 2 on only.
    private static final String LATEST = "not exists (select 1 from %1$s later where later.%2$s = e.%2$s"
            + " and later.version > e.version and later.version > 1) and not e.withdrawn";
    private static final String VERDICTS =
            """
            select e.judgement_id, e.project_id, e.verdict, e.evidence_level from effect_judgement e
            where e.programme = :programme and e.verdict in ('EFFECTIVE', 'PROMISING') and
            """ + LATEST.formatted("effect_judgement", "judgement_id") + " order by e.judgement_id";

    private static final String STALE = """
            select e.id, e.subject, e.stated_on from embedding e
            where e.programme = :programme and e.stated_on < :before and e.withdrawn_at is null and e.awaits_review is not true
                and not exists (select 1 from embedding later where later.programme = e.programme
                    and later.withdrawn_at is null and later.awaits_review is not true
                    and later.project_id is not distinct from e.project_id
                    and later.subject = e.subject and later.stated_on > e.stated_on)
            order by e.stated_on, e.id
            """;

    private static final String STANDING = " and e.withdrawn_at is null";
    private static final String REFERENCES = Stream.of(
                    references("reach-observations", "reach_observation e", "e.observation_id")
                            + " and not e.tally and " + LATEST.formatted("reach_observation", "observation_id"),
                    references(
                            "inventory-reports",
                            "(select p.*, r.programme from inventory_report_project p"
                                    + " join inventory_report r on r.id = p.report_id and not p.withdrawn) e",
                            "e.report_id"),
                    references("effect-judgements", "effect_judgement e", "e.judgement_id") + " and "
                            + LATEST.formatted("effect_judgement", "judgement_id"),
                    references("indicators", "indicator e", "e.id") + STANDING,
                    references("embeddings", "embedding e", "e.id") + STANDING,
                    references("lessons", "lesson e", "e.id") + STANDING,
                    references("products", "product e", "e.id") + STANDING)
            .map(kind -> "(" + kind
                    + " group by e.project_id, e.organisation_id, e.track, e.action_line, e.funding_instrument"
                    + " order by 2 limit " + MOST + ")")
            .collect(Collectors.joining(" union all "));

    private static final String REACH_PERIODS = """
            select case when e.tally then '/v1/reach-tallies' else '/v1/reach-observations' end,
                min(cast(e.observation_id as text)), count(*), e.period_from, e.period_until
            from reach_observation e
            where e.programme = :programme and\s""" + LATEST.formatted("reach_observation", "observation_id") + """
             group by e.tally, e.period_from, e.period_until order by e.period_from, e.period_until, e.tally limit 1000
            """;

    private static final String USES = Stream.of(
                    uses("published-tables", "published_table", "id", LATEST.formatted("published_table", "id")),
                    uses("claims", "claim", "claim_id", LATEST.formatted("claim", "claim_id")),
                    uses(
                            "effect-judgements",
                            "effect_judgement",
                            "judgement_id",
                            LATEST.formatted("effect_judgement", "judgement_id")),
                    standing("inventory-rounds", "inventory_round"),
                    standing("inventory-reports", "inventory_report"),
                    standing("inventory-report-tallies", "inventory_report_tally"),
                    standing("indicators", "indicator"),
                    standing("lessons", "lesson"),
                    standing("embeddings", "embedding"),
                    standing("products", "product"))
            .collect(Collectors.joining(" union all "));

    private final EntityManager entities;

    ReportingQualityQueries(EntityManager entities) {
        this.entities = entities;
    }

    private static String references(String path, String from, String id) {
        return "select '/v1/" + path + "', min(cast(" + id + " as text)), count(*), e.project_id, e.organisation_id,"
                + " e.track, e.action_line, e.funding_instrument from " + from + " where e.programme = :programme"
                + " and (e.project_id is not null or e.organisation_id is not null)";
    }

    private static String standing(String path, String table) {
        return uses(path, table, "id", "e.withdrawn_at is null");
    }

    private static String uses(String path, String table, String id, String condition) {
        return "select '/v1/" + path + "', min(cast(e." + id + " as text)), count(*) from " + table
                + " e where e.programme = :programme and " + condition + " having count(*) > 0";
    }

    List<ProgrammeUse> uses(String programme) {
        return rows(USES, programme).map(ProgrammeUse::from).toList();
    }

    List<RoundOverlap> overlaps(String programme) {
        return rows(OVERLAPS, programme)
                .map(row -> new RoundOverlap((UUID) row[0], (String) row[1], (UUID) row[2], (String) row[3]))
                .toList();
    }

    List<AboveEvidence> aboveEvidence(String programme) {
        return rows(VERDICTS, programme)
                .map(row -> new AboveEvidence(
                        (UUID) row[0],
                        (UUID) row[1],
                        Verdict.valueOf((String) row[2]),
                        (Integer) row[3],
                        Verdict.valueOf((String) row[2]).neededEvidence()))
                .filter(verdict -> EvidenceRule.isAboveEvidence(verdict.verdict(), verdict.evidenceLevel()))
                .limit(MOST)
                .toList();
    }

    List<StaleEmbedding> stale(String programme, LocalDate before) {
        return RowQuery.of(entities, STALE)
                .setParameter("programme", programme)
                .setParameter("before", before)
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .map(row -> new StaleEmbedding((UUID) row[0], (String) row[1], day(row[2])))
                .toList();
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    List<ReferenceUse> references(String programme) {
        return rows(REFERENCES, programme).map(ReferenceUse::from).toList();
    }

    List<ReachPeriod> reachPeriods(String programme) {
        return rows(REACH_PERIODS, programme)
                .map(row -> new ReachPeriod(
                        (String) row[0],
                        UUID.fromString((String) row[1]),
                        ((Number) row[2]).longValue(),
                        new Period(day(row[3]), day(row[4]))))
                .toList();
    }

    private Stream<Object[]> rows(String sql, String programme) {
        return RowQuery.of(entities, sql).setParameter("programme", programme).getResultList().stream();
    }
}

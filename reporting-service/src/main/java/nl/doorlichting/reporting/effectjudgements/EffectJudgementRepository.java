package nl.doorlichting.reporting.effectjudgements;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.records.RecordLocks;
import nl.doorlichting.reporting.ReportingDataSets;

/** Verdicts; lists hold the latest version of each. */
@ApplicationScoped
class EffectJudgementRepository implements PanacheRepositoryBase<EffectJudgement, EffectJudgement.Key> {
    private static final String LATEST = "not exists (select 1 from EffectJudgement later"
            + " where later.judgementId = e.judgementId and later.version > e.version and later.version > 1)";
    private static final String LATEST_THEN =
            "e.recordedAt <= :asOf and not exists (select 1 from EffectJudgement later"
                    + " where later.judgementId = e.judgementId and later.version > e.version and later.version > 1"
                    + " and later.recordedAt <= :asOf)";

    private static final ListKeys KEYS = new ListKeys(
            new SortKey("id", "judgementId", UUID.class),
            "recordedAt",
            List.of(SortKey.of("recordedAt", Instant.class)));

    /** The latest versions, or those of a moment. */
    Page<EffectJudgement> page(Filter filter, Instant asOf, PageRequest request) {
        var versions = asOf == null ? filter.where(LATEST) : filter.where(LATEST_THEN, "asOf", asOf);
        return new Lists(getEntityManager()).page(EffectJudgement.class, versions, KEYS, request);
    }

    /** The version of a moment. */
    Optional<EffectJudgement> findAsOf(UUID id, Instant asOf) {
        return find("judgementId = ?1 and recordedAt <= ?2 order by version desc", id, asOf)
                .firstResultOptional();
    }

    /** Until this transaction ends, no other changes this one. */
    void waitForOthersOf(UUID id) {
        RecordLocks.waitForOthersOf("verdict " + id, getEntityManager());
    }

    Optional<EffectJudgement> findLatest(UUID id) {
        return find("from EffectJudgement e where e.judgementId = ?1 and " + LATEST, id)
                .firstResultOptional();
    }

    /** Verdicts of a report that are not withdrawn; until this transaction ends, no other changes these. */
    List<EffectJudgement> standingOf(UUID report) {
        getEntityManager()
                .createQuery(
                        "select distinct e.judgementId from EffectJudgement e where e.reportId = :report"
                                + " order by e.judgementId",
                        UUID.class)
                .setParameter("report", report)
                .getResultList()
                .forEach(this::waitForOthersOf);
        return list("from EffectJudgement e where e.reportId = ?1 and e.withdrawn = false and " + LATEST, report);
    }

    List<EffectJudgement> versions(UUID id) {
        return list("judgementId = ?1 order by version", id);
    }

    /** Of two records with one reference at once, the second waits here for the first. */
    Optional<EffectJudgement> findByReference(String programme, String reference) {
        if (reference == null) {
            return Optional.empty();
        }
        RecordLocks.waitForOthersOf("verdict " + reference + " of " + programme, getEntityManager());
        return find("programme = ?1 and reference = ?2 and version = 1", programme, reference)
                .firstResultOptional();
    }

    void publish(EffectJudgementPublication publication) {
        getEntityManager().persist(publication);
    }

    /** Which of these versions are public. */
    Set<EffectJudgement.Key> published(List<EffectJudgement> judgements) {
        return published(judgements, null);
    }

    /** The same at a moment. */
    Set<EffectJudgement.Key> published(List<EffectJudgement> judgements, Instant asOf) {
        if (judgements.isEmpty()) {
            return Set.of();
        }
        var ids = judgements.stream().map(EffectJudgement::judgementId).toList();
        return getEntityManager()
                .createQuery(
                        "from EffectJudgementPublication where judgementId in :ids", EffectJudgementPublication.class)
                .setParameter("ids", ids)
                .getResultStream()
                .filter(publication ->
                        asOf == null || !publication.publishedAt().isAfter(asOf))
                .map(EffectJudgementPublication::key)
                .collect(Collectors.toSet());
    }

    /** The public verdicts on a project: of each that stands the last published version. */
    List<Verdict> publicVerdicts(UUID projectId) {
        getEntityManager().flush();
        return getEntityManager()
                .createQuery("""
                    select distinct e.verdict from EffectJudgement e
                    join EffectJudgementPublication p on p.judgementId = e.judgementId and p.version = e.version
                    where e.activity.projectId = :project and not exists (
                        select 1 from EffectJudgementPublication later
                        where later.judgementId = p.judgementId and later.version > p.version)
                        and not exists (select 1 from EffectJudgement w
                            where w.judgementId = e.judgementId and w.withdrawn = true)
                    order by e.verdict
                    """, Verdict.class)
                .setParameter("project", projectId)
                .getResultList();
    }

    void changed() {
        ReportingDataSets.effects(getEntityManager()).markChanged();
    }
}

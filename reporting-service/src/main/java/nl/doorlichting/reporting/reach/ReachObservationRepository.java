package nl.doorlichting.reporting.reach;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.records.RecordLocks;
import nl.doorlichting.reporting.ReportingDataSets;

/** Observations and tallies; lists hold one version of each. */
@ApplicationScoped
class ReachObservationRepository implements PanacheRepositoryBase<ReachObservation, ReachObservation.Key> {
    private static final String LATEST = "not exists (select 1 from ReachObservation later"
            + " where later.observationId = e.observationId and later.version > e.version and later.version > 1)";
    private static final String LATEST_THEN = "e.recordedAt <= :asOf and not exists"
            + " (select 1 from ReachObservation later where later.observationId = e.observationId"
            + " and later.version > e.version and later.version > 1 and later.recordedAt <= :asOf)";
    /** More are not named. */
    private static final int MOST_TALLIES = 20;

    private static final ListKeys KEYS = new ListKeys(
            new SortKey("id", "observationId", UUID.class),
            "recordedAt",
            List.of(SortKey.of("recordedAt", Instant.class), SortKey.of("periodFrom", LocalDate.class)));

    /** The latest versions, or those of a moment. */
    Page<ReachObservation> page(Filter filter, Instant asOf, PageRequest request) {
        var versions = asOf == null ? filter.where(LATEST) : filter.where(LATEST_THEN, "asOf", asOf);
        return new Lists(getEntityManager()).page(ReachObservation.class, versions, KEYS, request);
    }

    void changed() {
        ReportingDataSets.reach(getEntityManager()).markChanged();
    }

    /** Until this transaction ends, others that change the figure wait. */
    void waitForOthersOf(UUID observationId) {
        RecordLocks.waitForOthersOf("versions of figure " + observationId, getEntityManager());
    }

    Optional<ReachObservation> findLatest(UUID observationId, boolean tally) {
        return find(
                        "from ReachObservation e where e.observationId = ?1 and e.tally = ?2 and " + LATEST,
                        observationId,
                        tally)
                .firstResultOptional();
    }

    /** The figures of a report that are not withdrawn. */
    List<ReachObservation> standingOf(UUID report) {
        return list("from ReachObservation e where e.reportId = ?1 and e.withdrawn = false and " + LATEST, report);
    }

    /** The version of a moment. */
    Optional<ReachObservation> findAsOf(UUID observationId, boolean tally, Instant asOf) {
        return find(
                        "from ReachObservation e where e.observationId = ?1 and e.tally = ?2 and e.recordedAt <= ?3"
                                + " order by e.version desc",
                        observationId,
                        tally,
                        asOf)
                .firstResultOptional();
    }

    /** Ids of the tallies of its programme and target group that share days with the figure, the oldest first. */
    List<String> talliesThatMayHold(ReachObservation figure) {
        return find(
                        "from ReachObservation e where e.tally = true and e.programme = ?1 and e.targetGroup = ?2"
                                + " and e.periodFrom < ?3 and e.periodUntil > ?4 and e.withdrawn = false and " + LATEST
                                + " order by e.observationId",
                        figure.programme(),
                        figure.targetGroup(),
                        figure.period().until(),
                        figure.period().from())
                .page(0, MOST_TALLIES)
                .stream()
                .map(tally -> tally.observationId().toString())
                .toList();
    }

    /**
     * Another tally, or another observation without a project, that states the same as a new or corrected one, which is stored
     * after this.
     */
    Optional<ReachObservation> findSame(ReachObservation figure) {
        waitForOthersWithoutProject(figure.programme());
        return find(
                        "from ReachObservation e where e.tally = " + figure.isTally()
                                + " and e.projectId is null and e.withdrawn = false and e.programme = ?1"
                                + " and e.targetGroup = ?2 and e.periodFrom = ?3 and e.periodUntil = ?4 and " + LATEST
                                + " order by e.observationId",
                        figure.programme(),
                        figure.targetGroup(),
                        figure.period().from(),
                        figure.period().until())
                .stream()
                .filter(other -> !other.observationId().equals(figure.observationId()))
                .filter(figure::statesTheSame)
                .findFirst();
    }

    /** Until this transaction ends, no other records figures of the programme without a project. */
    void waitForOthersWithoutProject(String programme) {
        RecordLocks.waitForOthersOf("figures without a project of " + programme, getEntityManager());
    }

    /** Those of the ids that are no observation. */
    Set<UUID> unknownObservations(List<UUID> ids) {
        var unknown = new HashSet<>(ids);
        if (!unknown.isEmpty()) {
            unknown.removeAll(getEntityManager()
                    .createQuery(
                            "select observationId from ReachObservation"
                                    + " where observationId in ?1 and version = 1 and tally = false",
                            UUID.class)
                    .setParameter(1, ids)
                    .getResultList());
        }
        return unknown;
    }

    /** Of two figures with one reference at once, the second waits here for the first. */
    Optional<ReachObservation> findByReference(ReachObservation figure) {
        if (figure.reference() == null) {
            return Optional.empty();
        }
        RecordLocks.waitForOthersOf(
                (figure.isTally() ? "tally " : "figure ") + figure.reference() + " of " + figure.programme(),
                getEntityManager());
        return find(
                        "programme = ?1 and tally = ?2 and reference = ?3 and version = 1",
                        figure.programme(),
                        figure.isTally(),
                        figure.reference())
                .firstResultOptional();
    }
}

package nl.doorlichting.reporting.indicators;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.records.RecordLocks;
import nl.doorlichting.reporting.ReportingDataSets;

/** Indicators, with the latest measurement of each day. */
@ApplicationScoped
class IndicatorRepository implements PanacheRepositoryBase<Indicator, UUID> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "-createdAt", List.of(SortKey.of("createdAt", Instant.class)));
    private static final String LATEST = "not exists (select 1 from IndicatorActual later"
            + " where later.indicatorId = a.indicatorId and later.measuredOn = a.measuredOn"
            + " and later.version > a.version)";

    Page<Indicator> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Indicator.class, filter, KEYS, request);
    }

    /** Of two records with one reference at once, the second waits here for the first. */
    Optional<Indicator> findByReference(String programme, String reference) {
        if (reference == null) {
            return Optional.empty();
        }
        RecordLocks.waitForOthersOf("indicator " + reference + " of " + programme, getEntityManager());
        return find("programme = ?1 and reference = ?2", programme, reference).firstResultOptional();
    }

    /** The report of the indicator; empty without one, or when there is no such indicator. */
    Optional<UUID> reportOf(UUID id) {
        return getEntityManager()
                .createQuery(
                        "select e.reportId from Indicator e where e.id = :id and e.reportId is not null", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Whether the person measured something of it. */
    boolean isMeasuredBy(UUID id, Predicate<String> person) {
        return getEntityManager()
                .createQuery(
                        "select distinct a.recordedBy from IndicatorActual a where a.indicatorId = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .anyMatch(person);
    }

    /** Indicators of a report that are not withdrawn; until this transaction ends, no other changes these. */
    List<Indicator> standingOf(UUID report) {
        return find("reportId = ?1 and withdrawal.withdrawnAt is null order by id", report)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The measurements of the indicators, oldest day first, also of days whose measurement is withdrawn. */
    List<IndicatorActual> actuals(Collection<UUID> indicators) {
        return getEntityManager()
                .createQuery(
                        "from IndicatorActual a where a.indicatorId in :indicators and " + LATEST
                                + " order by a.measuredOn",
                        IndicatorActual.class)
                .setParameter("indicators", indicators)
                .getResultList();
    }

    /** The values of the indicators that were taken back, also those whose day has another one now, the oldest first. */
    List<IndicatorActual> withdrawnActuals(Collection<UUID> indicators) {
        return getEntityManager()
                .createQuery(
                        "from IndicatorActual a where a.indicatorId in :indicators and a.withdrawn = true"
                                + " order by a.recordedAt, a.measuredOn, a.version",
                        IndicatorActual.class)
                .setParameter("indicators", indicators)
                .getResultList();
    }

    void add(IndicatorActual actual) {
        getEntityManager().persist(actual);
        changed();
    }

    void changed() {
        ReportingDataSets.effects(getEntityManager()).markChanged();
    }
}

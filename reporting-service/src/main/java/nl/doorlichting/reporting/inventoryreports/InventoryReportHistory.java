package nl.doorlichting.reporting.inventoryreports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;

/** The steps of reports: written with each, read as of a moment. */
@ApplicationScoped
class InventoryReportHistory {
    private static final List<InventoryReportStep> WRITING =
            List.of(InventoryReportStep.CREATION, InventoryReportStep.UPDATE, InventoryReportStep.SUBMISSION);

    private final EntityManager entities;
    private final CurrentCaller caller;
    private final ReportCatalogue catalogue;
    private final Clock clock;

    InventoryReportHistory(EntityManager entities, CurrentCaller caller, ReportCatalogue catalogue, Clock clock) {
        this.entities = entities;
        this.caller = caller;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A report that the caller begins now. */
    InventoryReport begin(InventoryReportRequest request, String content) {
        var now = clock.instant();
        return new InventoryReport(
                Ids.next(now), request, content, now, caller.get().subject());
    }

    /** Keeps the report as its last step left it, and shows what is public of it. */
    InventoryReportVersion keep(InventoryReport report, InventoryReportStep step, String reason) {
        // The number that the row got in the database is the version's.
        entities.flush();
        var version = new InventoryReportVersion(
                report, step, reason, report.recordedAt, caller.get().subject());
        entities.persist(version);
        catalogue.show(report);
        return version;
    }

    void keepRemarks(InventoryReportVersion returned, List<InventoryReportReturnRequest.Remark> remarks) {
        IntStream.range(0, remarks.size())
                .mapToObj(i -> new InventoryReportRemark(returned, i, remarks.get(i)))
                .forEach(entities::persist);
    }

    /** The reports of these as they stand now. */
    List<InventoryReportVersion> latest(Collection<UUID> reports) {
        return entities.createQuery(
                        "select v from InventoryReportVersion v, InventoryReport r"
                                + " where r.id = v.reportId and r.version = v.version and r.id in :reports",
                        InventoryReportVersion.class)
                .setParameter("reports", reports)
                .getResultList();
    }

    Optional<InventoryReportVersion> asOf(UUID report, Instant moment) {
        return entities.createQuery(
                        "from InventoryReportVersion v where v.reportId = :report and v.recordedAt <= :moment"
                                + " order by v.version desc",
                        InventoryReportVersion.class)
                .setParameter("report", report)
                .setParameter("moment", moment)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<InventoryReportRemark> remarks(Collection<UUID> reports) {
        return entities.createQuery(
                        "from InventoryReportRemark m where m.reportId in :reports order by m.version, m.position",
                        InventoryReportRemark.class)
                .setParameter("reports", reports)
                .getResultList();
    }

    /** Those of the reports that the caller had a hand in. */
    Set<UUID> writtenByCaller(Collection<UUID> reports) {
        var writer = caller.get();
        return entities.createQuery(
                        "select distinct v.reportId, v.recordedBy from InventoryReportVersion v"
                                + " where v.reportId in :reports and v.step in :writing",
                        Object[].class)
                .setParameter("reports", reports)
                .setParameter("writing", WRITING)
                .getResultStream()
                .filter(step -> writer.is((String) step[1]))
                .map(step -> (UUID) step[0])
                .collect(Collectors.toSet());
    }
}

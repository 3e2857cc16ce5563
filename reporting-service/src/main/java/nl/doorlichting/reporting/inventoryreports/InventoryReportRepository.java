package nl.doorlichting.reporting.inventoryreports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.doorlichting.domain.vocabulary.InventoryReportState;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.records.RecordLocks;
import nl.doorlichting.reporting.ReportingDataSets;

/** Reports with their projects, versions and remarks. */
@ApplicationScoped
class InventoryReportRepository implements PanacheRepositoryBase<InventoryReport, UUID> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "-createdAt", List.of(SortKey.of("createdAt", Instant.class)));

    private static final List<InventoryReportAction> WRITING =
            List.of(InventoryReportAction.CREATION, InventoryReportAction.UPDATE, InventoryReportAction.SUBMISSION);

    Page<InventoryReport> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(InventoryReport.class, filter, KEYS, request);
    }

    /** Of two records with one reference at once, the second waits here for the first. */
    Optional<InventoryReport> findByReference(String programme, String reference) {
        RecordLocks.waitForOthersOf("report " + reference + " of " + programme, getEntityManager());
        return find("programme = ?1 and reference = ?2", programme, reference).firstResultOptional();
    }

    Set<UUID> inState(Collection<UUID> ids, InventoryReportState state) {
        return find("id in ?1 and state = ?2", ids, state).stream()
                .map(InventoryReport::id)
                .collect(Collectors.toSet());
    }

    List<InventoryReportProject> projectsOf(UUID report) {
        return getEntityManager()
                .createQuery(
                        "from InventoryReportProject p where p.reportId = :report order by p.position",
                        InventoryReportProject.class)
                .setParameter("report", report)
                .getResultList();
    }

    /** Until this transaction ends, no other changes the projects of a report of the round. */
    void waitForOthersOf(UUID round) {
        RecordLocks.waitForOthersOf("reports of round " + round, getEntityManager());
    }

    /** One of the projects in another report of the round. */
    Optional<InventoryReportProject> findOther(UUID round, UUID report, Collection<UUID> projects) {
        return getEntityManager()
                .createQuery(
                        "from InventoryReportProject p where p.roundId is not distinct from :round and p.projectId in"
                                + " :projects and p.reportId <> :report and p.withdrawn = false",
                        InventoryReportProject.class)
                .setParameter("round", round)
                .setParameter("projects", projects)
                .setParameter("report", report)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Of the published reports about the project, the one published last. */
    Optional<InventoryReport> latestPublished(UUID project) {
        return find(
                        "select r from InventoryReport r, InventoryReportProject p where p.reportId = r.id"
                                + " and p.projectId = ?1 and r.state = ?2 and p.withdrawn = false order by r.publishedAt desc, r.id desc",
                        project,
                        InventoryReportState.PUBLISHED)
                .firstResultOptional();
    }

    /** Those of the projects that a published report is about, so that the catalogue shows them. */
    Set<UUID> published(Collection<UUID> projects) {
        return getEntityManager()
                .createQuery(
                        "select p.projectId from InventoryReport r, InventoryReportProject p where p.reportId = r.id"
                                + " and p.projectId in :projects and r.state = :published and p.withdrawn = false",
                        UUID.class)
                .setParameter("projects", projects)
                .setParameter("published", InventoryReportState.PUBLISHED)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** The content of a report before its last step, if it was published then. */
    Optional<String> contentBefore(InventoryReport report) {
        return getEntityManager()
                .createQuery(
                        "select v.content from InventoryReportVersion v"
                                + " where v.reportId = :report and v.version = :version and v.state = :published",
                        String.class)
                .setParameter("report", report.id())
                .setParameter("version", report.version() - 1)
                .setParameter("published", InventoryReportState.PUBLISHED)
                .getResultStream()
                .findFirst();
    }

    /** The present versions of the reports. */
    List<InventoryReportVersion> latestVersions(Collection<UUID> reports) {
        return getEntityManager()
                .createQuery(
                        "select v from InventoryReportVersion v, InventoryReport r"
                                + " where r.id = v.reportId and r.version = v.version and r.id in :reports",
                        InventoryReportVersion.class)
                .setParameter("reports", reports)
                .getResultList();
    }

    Optional<InventoryReportVersion> versionAt(UUID report, Instant moment) {
        return getEntityManager()
                .createQuery(
                        "from InventoryReportVersion v where v.reportId = :report and v.recordedAt <= :moment"
                                + " order by v.version desc",
                        InventoryReportVersion.class)
                .setParameter("report", report)
                .setParameter("moment", moment)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The versions of the reports with which a reviewer approved them or a correction, the oldest first. */
    Map<UUID, List<InventoryReportVersion>> approvals(Collection<UUID> reports) {
        return reports.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .createQuery(
                                "from InventoryReportVersion v where v.reportId in :reports"
                                        + " and (v.step = :approval or v.approvedBy is not null) order by v.version",
                                InventoryReportVersion.class)
                        .setParameter("reports", reports)
                        .setParameter("approval", InventoryReportAction.APPROVAL)
                        .getResultStream()
                        .collect(Collectors.groupingBy(InventoryReportVersion::reportId));
    }

    List<InventoryReportRemark> remarks(Collection<UUID> reports) {
        return getEntityManager()
                .createQuery(
                        "from InventoryReportRemark m where m.reportId in :reports order by m.version, m.position",
                        InventoryReportRemark.class)
                .setParameter("reports", reports)
                .getResultList();
    }

    /** Those of the reports of which the caller wrote a part. */
    Set<UUID> writtenBy(Caller caller, Collection<UUID> reports) {
        return getEntityManager()
                .createQuery(
                        "select distinct v.reportId, v.recordedBy from InventoryReportVersion v"
                                + " where v.reportId in :reports and v.step in :writing",
                        Object[].class)
                .setParameter("reports", reports)
                .setParameter("writing", WRITING)
                .getResultStream()
                .filter(step -> caller.is((String) step[1]))
                .map(step -> (UUID) step[0])
                .collect(Collectors.toSet());
    }

    /** Replaces the projects of the report. */
    void replaceProjects(InventoryReport report, List<InventoryReportRequest.Project> stated) {
        // The rows refer to the round of the report, so the report is stored first.
        flush();
        getEntityManager()
                .createQuery("delete from InventoryReportProject p where p.reportId = :report")
                .setParameter("report", report.id())
                .executeUpdate();
        IntStream.range(0, stated.size())
                .mapToObj(i -> new InventoryReportProject(report, i, stated.get(i)))
                .forEach(getEntityManager()::persist);
    }

    /** Other reports of the round can be about the projects of the report from now on. */
    void withdrawProjects(UUID report) {
        getEntityManager()
                .createQuery("update InventoryReportProject p set p.withdrawn = true where p.reportId = :report")
                .setParameter("report", report)
                .executeUpdate();
    }

    void storeRemarks(InventoryReportVersion returned, List<InventoryReportReturnRequest.Remark> remarks) {
        IntStream.range(0, remarks.size())
                .mapToObj(i -> new InventoryReportRemark(returned, i, remarks.get(i)))
                .forEach(getEntityManager()::persist);
    }

    /** Marks the figures of statistics as changed: shares always, reach when a report begins to count. */
    void markChanged(boolean reach) {
        if (reach) {
            ReportingDataSets.reach(getEntityManager()).markChanged();
        }
        ReportingDataSets.effects(getEntityManager()).markChanged();
    }
}

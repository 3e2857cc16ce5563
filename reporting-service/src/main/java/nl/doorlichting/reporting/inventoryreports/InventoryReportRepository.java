package nl.doorlichting.reporting.inventoryreports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.doorlichting.domain.vocabulary.InventoryReportState;
import nl.doorlichting.platform.dataset.DataSet;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;

/** Reports as they stand now, with the projects they are about. */
@ApplicationScoped
class InventoryReportRepository implements PanacheRepositoryBase<InventoryReport, UUID> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "-createdAt", List.of(SortKey.of("createdAt", Instant.class)));

    Page<InventoryReport> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(InventoryReport.class, filter, KEYS, request);
    }

    Optional<InventoryReport> findByReference(String programme, String reference) {
        return find("programme = ?1 and reference = ?2", programme, reference).firstResultOptional();
    }

    Set<UUID> inState(Collection<UUID> ids, InventoryReportState state) {
        return find("id in ?1 and state = ?2", ids, state).stream()
                .map(report -> report.id)
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

    /** Until this transaction ends no other says what a report of the round is about. */
    void waitForOthersOf(UUID round) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:scope, 0))", Integer.class)
                .setParameter("scope", "reports of round " + round)
                .getSingleResult();
    }

    /** The report of the round, other than this one, that is about one of the projects already. */
    Optional<InventoryReportProject> findOther(UUID round, UUID report, Collection<UUID> projects) {
        return getEntityManager()
                .createQuery(
                        "from InventoryReportProject p where p.roundId is not distinct from :round and p.projectId in :projects"
                                + " and p.reportId <> :report",
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
                                + " and p.projectId = ?1 and r.state = ?2 order by r.publishedAt desc, r.id desc",
                        project,
                        InventoryReportState.PUBLISHED)
                .firstResultOptional();
    }

    /** What a published report said before its last step, if it was published then. */
    Optional<String> contentBefore(InventoryReport report) {
        return getEntityManager()
                .createQuery(
                        "select v.content from InventoryReportVersion v"
                                + " where v.reportId = :report and v.version = :version and v.state = :published",
                        String.class)
                .setParameter("report", report.id)
                .setParameter("version", report.version - 1)
                .setParameter("published", InventoryReportState.PUBLISHED)
                .getResultStream()
                .findFirst();
    }

    /** The report is about these projects from now on. */
    void keepProjects(InventoryReport report, List<InventoryReportProjectRequest> stated) {
        // Its rows say of which round it is, so that must be stored first.
        flush();
        getEntityManager()
                .createQuery("delete from InventoryReportProject p where p.reportId = :report")
                .setParameter("report", report.id)
                .executeUpdate();
        IntStream.range(0, stated.size())
                .mapToObj(i -> new InventoryReportProject(report, i, stated.get(i)))
                .forEach(getEntityManager()::persist);
    }

    /** The figures behind statistics have changed: shares always, reach when a report begins to count. */
    void changed(boolean reach) {
        if (reach) {
            new DataSet(getEntityManager(), "reach").changed();
        }
        new DataSet(getEntityManager(), "effects").changed();
    }
}

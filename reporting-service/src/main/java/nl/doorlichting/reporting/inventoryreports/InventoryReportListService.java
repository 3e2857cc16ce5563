package nl.doorlichting.reporting.inventoryreports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;

/** Shows reports, now and as of a moment. */
@ApplicationScoped
public class InventoryReportListService {
    private final InventoryReportRepository reports;
    private final InventoryReports facts;
    private final InventoryReportHistory history;
    private final InventoryReportReader reader;
    private final InventoryReportVisibility visibility;

    InventoryReportListService(
            InventoryReportRepository reports,
            InventoryReports facts,
            InventoryReportHistory history,
            InventoryReportReader reader,
            InventoryReportVisibility visibility) {
        this.reports = reports;
        this.facts = facts;
        this.history = history;
        this.reader = reader;
        this.visibility = visibility;
    }

    /** Those that pass the filter and that the caller may see. */
    @Transactional
    public Page<InventoryReportResponse> page(Filter filter, PageRequest request) {
        var page = reports.page(visibility.narrow(filter), request);
        return page.map(reader.latest(page.items()));
    }

    @Transactional
    InventoryReportResponse get(UUID id) {
        var report = visible(id);
        return reader.latest(List.of(report)).apply(report);
    }

    /** As the report read then; 404 when it was not there yet. */
    @Transactional
    InventoryReportResponse asOf(UUID id, Instant moment) {
        var report = visible(id);
        return history.asOf(id, moment)
                .map(version -> reader.earlier(report, version))
                .orElseThrow(ProblemException::notFound);
    }

    private InventoryReport visible(UUID id) {
        return reports.findByIdOptional(id)
                .filter(report -> facts.shows(report.id))
                .orElseThrow(ProblemException::notFound);
    }
}

package nl.doorlichting.reporting.inventoryreports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;

/** Shows reports, now and as of a moment. */
@ApplicationScoped
public class InventoryReportListService {
    private final InventoryReportRepository reports;
    private final InventoryReports visible;
    private final InventoryReportContents contents;
    private final CurrentCaller caller;

    InventoryReportListService(
            InventoryReportRepository reports,
            InventoryReports visible,
            InventoryReportContents contents,
            CurrentCaller caller) {
        this.reports = reports;
        this.visible = visible;
        this.contents = contents;
        this.caller = caller;
    }

    /** Those that pass the filter and that the caller may see. */
    @Transactional
    public Page<InventoryReportResponse> page(Filter filter, PageRequest request) {
        var page = reports.page(visible.narrow(filter), request);
        return page.map(present(page.items()));
    }

    @Transactional
    InventoryReportResponse get(UUID id) {
        var report = visible.find(id);
        return present(List.of(report)).apply(report);
    }

    /** The version of that moment, with which nothing can be done; 404 when there was none yet. */
    @Transactional
    InventoryReportResponse asOf(UUID id, Instant moment) {
        var report = visible.find(id);
        var version = reports.versionAt(id, moment).orElseThrow(ProblemException::notFound);
        var remarks = reports.remarks(Set.of(id)).stream()
                .filter(remark -> remark.version() <= version.version())
                .toList();
        return response(report, version, remarks, List.of());
    }

    /** The answer for each report of a list, with one query for what all of them need. */
    private Function<InventoryReport, InventoryReportResponse> present(List<InventoryReport> listed) {
        var ids = listed.stream().map(InventoryReport::id).toList();
        if (ids.isEmpty()) {
            return report -> null;
        }
        var versions = reports.latestVersions(ids).stream()
                .collect(Collectors.toMap(InventoryReportVersion::reportId, Function.identity()));
        var remarks = reports.remarks(ids).stream().collect(Collectors.groupingBy(InventoryReportRemark::reportId));
        var written = reports.writtenBy(caller.get(), ids);
        return report -> response(
                report,
                versions.get(report.id()),
                remarks.getOrDefault(report.id(), List.of()),
                report.allowedActions(caller.get(), written.contains(report.id())));
    }

    private InventoryReportResponse response(
            InventoryReport report,
            InventoryReportVersion version,
            List<InventoryReportRemark> remarks,
            List<String> allowedActions) {
        var content = contents.read(version.content());
        var projects = content.statedProjects().stream().filter(visible::shows).toList();
        return InventoryReportResponse.from(report, version, content, projects, remarks, allowedActions);
    }
}

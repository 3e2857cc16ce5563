package nl.doorlichting.reporting.inventoryreports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.platform.caller.CurrentCaller;

/** Puts together what a caller sees of reports, with one query for what all of them need. */
@ApplicationScoped
class InventoryReportReader {
    private final InventoryReportHistory history;
    private final InventoryReportContents contents;
    private final InventoryReportVisibility visibility;
    private final CurrentCaller caller;

    InventoryReportReader(
            InventoryReportHistory history,
            InventoryReportContents contents,
            InventoryReportVisibility visibility,
            CurrentCaller caller) {
        this.history = history;
        this.contents = contents;
        this.visibility = visibility;
        this.caller = caller;
    }

    /** How each report of a list reads, as it stands now. */
    Function<InventoryReport, InventoryReportResponse> latest(List<InventoryReport> reports) {
        var ids = reports.stream().map(report -> report.id).toList();
        if (ids.isEmpty()) {
            return report -> null;
        }
        Map<UUID, InventoryReportVersion> versions = history.latest(ids).stream()
                .collect(Collectors.toMap(version -> version.reportId, Function.identity()));
        Map<UUID, List<InventoryReportRemark>> remarks =
                history.remarks(ids).stream().collect(Collectors.groupingBy(remark -> remark.reportId));
        var written = history.writtenByCaller(ids);
        return report -> show(
                report,
                versions.get(report.id),
                remarks.getOrDefault(report.id, List.of()),
                ReportWorkflow.allowedActions(report.state, caller.get(), written.contains(report.id)));
    }

    /** How the report read at an earlier version, with which nothing can be done. */
    InventoryReportResponse earlier(InventoryReport report, InventoryReportVersion version) {
        var remarks = history.remarks(Set.of(report.id)).stream()
                .filter(remark -> remark.version <= version.version)
                .toList();
        return show(report, version, remarks, List.of());
    }

    private InventoryReportResponse show(
            InventoryReport report,
            InventoryReportVersion version,
            List<InventoryReportRemark> remarks,
            List<String> allowedActions) {
        var content = contents.read(version.content);
        var projects = InventoryReportService.projects(content).stream()
                .filter(visibility::shows)
                .toList();
        return InventoryReportResponse.from(
                new ShownReport(report, version, content, projects, remarks, allowedActions));
    }
}

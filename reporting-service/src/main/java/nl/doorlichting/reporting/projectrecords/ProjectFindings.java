package nl.doorlichting.reporting.projectrecords;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.reporting.indicators.IndicatorListService;
import nl.doorlichting.reporting.indicators.IndicatorResponse;
import nl.doorlichting.reporting.inventoryreports.InventoryReportListService;
import nl.doorlichting.reporting.inventoryreports.InventoryReportResponse;
import nl.doorlichting.reporting.reach.ReachListService;
import nl.doorlichting.reporting.reach.ReachObservationResponse;

/** What was found at a project: reports, reach, indicators; each as far as the caller may see it. */
@ApplicationScoped
class ProjectFindings {
    private final InventoryReportListService reports;
    private final ReachListService reach;
    private final IndicatorListService indicators;

    ProjectFindings(InventoryReportListService reports, ReachListService reach, IndicatorListService indicators) {
        this.reports = reports;
        this.reach = reach;
        this.indicators = indicators;
    }

    Page<InventoryReportResponse> reports(UUID project) {
        var about = new Filter()
                .where(
                        "exists (select 1 from InventoryReportProject q where q.reportId = e.id"
                                + " and q.projectId = :projectId)",
                        "projectId",
                        project);
        return reports.page(about, ProjectRecordService.firstPage("/v1/inventory-reports", project));
    }

    Page<ReachObservationResponse> reach(UUID project) {
        return reach.observations(
                new Filter().equal("projectId", project),
                null,
                ProjectRecordService.firstPage("/v1/reach-observations", project));
    }

    Page<IndicatorResponse> indicators(UUID project) {
        return indicators.page(
                new Filter().equal("projectId", project), ProjectRecordService.firstPage("/v1/indicators", project));
    }
}

package nl.doorlichting.reporting.inventoryreports;

import java.time.Instant;
import java.util.List;

/** A report at one version, with what this caller sees of it and may do with it. */
record ShownReport(
        InventoryReport report,
        InventoryReportVersion version,
        InventoryReportRequest content,
        List<InventoryReportProjectRequest> projects,
        List<InventoryReportRemark> remarks,
        List<String> allowedActions) {

    /** A moment of the report's way, null when this version is from before it. */
    Instant ifThen(Instant moment) {
        return moment == null || moment.isAfter(version.recordedAt) ? null : moment;
    }
}

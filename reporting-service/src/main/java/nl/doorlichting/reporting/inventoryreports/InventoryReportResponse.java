package nl.doorlichting.reporting.inventoryreports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.InventoryReportState;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An inventory report (resultaatinventarisatie), as it stands or stood.
 *
 * @param projects what it is about; a grantee sees those of its own organisation
 * @param goalAttainment whether the goal was attained; not how many people were reached
 * @param reach who and how many were reached, in words; figures are reach observations
 * @param remarks why it was returned, oldest first
 * @param reason why this version was made, for a correction
 * @param approvedAt from when its figures count
 * @param recordedAt when this version was made
 */
public record InventoryReportResponse(
        UUID id,
        String programme,
        @Schema(nullable = true) UUID roundId,
        @Schema(nullable = true) String reference,
        String title,
        InventoryReportState state,
        List<InventoryReportProjectResponse> projects,
        @Schema(nullable = true) String introduction,
        InventoryReportSections.BeforeTheStart before,
        InventoryReportSections.SetUp setUp,
        InventoryReportSections.Outcomes outcomes,
        @Schema(nullable = true) String goalAttainment,
        @Schema(nullable = true) String reach,
        InventoryReportSections.Lessons lessons,
        @Schema(nullable = true) String embedding,
        InventoryReportSections.Sources sources,
        @Schema(nullable = true) String source,
        @Schema(nullable = true) String note,
        List<Remark> remarks,
        @Schema(nullable = true) String reason,
        @Schema(nullable = true) Instant approvedAt,
        @Schema(nullable = true) Instant publishedAt,
        Instant createdAt,
        int version,
        Instant recordedAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {

    /** What a reviewer said when returning version {@code version}. */
    @Schema(name = "InventoryReportRemark")
    public record Remark(int version, InventoryReportSection section, String remark) {
        static Remark from(InventoryReportRemark remark) {
            return new Remark(remark.version, remark.section, remark.remark);
        }
    }

    /** The report as a version of it says. */
    static InventoryReportResponse from(ShownReport shown) {
        var report = shown.report();
        var version = shown.version();
        var content = shown.content();
        return new InventoryReportResponse(
                report.id,
                report.programme,
                report.roundId,
                content.reference(),
                content.title(),
                version.state,
                shown.projects().stream()
                        .map(InventoryReportProjectResponse::from)
                        .toList(),
                content.introduction(),
                InventoryReportSections.BeforeTheStart.from(content.before()),
                InventoryReportSections.SetUp.from(content.setUp()),
                InventoryReportSections.Outcomes.from(content.outcomes()),
                content.goalAttainment(),
                content.reach(),
                InventoryReportSections.Lessons.from(content.lessons()),
                content.embedding(),
                InventoryReportSections.Sources.from(content.sources()),
                content.source(),
                content.note(),
                shown.remarks().stream().map(Remark::from).toList(),
                version.reason,
                shown.ifThen(report.approvedAt),
                shown.ifThen(report.publishedAt),
                report.createdAt,
                version.version,
                version.recordedAt,
                "\"" + version.version + "\"",
                shown.allowedActions());
    }
}

package nl.doorlichting.reporting.inventoryreports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.InventoryReportState;
import nl.doorlichting.platform.records.RecordWithdrawal;

/** Content and state of a report after one step. Versions are added and never changed. */
@Entity
@Table(name = "inventory_report_version")
@IdClass(InventoryReportVersion.Key.class)
class InventoryReportVersion {
    /** The report and the number of the version. */
    record Key(UUID reportId, Integer version) implements Serializable {}

    /**
     * How a step was taken.
     *
     * @param by who took it
     * @param approvedBy who approved it, where it waited for that
     * @param reason why, where the step needs a reason
     */
    record Step(String by, String approvedBy, String reason) {}

    @Id
    @Column(name = "report_id")
    private UUID reportId;

    @Id
    private Integer version;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Enumerated(EnumType.STRING)
    private InventoryReportAction step;

    @Enumerated(EnumType.STRING)
    private InventoryReportState state;

    /** Who approved the correction that this version is; null for other steps, and before corrections waited for a reviewer. */
    @Column(name = "approved_by")
    private String approvedBy;

    private String reason;
    private String content;

    /** For the persistence provider. */
    protected InventoryReportVersion() {}

    InventoryReportVersion(InventoryReport report, InventoryReportAction step, Step made) {
        this.reportId = report.id();
        this.version = report.version();
        this.step = step.stored();
        this.state = report.state();
        this.reason = made.reason();
        this.content = report.content();
        this.recordedAt = report.recordedAt();
        this.recordedBy = made.by();
        this.approvedBy = made.approvedBy();
    }

    /** A moment of the report's way, null when this version is from before it. */
    Instant ifReached(Instant moment) {
        return moment == null || moment.isAfter(recordedAt) ? null : moment;
    }

    /** The withdrawal of the report, null when this version is from before it. */
    RecordWithdrawal ifReached(RecordWithdrawal withdrawal) {
        return withdrawal == null || ifReached(withdrawal.withdrawnAt()) == null ? null : withdrawal;
    }

    UUID reportId() {
        return reportId;
    }

    int version() {
        return version;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String recordedBy() {
        return recordedBy;
    }

    /** Who approved the report, or this correction of it, with this step; null for other steps. */
    String approver() {
        return isApproval() ? recordedBy : approvedBy;
    }

    boolean isApproval() {
        return step == InventoryReportAction.APPROVAL;
    }

    /** The version that the report gets once a reviewer approves the proposal. */
    static InventoryReportVersion proposed(InventoryReport report, InventoryReportProposal proposal, String content) {
        var made = new Step(proposal.proposedBy(), null, proposal.reason());
        var next = new InventoryReportVersion(report, InventoryReportAction.CORRECTION, made);
        next.version = report.version() + 1;
        next.recordedAt = proposal.proposedAt();
        next.content = content;
        return next;
    }

    InventoryReportState state() {
        return state;
    }

    String reason() {
        return reason;
    }

    String content() {
        return content;
    }

    String etag() {
        return "\"" + version + "\"";
    }
}

package nl.doorlichting.reporting.inventoryreports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.InventoryReportState;

/** What a round found out about one project, or about some together, as it stands now. */
@Entity
@Table(name = "inventory_report")
class InventoryReport {
    @Id
    UUID id;

    String programme;

    @Column(name = "round_id")
    UUID roundId;

    String reference;
    String title;

    @Enumerated(EnumType.STRING)
    InventoryReportState state;

    /** The accepted request as JSON; see InventoryReportContents. */
    String content;

    @Column(name = "approved_at")
    Instant approvedAt;

    @Column(name = "published_at")
    Instant publishedAt;

    /** When the last step was taken; every step changes it, so that every step is a version. */
    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected InventoryReport() {}

    InventoryReport(UUID id, InventoryReportRequest request, String content, Instant createdAt, String createdBy) {
        this.id = id;
        this.programme = request.programme();
        this.state = InventoryReportState.DRAFT;
        this.recordedAt = createdAt;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        change(request, content);
    }

    /** Says something else from now on; of which programme it is does not change. */
    void change(InventoryReportRequest request, String changed) {
        roundId = request.roundId();
        reference = request.reference();
        title = request.title();
        content = changed;
    }

    /** Takes a step that the workflow allows. */
    void take(ReportAction action, Instant at) {
        ReportWorkflow.refuseUnlessAllowed(action, state);
        state = action.to(state);
        recordedAt = at;
        approvedAt = action == ReportAction.APPROVAL ? at : approvedAt;
        publishedAt = action == ReportAction.PUBLICATION ? at : publishedAt;
    }

    String etag() {
        return "\"" + version + "\"";
    }
}

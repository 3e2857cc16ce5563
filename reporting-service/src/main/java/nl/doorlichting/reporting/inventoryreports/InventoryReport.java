package nl.doorlichting.reporting.inventoryreports;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.InventoryReportState;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.texts.Text;

/**
 * What a round found out about one project or several, in its present version. The trigger tr_inventory_report_approval
 * adds its figures to reach_change.
 */
@Entity
@Table(name = "inventory_report")
class InventoryReport {
    @Id
    private UUID id;

    private String programme;

    @Column(name = "round_id")
    private UUID roundId;

    private String reference;
    private String title;

    @Enumerated(EnumType.STRING)
    private InventoryReportState state;

    /** The accepted request as JSON; see InventoryReportContents. */
    private String content;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Embedded
    private RecordWithdrawal withdrawal;

    /** The moment of the last step. Every step changes it, so that every step is a version. */
    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Version
    private int version;

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

    /** Replaces the content. The programme of a report does not change. */
    void change(InventoryReportRequest request, String changed) {
        roundId = request.roundId();
        reference = request.reference();
        title = request.title();
        content = changed;
    }

    /** Takes a step; 409 when the state does not allow it. */
    void take(InventoryReportAction action, Instant at) {
        refuseUnlessAllowed(action);
        state = action.to(state);
        recordedAt = at;
        approvedAt = action == InventoryReportAction.APPROVAL ? at : approvedAt;
        publishedAt = action == InventoryReportAction.PUBLICATION ? at : publishedAt;
    }

    /** Ends the report in its state; 409 when it is withdrawn already. */
    void withdraw(RecordWithdrawal why) {
        take(InventoryReportAction.WITHDRAWAL, why.withdrawnAt());
        withdrawal = why;
    }

    /** 409 that names what can be done in the state of the report. */
    void refuseUnlessAllowed(InventoryReportAction action) {
        RecordWithdrawal.refuse(withdrawal);
        if (!action.isAllowedIn(state)) {
            var allowed = InventoryReportAction.in(state)
                    .map(InventoryReportAction::jsonName)
                    .toList();
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    allowed.isEmpty()
                            ? Text.of("report.nothing-in-status", state)
                            : Text.of("report.allowed-in-status", state, Text.all(allowed)),
                    Map.of("allowed", allowed));
        }
    }

    /**
     * What the caller may do now.
     *
     * @param wrote whether the caller wrote a part of the report
     * @param waits whether a correction or a withdrawal waits, beside which there is no second one
     */
    List<String> allowedActions(Caller caller, boolean wrote, boolean waits) {
        if (withdrawal != null) {
            return List.of();
        }
        return InventoryReportAction.in(state)
                .filter(action -> caller.may(action.rule()))
                .filter(action -> !wrote || action.isAllowedToWriter())
                .filter(action -> !waits || !action.isProposed())
                .map(InventoryReportAction::jsonName)
                .toList();
    }

    UUID id() {
        return id;
    }

    String programme() {
        return programme;
    }

    UUID roundId() {
        return roundId;
    }

    String title() {
        return title;
    }

    InventoryReportState state() {
        return state;
    }

    String content() {
        return content;
    }

    Instant approvedAt() {
        return approvedAt;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    boolean isApproved() {
        return approvedAt != null;
    }

    boolean stands() {
        return withdrawal == null;
    }

    /** Why it counts nowhere any more; null while it stands. */
    RecordWithdrawal withdrawal() {
        return withdrawal;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    int version() {
        return version;
    }

    String etag() {
        return "\"" + version + "\"";
    }
}

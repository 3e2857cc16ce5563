package nl.doorlichting.reporting.indicators;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.BaselineKind;
import nl.doorlichting.domain.vocabulary.IndicatorDirection;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.ActivityColumns;
import nl.doorlichting.reporting.activity.ActivityFields;
import nl.doorlichting.reporting.activity.InheritedActivity;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.ReviewState;
import nl.doorlichting.reporting.inventoryreports.InventoryReports;

/**
 * A measure that is taken before, during and after a project. Null means not stated. The trigger tr_indicator_kept
 * keeps its history.
 */
@Entity
@Table(name = "indicator")
class Indicator {
    private static final String UPDATE = "update";
    private static final String ACTUALS = "actuals";
    private static final String CORRECTIONS = "corrections";
    private static final String WITHDRAWAL = "withdrawal";

    @Id
    private UUID id;

    private String programme;

    @Column(name = "report_id")
    private UUID reportId;

    @Embedded
    private ActivityColumns activity;

    /** Names of the fields that are not stated and come from the report's entry of the project. */
    private String[] inherited;

    private String name;
    private String unit;

    @Enumerated(EnumType.STRING)
    private IndicatorDirection direction;

    @Enumerated(EnumType.STRING)
    @Column(name = "baseline_kind")
    private BaselineKind baselineKind;

    @Column(name = "baseline_value")
    private BigDecimal baselineValue;

    @Column(name = "baseline_measured_on")
    private LocalDate baselineMeasuredOn;

    @Column(name = "baseline_reason")
    private String baselineReason;

    @Column(name = "target_value")
    private BigDecimal targetValue;

    @Column(name = "target_due_on")
    private LocalDate targetDueOn;

    private String source;
    private String reference;
    private String note;

    @Embedded
    private RecordCorrection correction;

    @Embedded
    private RecordWithdrawal withdrawal;

    /** Waits where its report was approved before it was recorded; null where no reviewer had to see it. */
    @Embedded
    private ReviewState review;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected Indicator() {}

    /** A new one; {@code entry} is what its report states of its project, and may be null. */
    Indicator(UUID id, IndicatorRequest request, ActivityFields entry, Instant createdAt, String createdBy) {
        this.id = id;
        this.programme = request.programme();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        change(request, entry);
    }

    /** Changes all but the programme. */
    void change(IndicatorRequest request, ActivityFields entry) {
        reportId = request.reportId();
        var inheriting = InheritedActivity.of(request, entry, place -> true);
        activity = ActivityColumns.of(inheriting);
        inherited = inheriting.inherited().toArray(String[]::new);
        measure(request);
        source = request.source();
        reference = request.reference();
        note = request.note();
    }

    private void measure(IndicatorRequest request) {
        name = request.name();
        unit = request.unit();
        direction = request.direction();
        baselineKind = request.baseline().kind();
        baselineValue = request.baseline().value();
        baselineMeasuredOn = request.baseline().measuredOn();
        baselineReason = request.baseline().reason();
        var target = request.target();
        targetValue = target == null ? null : target.value();
        targetDueOn = target == null ? null : target.dueOn();
    }

    /** Changes all that is named, for a reason, also once something was measured. */
    void correct(IndicatorRequest request, ActivityFields entry, RecordCorrection why) {
        change(request, entry);
        correction = why;
    }

    RecordCorrection correction() {
        return correction;
    }

    /** 409 when it is withdrawn already. */
    void withdraw(RecordWithdrawal why) {
        RecordWithdrawal.refuse(withdrawal);
        withdrawal = why;
        review = new ReviewState(false, approvedAt(), approvedBy());
    }

    RecordWithdrawal withdrawal() {
        return withdrawal;
    }

    Indicator awaitingReview() {
        review = ReviewState.AWAITED;
        return this;
    }

    boolean awaitsReview() {
        return ReviewState.isAwaited(review);
    }

    private Instant approvedAt() {
        return review == null ? null : review.approvedAt();
    }

    private String approvedBy() {
        return review == null ? null : review.approvedBy();
    }

    /** Whether it counts in statistics, with the approval of its report; null without a report, and before. */
    boolean counts(InventoryReports.Approval approval) {
        return withdrawal == null && !awaitsReview() && (reportId == null || approval != null);
    }

    /** From now on it counts, or its correction or withdrawal does. */
    void approve(Instant at, String by) {
        review = new ReviewState(false, at, by);
    }

    /** Who approved it, or its last correction or withdrawal, or else its report with it in it. */
    String approver(InventoryReports.Approval approval) {
        return approvedBy() != null || approval == null ? approvedBy() : withReport(approval, createdAt);
    }

    private String withReport(InventoryReports.Approval approval, Instant recordedAt) {
        return approval.of(
                recordedAt, withdrawal != null && withdrawal.withdrawnAt().isBefore(approval.at()));
    }

    /** The same of a measured value; a value of an indicator that waited was approved with it. */
    String approver(InventoryReports.Approval approval, IndicatorActual actual) {
        if (actual.approvedBy() != null || actual.awaitsReview() || awaitsReview()) {
            return actual.approvedBy();
        }
        var recordedAt = actual.recordedAt();
        if (approval != null && recordedAt.isBefore(approval.at())) {
            return withReport(approval, recordedAt);
        }
        return approvedAt() != null && recordedAt.isBefore(approvedAt()) ? approvedBy() : null;
    }

    String createdBy() {
        return createdBy;
    }

    /** 409 once something was measured, because the measurements keep their meaning, or once the report is approved. */
    static void refuseChange(List<IndicatorActual> actuals, boolean reportApproved) {
        if (!actuals.isEmpty() || reportApproved) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    Text.of(reportApproved ? "indicator.report-approved" : "indicator.immutable"),
                    Map.of("allowed", List.of(ACTUALS, CORRECTIONS, WITHDRAWAL)));
        }
    }

    /** What the caller may do, beside the decision about what waits. */
    List<String> allowedActions(OwnRecords caller, boolean isChangeable, boolean correctionWaits) {
        if (withdrawal != null) {
            return List.of();
        }
        if (correctionWaits) {
            return caller.actions(ReportingAccess.WRITE_INVENTORIES, ACTUALS);
        }
        return isChangeable
                ? caller.actions(ReportingAccess.WRITE_INVENTORIES, UPDATE, ACTUALS, CORRECTIONS, WITHDRAWAL)
                : caller.actions(ReportingAccess.WRITE_INVENTORIES, ACTUALS, CORRECTIONS, WITHDRAWAL);
    }

    /** The change from the baseline to a measurement; null without a baseline of an earlier day. */
    IndicatorChange change(IndicatorActual last) {
        return IndicatorChange.between(
                direction,
                baselineValue,
                baselineMeasuredOn,
                targetValue,
                last.value(),
                last.firstDay(),
                last.measuredOn());
    }

    boolean hasBaseline() {
        return baselineKind != BaselineKind.NONE_TAKEN;
    }

    /** Contains the versions of the measurements, because the answer shows them; also of withdrawn ones, so that none comes back. */
    String etag(List<IndicatorActual> actuals) {
        var measured = actuals.stream().mapToInt(IndicatorActual::version).sum();
        return "\"" + version + "-" + measured + "\"";
    }

    /** Stated or inherited. */
    ActivityFields activity() {
        return activity;
    }

    List<String> inherited() {
        return List.of(inherited);
    }

    /** The present content as stated, to which a patch applies; a change inherits anew. */
    IndicatorRequest toRequest() {
        var stated = InheritedActivity.stated(activity, inherited());
        return new IndicatorRequest(
                programme,
                stated.projectId(),
                stated.organisationId(),
                reportId,
                stated.track(),
                stated.actionLine(),
                stated.fundingInstrument(),
                stated.interventionTypes(),
                stated.phenomena(),
                stated.place(),
                name,
                unit,
                direction,
                new IndicatorRequest.Baseline(baselineKind, baselineValue, baselineMeasuredOn, baselineReason),
                targetValue == null ? null : new IndicatorRequest.Target(targetValue, targetDueOn),
                source,
                reference,
                note);
    }

    UUID id() {
        return id;
    }

    String programme() {
        return programme;
    }

    UUID reportId() {
        return reportId;
    }

    String organisationId() {
        return activity.organisationId();
    }

    Instant createdAt() {
        return createdAt;
    }
}

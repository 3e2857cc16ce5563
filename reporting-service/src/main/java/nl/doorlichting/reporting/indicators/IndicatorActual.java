package nl.doorlichting.reporting.indicators;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.records.RecordWithdrawal;

/** One version of the measurement of a day. Versions are added and never changed. */
@Entity
@Table(name = "indicator_actual")
@IdClass(IndicatorActual.Key.class)
class IndicatorActual {
    /** The indicator, the day and the number of the version. */
    record Key(UUID indicatorId, LocalDate measuredOn, Integer version) implements Serializable {}

    @Id
    @Column(name = "indicator_id")
    private UUID indicatorId;

    @Id
    @Column(name = "measured_on")
    private LocalDate measuredOn;

    @Id
    private Integer version;

    /** First day of the period over which it was measured; null where it was measured on the day. */
    @Column(name = "measured_from")
    private LocalDate measuredFrom;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    private String reason;

    /** Whether this version takes the measurement back. */
    private boolean withdrawn;

    /** Whether this version counts nowhere, because the report of its indicator was approved before. */
    @Column(name = "awaits_review")
    private boolean awaitsReview;

    /** Who approved the value, correction or withdrawal that this version is; null where none waited. */
    @Column(name = "approved_by")
    private String approvedBy;

    private BigDecimal value;
    private String source;
    private String note;

    /** For the persistence provider. */
    protected IndicatorActual() {}

    IndicatorActual(UUID indicatorId, int version, IndicatorActualRequest request, Instant recordedAt, String by) {
        this.indicatorId = indicatorId;
        this.measuredOn = request.day();
        this.measuredFrom = request.period() == null ? null : request.period().from();
        this.version = version;
        this.value = request.value();
        this.reason = request.reason();
        this.source = request.source();
        this.note = request.note();
        this.recordedAt = recordedAt;
        this.recordedBy = by;
    }

    /** The version that takes the measurement back. */
    IndicatorActual withdrawn(RecordWithdrawal why) {
        var last = next(value, period(), source, note, why.reason(), why.withdrawnAt(), why.withdrawnBy());
        last.withdrawn = true;
        last.awaitsReview = false;
        return last;
    }

    /** The version with which the value, which waited for its first review, counts. */
    IndicatorActual approved(Instant at, String by) {
        var next = next(value, period(), source, note, null, at, recordedBy).approvedBy(by);
        next.awaitsReview = false;
        return next;
    }

    IndicatorActual approvedBy(String by) {
        approvedBy = by;
        return this;
    }

    IndicatorActual awaitingReview() {
        awaitsReview = true;
        return this;
    }

    /** The next version, with what should have been stated; the day stays. */
    IndicatorActual corrected(IndicatorActualCorrectionRequest stated, Instant at, String by) {
        return next(stated.value(), stated.period(), stated.source(), stated.note(), stated.reason(), at, by);
    }

    private IndicatorActual next(
            BigDecimal measured, Period period, String source, String note, String why, Instant at, String by) {
        var day = period == null ? measuredOn : null;
        var request = new IndicatorActualRequest(day, period, measured, why, source, note);
        var next = new IndicatorActual(indicatorId, version + 1, request, at, by);
        next.awaitsReview = awaitsReview;
        return next;
    }

    /** What a correction would state to change nothing, without its reason. */
    IndicatorActualCorrectionRequest correction() {
        return new IndicatorActualCorrectionRequest(null, value, period(), source, note);
    }

    /** The period over which it was measured; null where it was measured on the day. */
    Period period() {
        return measuredFrom == null ? null : new Period(measuredFrom, measuredOn.plusDays(1));
    }

    LocalDate firstDay() {
        return measuredFrom == null ? measuredOn : measuredFrom;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    /** Who took the measurement back, when and why; null for a version that does not. */
    RecordWithdrawal withdrawal() {
        return withdrawn ? new RecordWithdrawal(recordedAt, recordedBy, reason) : null;
    }

    /** Those that were not taken back. */
    static List<IndicatorActual> standing(List<IndicatorActual> latest) {
        return latest.stream().filter(actual -> !actual.withdrawn).toList();
    }

    boolean awaitsReview() {
        return awaitsReview;
    }

    String approvedBy() {
        return approvedBy;
    }

    UUID indicatorId() {
        return indicatorId;
    }

    LocalDate measuredOn() {
        return measuredOn;
    }

    int version() {
        return version;
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String reason() {
        return reason;
    }

    BigDecimal value() {
        return value;
    }

    String source() {
        return source;
    }

    String note() {
        return note;
    }
}

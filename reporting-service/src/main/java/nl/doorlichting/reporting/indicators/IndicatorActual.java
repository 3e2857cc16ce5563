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
import java.util.UUID;

/** One version of what was measured on a day. Versions are only ever added. */
@Entity
@Table(name = "indicator_actual")
@IdClass(IndicatorActual.Key.class)
class IndicatorActual {
    /** The indicator, the day, and which version of what was measured then. */
    record Key(UUID indicatorId, LocalDate measuredOn, Integer version) implements Serializable {}

    @Id
    @Column(name = "indicator_id")
    UUID indicatorId;

    @Id
    @Column(name = "measured_on")
    LocalDate measuredOn;

    @Id
    Integer version;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    String reason;
    BigDecimal value;
    String source;
    String note;

    /** For the persistence provider. */
    protected IndicatorActual() {}

    IndicatorActual(UUID indicatorId, int version, IndicatorActualRequest request, Instant recordedAt, String by) {
        this.indicatorId = indicatorId;
        this.measuredOn = request.measuredOn();
        this.version = version;
        this.value = request.value();
        this.reason = request.reason();
        this.source = request.source();
        this.note = request.note();
        this.recordedAt = recordedAt;
        this.recordedBy = by;
    }
}

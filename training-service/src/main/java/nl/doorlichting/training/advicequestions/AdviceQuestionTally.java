package nl.doorlichting.training.advicequestions;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantityColumns;
import org.hibernate.annotations.DynamicUpdate;

/** Numbers of questions that their source gives only as a total. Corrected with a reason; what it said is kept. */
@Entity
@Table(name = "advice_question_tally")
// The application role may not change which figure it is, nor when and by whom it was recorded.
@DynamicUpdate
class AdviceQuestionTally {
    @Id
    UUID id;

    String reference;
    String programme;

    @Enumerated(EnumType.STRING)
    @Column(name = "asked_by")
    AskerKind askedBy;

    @Enumerated(EnumType.STRING)
    AdviceTheme theme;

    @Column(name = "period_from")
    LocalDate periodFrom;

    @Column(name = "period_until")
    LocalDate periodUntil;

    @Embedded
    @AttributeOverride(name = "kind", column = @Column(name = "received_kind"))
    @AttributeOverride(name = "value", column = @Column(name = "received_value"))
    @AttributeOverride(name = "plusMinus", column = @Column(name = "received_plus_minus"))
    @AttributeOverride(name = "minimum", column = @Column(name = "received_minimum"))
    @AttributeOverride(name = "maximum", column = @Column(name = "received_maximum"))
    @AttributeOverride(name = "text", column = @Column(name = "received_text"))
    QuantityColumns received;

    @Embedded
    QuantityColumns answered;

    String source;
    String note;
    String reason;

    @Column(name = "corrected_by")
    String correctedBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected AdviceQuestionTally() {}

    AdviceQuestionTally(UUID id, AdviceQuestionTallyRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.reference = request.reference();
        this.programme = request.programme();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        state(request);
    }

    /** It should have said this. */
    void correct(AdviceQuestionTallyRequest request, String why, String by) {
        reason = why;
        correctedBy = by;
        state(request);
    }

    private void state(AdviceQuestionTallyRequest request) {
        askedBy = request.askedBy();
        theme = request.theme();
        periodFrom = request.period().from();
        periodUntil = request.period().until();
        received = QuantityColumns.of(request.received());
        answered = QuantityColumns.of(request.answered());
        source = request.source();
        note = request.note();
    }

    Period period() {
        return new Period(periodFrom, periodUntil);
    }

    static Quantity quantity(QuantityColumns columns) {
        return columns == null ? null : columns.toQuantity();
    }
}

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
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.domain.vocabulary.AdviceTheme;
import nl.doorlichting.domain.vocabulary.AskerKind;
import org.hibernate.annotations.DynamicUpdate;

/** Numbers of questions that their source gives only as a total. A correction has a reason; former versions are kept. */
@Entity
@Table(name = "advice_question_tally")
// The application role may not change the reference, nor when and by whom it was recorded.
@DynamicUpdate
class AdviceQuestionTally {
    @Id
    private UUID id;

    private String reference;
    private String programme;

    @Enumerated(EnumType.STRING)
    @Column(name = "asked_by")
    private AskerKind askedBy;

    @Enumerated(EnumType.STRING)
    private AdviceTheme theme;

    @Column(name = "period_from")
    private LocalDate periodFrom;

    @Column(name = "period_until")
    private LocalDate periodUntil;

    @Embedded
    @AttributeOverride(name = "kind", column = @Column(name = "received_kind"))
    @AttributeOverride(name = "value", column = @Column(name = "received_value"))
    @AttributeOverride(name = "plusMinus", column = @Column(name = "received_plus_minus"))
    @AttributeOverride(name = "minimum", column = @Column(name = "received_minimum"))
    @AttributeOverride(name = "maximum", column = @Column(name = "received_maximum"))
    @AttributeOverride(name = "text", column = @Column(name = "received_text"))
    private QuantityColumns received;

    @Embedded
    private QuantityColumns answered;

    private String source;
    private String note;
    private String reason;

    @Column(name = "corrected_by")
    private String correctedBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Version
    private int version;

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

    /** Replaces everything but the programme and the reference. */
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

    /** The request that would record the tally as it is now. */
    AdviceQuestionTallyRequest stated() {
        return new AdviceQuestionTallyRequest(
                programme,
                new Period(periodFrom, periodUntil),
                askedBy,
                theme,
                received == null ? null : received.toQuantity(),
                answered == null ? null : answered.toQuantity(),
                source,
                reference,
                note);
    }

    String etag() {
        return "\"" + version + "\"";
    }

    UUID id() {
        return id;
    }

    String reason() {
        return reason;
    }

    Instant createdAt() {
        return createdAt;
    }
}

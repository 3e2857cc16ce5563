package nl.doorlichting.training.advicequestions;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.domain.sources.SourceText;
import nl.doorlichting.domain.vocabulary.AdviceTheme;
import nl.doorlichting.domain.vocabulary.AskerKind;
import nl.doorlichting.training.CorrectableEntity;
import org.hibernate.annotations.DynamicUpdate;

/**
 * Numbers of questions that their source gives only as a total. A correction has a reason; the trigger
 * tr_advice_question_tally_kept keeps former versions.
 */
@Entity
@Table(name = "advice_question_tally")
// The application role may not change the reference, nor when and by whom it was recorded.
@DynamicUpdate
class AdviceQuestionTally extends CorrectableEntity {
    /** What a request and a correction state. */
    interface Fields {
        Period period();

        AskerKind askedBy();

        AdviceTheme theme();

        Quantity received();

        Quantity answered();

        String source();

        String note();
    }

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

    /** For the persistence provider. */
    protected AdviceQuestionTally() {}

    AdviceQuestionTally(UUID id, AdviceQuestionTallyRequest request, Instant createdAt, String createdBy) {
        super(id, createdAt, createdBy);
        this.reference = request.reference();
        this.programme = request.programme();
        set(request);
    }

    /** Replaces everything but the programme and the reference; 409 once it is withdrawn. */
    void correct(AdviceQuestionTallyCorrectionRequest request, String by) {
        beginCorrection(request.reason(), by);
        set(request);
    }

    /** The correction that would change nothing; it has no reason. */
    AdviceQuestionTallyCorrectionRequest toCorrection() {
        return new AdviceQuestionTallyCorrectionRequest(
                null, period(), askedBy, theme, quantity(received), quantity(answered), source, note);
    }

    /** Whether it states the same of the same source. */
    boolean states(Fields other) {
        return Objects.equals(askedBy, other.askedBy())
                && Objects.equals(theme, other.theme())
                && Objects.equals(quantity(received), other.received())
                && Objects.equals(quantity(answered), other.answered())
                && SourceText.comparable(source).equals(SourceText.comparable(other.source()));
    }

    private static Quantity quantity(QuantityColumns columns) {
        return columns == null ? null : columns.toQuantity();
    }

    private Period period() {
        return new Period(periodFrom, periodUntil);
    }

    String programme() {
        return programme;
    }

    private void set(Fields stated) {
        askedBy = stated.askedBy();
        theme = stated.theme();
        periodFrom = stated.period().from();
        periodUntil = stated.period().until();
        received = QuantityColumns.of(stated.received());
        answered = QuantityColumns.of(stated.answered());
        source = stated.source();
        note = stated.note();
    }

    AdviceQuestionTallyResponse toResponse(boolean changeable) {
        return new AdviceQuestionTallyResponse(
                id(),
                programme,
                period(),
                askedBy,
                theme,
                quantity(received),
                quantity(answered),
                source,
                reference,
                note,
                reason,
                withdrawal,
                createdBy(),
                createdAt(),
                etag(),
                allowedActions(changeable));
    }
}

package nl.doorlichting.training.trainingtallies;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;

/** One version of figures that their source gives only as a total. Versions are only ever added. */
@Entity
@Table(name = "training_tally")
@IdClass(TrainingTally.Key.class)
class TrainingTally {
    /** The tally, and which version of it. */
    record Key(UUID tallyId, Integer version) implements Serializable {}

    @Id
    @Column(name = "tally_id")
    UUID tallyId;

    @Id
    Integer version;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    String reason;
    String reference;
    String programme;

    /** Null for figures over all types. */
    @Column(name = "training_type")
    String trainingType;

    @Column(name = "period_from")
    LocalDate periodFrom;

    @Column(name = "period_until")
    LocalDate periodUntil;

    @Column(name = "sessions_planned")
    Integer sessionsPlanned;

    @Column(name = "sessions_held")
    Integer sessionsHeld;

    @Embedded
    QuantityColumns participants;

    @Embedded
    @AttributeOverride(name = "kind", column = @Column(name = "expected_kind"))
    @AttributeOverride(name = "value", column = @Column(name = "expected_value"))
    @AttributeOverride(name = "plusMinus", column = @Column(name = "expected_plus_minus"))
    @AttributeOverride(name = "minimum", column = @Column(name = "expected_minimum"))
    @AttributeOverride(name = "maximum", column = @Column(name = "expected_maximum"))
    @AttributeOverride(name = "text", column = @Column(name = "expected_text"))
    QuantityColumns expectedParticipants;

    @Enumerated(EnumType.STRING)
    @Column(name = "target_group")
    TargetGroup targetGroup;

    @Column(name = "organisation_id")
    String organisationId;

    @Enumerated(EnumType.STRING)
    Track track;

    @Enumerated(EnumType.STRING)
    @Column(name = "action_line")
    ActionLine actionLine;

    @Enumerated(EnumType.STRING)
    @Column(name = "funding_instrument")
    FundingInstrument fundingInstrument;

    @Embedded
    PlaceColumns place;

    @Embedded
    RatingColumns rating;

    String source;
    String note;

    /** For the persistence provider. */
    protected TrainingTally() {}

    /** The first version of a tally; its target group is the one stated, else that of its type. */
    TrainingTally(UUID id, TrainingTallyRequest request, TargetGroup targetGroup) {
        tallyId = id;
        version = 1;
        reference = request.reference();
        programme = request.programme();
        trainingType = request.trainingType();
        periodFrom = request.period().from();
        periodUntil = request.period().until();
        this.targetGroup = targetGroup;
        stateFigures(request);
        stateContext(request);
    }

    /** The same, as the version after this one. */
    TrainingTally after(TrainingTally before, String why) {
        tallyId = before.tallyId;
        version = before.version + 1;
        reason = why;
        return this;
    }

    TrainingTally recorded(Instant at, String by) {
        recordedAt = at;
        recordedBy = by;
        return this;
    }

    Period period() {
        return new Period(periodFrom, periodUntil);
    }

    static Quantity quantity(QuantityColumns columns) {
        return columns == null ? null : columns.toQuantity();
    }

    private void stateFigures(TrainingTallyRequest request) {
        sessionsPlanned = request.sessions() == null ? null : request.sessions().planned();
        sessionsHeld = request.sessions() == null ? null : request.sessions().held();
        participants = QuantityColumns.of(request.participants());
        expectedParticipants = QuantityColumns.of(request.expectedParticipants());
        rating = RatingColumns.of(request.rating());
    }

    private void stateContext(TrainingTallyRequest request) {
        organisationId = request.organisationId();
        track = request.track();
        actionLine = request.actionLine();
        fundingInstrument = request.fundingInstrument();
        place = PlaceColumns.of(request.place() == null ? Place.UNSPECIFIED : request.place());
        source = request.source();
        note = request.note();
    }
}

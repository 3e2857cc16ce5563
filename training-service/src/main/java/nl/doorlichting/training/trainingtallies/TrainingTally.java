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
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.training.trainingtallies.TrainingTallyRequest.TrainingSessionCountsRequest;

/** One version of figures that their source gives only as a total. A version is added and never changed. */
@Entity
@Table(name = "training_tally")
@IdClass(TrainingTally.Key.class)
class TrainingTally {
    record Key(UUID tallyId, Integer version) implements Serializable {}

    @Id
    @Column(name = "tally_id")
    private UUID tallyId;

    @Id
    private Integer version;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    private String reason;
    private String reference;
    private String programme;

    /** Null for figures over all types. */
    @Column(name = "training_type")
    private String trainingType;

    @Column(name = "period_from")
    private LocalDate periodFrom;

    @Column(name = "period_until")
    private LocalDate periodUntil;

    @Column(name = "sessions_planned")
    private Integer sessionsPlanned;

    @Column(name = "sessions_held")
    private Integer sessionsHeld;

    @Embedded
    private QuantityColumns participants;

    @Embedded
    @AttributeOverride(name = "kind", column = @Column(name = "expected_kind"))
    @AttributeOverride(name = "value", column = @Column(name = "expected_value"))
    @AttributeOverride(name = "plusMinus", column = @Column(name = "expected_plus_minus"))
    @AttributeOverride(name = "minimum", column = @Column(name = "expected_minimum"))
    @AttributeOverride(name = "maximum", column = @Column(name = "expected_maximum"))
    @AttributeOverride(name = "text", column = @Column(name = "expected_text"))
    private QuantityColumns expectedParticipants;

    @Enumerated(EnumType.STRING)
    @Column(name = "target_group")
    private TargetGroup targetGroup;

    @Column(name = "organisation_id")
    private String organisationId;

    @Enumerated(EnumType.STRING)
    private Track track;

    @Enumerated(EnumType.STRING)
    @Column(name = "action_line")
    private ActionLine actionLine;

    @Enumerated(EnumType.STRING)
    @Column(name = "funding_instrument")
    private FundingInstrument fundingInstrument;

    @Embedded
    private PlaceColumns place;

    @Embedded
    private RatingColumns rating;

    private String source;
    private String note;

    /** For the persistence provider. */
    protected TrainingTally() {}

    /** The first version of a tally. */
    TrainingTally(UUID id, TrainingTallyRequest request, TargetGroup targetGroup) {
        tallyId = id;
        version = 1;
        reference = request.reference();
        programme = request.programme();
        trainingType = request.trainingType();
        periodFrom = request.period().from();
        periodUntil = request.period().until();
        this.targetGroup = targetGroup;
        sessionsPlanned = request.sessions() == null ? null : request.sessions().planned();
        sessionsHeld = request.sessions() == null ? null : request.sessions().held();
        participants = QuantityColumns.of(request.participants());
        expectedParticipants = QuantityColumns.of(request.expectedParticipants());
        rating = RatingColumns.of(request.rating());
        organisationId = request.organisationId();
        track = request.track();
        actionLine = request.actionLine();
        fundingInstrument = request.fundingInstrument();
        place = PlaceColumns.of(request.place() == null ? Place.UNSPECIFIED : request.place());
        source = request.source();
        note = request.note();
    }

    /** Makes this the version that corrects the one before. */
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

    /** The request that would record the tally as it is now. */
    TrainingTallyRequest stated() {
        var counted = sessionsPlanned != null || sessionsHeld != null;
        return new TrainingTallyRequest(
                programme,
                trainingType,
                new Period(periodFrom, periodUntil),
                counted ? new TrainingSessionCountsRequest(sessionsPlanned, sessionsHeld) : null,
                participants == null ? null : participants.toQuantity(),
                expectedParticipants == null ? null : expectedParticipants.toQuantity(),
                targetGroup,
                place.toPlace(),
                organisationId,
                track,
                actionLine,
                fundingInstrument,
                rating == null ? null : rating.toRating(),
                source,
                reference,
                note);
    }

    UUID tallyId() {
        return tallyId;
    }

    int version() {
        return version;
    }

    String reason() {
        return reason;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}

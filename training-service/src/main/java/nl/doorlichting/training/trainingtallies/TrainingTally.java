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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.domain.sources.SourceText;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.StatedBounds;
import nl.doorlichting.training.trainingtallies.TrainingTallyRequest.TrainingRatingRequest;
import nl.doorlichting.training.trainingtallies.TrainingTallyRequest.TrainingSessionCountsRequest;
import nl.doorlichting.training.trainingtallies.TrainingTallyResponse.TrainingSessionCountsResponse;

/** One version of figures that their source gives only as a total. A version is added and never changed. */
@Entity
@Table(name = "training_tally")
@IdClass(TrainingTally.Key.class)
class TrainingTally {
    record Key(UUID tallyId, Integer version) implements Serializable {}

    /** What a request and a correction state. */
    interface Fields {
        String trainingType();

        Period period();

        TrainingSessionCountsRequest sessions();

        Quantity participants();

        Quantity expectedParticipants();

        TargetGroup targetGroup();

        Place place();

        String organisationId();

        Track track();

        ActionLine actionLine();

        FundingInstrument fundingInstrument();

        TrainingRatingRequest rating();

        String source();

        String note();

        /** Violations of rules between fields. */
        default List<Violation> violations() {
            var violations = new ArrayList<Violation>();
            if (sessions() == null && participants() == null && expectedParticipants() == null && rating() == null) {
                violations.add(Violation.body(
                        "",
                        ViolationCode.REQUIRED,
                        Map.of("anyOf", FIGURES),
                        Text.of("training-tally.empty", FIGURES)));
            }
            if (sessions() != null && sessions().statesNothing()) {
                violations.add(Violation.body(
                        "/sessions",
                        ViolationCode.REQUIRED,
                        Map.of("anyOf", List.of("planned", "held", "cancelled", "toCome", "neverHeld")),
                        Text.of("training-tally.sessions-required")));
            }
            if (participants() != null && trainingType() == null && targetGroup() == null) {
                violations.add(Violation.body(
                        "/targetGroup", ViolationCode.REQUIRED, Text.of("training-tally.target-group-required")));
            }
            if (participants() != null && sessions() != null && sessions().held() == null) {
                violations.add(Violation.body(
                        "/participants", ViolationCode.NOT_ALLOWED, Text.of("training-tally.participants-of-held")));
            }
            if (sessions() != null) {
                violations.addAll(sessions().contradictions());
            }
            if (heldNone() && StatedBounds.lowest(participants()).orElse(0) > 0) {
                violations.add(Violation.body(
                        "/participants",
                        ViolationCode.OUT_OF_RANGE,
                        Map.of("maximum", 0),
                        Text.of("training-tally.participants-of-none")));
            }
            if (rating() != null) {
                violations.addAll(rating().violations());
            }
            return violations;
        }

        private boolean heldNone() {
            return sessions() != null && sessions().held() != null && sessions().held() == 0;
        }
    }

    private static final List<String> FIGURES = List.of("sessions", "participants", "expectedParticipants", "rating");

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

    @Column(name = "sessions_cancelled")
    private Integer sessionsCancelled;

    @Column(name = "sessions_to_come")
    private Integer sessionsToCome;

    @Column(name = "sessions_never_held")
    private Integer sessionsNeverHeld;

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

    /** Whether this last version takes the tally back. */
    private boolean withdrawn;

    /** For the persistence provider. */
    protected TrainingTally() {}

    /** The first version of a tally. */
    TrainingTally(UUID id, TrainingTallyRequest request, TargetGroup targetGroup) {
        this(id, 1, request, targetGroup);
        reference = request.reference();
        programme = request.programme();
    }

    private TrainingTally(UUID id, int version, Fields stated, TargetGroup targetGroup) {
        tallyId = id;
        this.version = version;
        trainingType = stated.trainingType();
        periodFrom = stated.period().from();
        periodUntil = stated.period().until();
        this.targetGroup = targetGroup;
        if (stated.sessions() != null) {
            sessionsPlanned = stated.sessions().planned();
            sessionsHeld = stated.sessions().held();
            sessionsCancelled = stated.sessions().cancelled();
            sessionsToCome = stated.sessions().toCome();
            sessionsNeverHeld = stated.sessions().neverHeld();
        }
        participants = QuantityColumns.of(stated.participants());
        expectedParticipants = QuantityColumns.of(stated.expectedParticipants());
        rating = RatingColumns.of(stated.rating());
        organisationId = stated.organisationId();
        track = stated.track();
        actionLine = stated.actionLine();
        fundingInstrument = stated.fundingInstrument();
        place = PlaceColumns.of(stated.place() == null ? Place.UNSPECIFIED : stated.place());
        source = stated.source();
        note = stated.note();
    }

    /** The version that corrects this one. */
    TrainingTally corrected(TrainingTallyCorrectionRequest request, TargetGroup group) {
        return next(request, group, request.reason());
    }

    /** The last version, which counts nowhere; 409 once there is one. */
    TrainingTally withdrawn(String why) {
        var last = next(toCorrection(), targetGroup, why);
        last.withdrawn = true;
        return last;
    }

    private TrainingTally next(Fields stated, TargetGroup group, String why) {
        RecordWithdrawal.refuse(withdrawal());
        var next = new TrainingTally(tallyId, version + 1, stated, group);
        next.reference = reference;
        next.programme = programme;
        next.reason = why;
        return next;
    }

    /** The correction that would change nothing; it has no reason. */
    TrainingTallyCorrectionRequest toCorrection() {
        return new TrainingTallyCorrectionRequest(
                null,
                trainingType,
                new Period(periodFrom, periodUntil),
                sessions().statesNothing() ? null : sessions(),
                quantity(participants),
                quantity(expectedParticipants),
                targetGroup,
                place.toPlace(),
                organisationId,
                track,
                actionLine,
                fundingInstrument,
                rating == null ? null : rating.toRequest(),
                source,
                note);
    }

    private TrainingSessionCountsRequest sessions() {
        return new TrainingSessionCountsRequest(
                sessionsPlanned, sessionsHeld, sessionsCancelled, sessionsToCome, sessionsNeverHeld);
    }

    private static Quantity quantity(QuantityColumns columns) {
        return columns == null ? null : columns.toQuantity();
    }

    /** Whether another tally of the same programme and days states the same of the same source. */
    boolean statesTheSame(TrainingTally other) {
        return statement().equals(other.statement());
    }

    private List<Object> statement() {
        return Arrays.asList(
                trainingType,
                sessions(),
                quantity(participants),
                quantity(expectedParticipants),
                targetGroup,
                place.toPlace(),
                organisationId,
                track,
                actionLine,
                fundingInstrument,
                rating == null ? null : rating.statement(),
                SourceText.comparable(source));
    }

    /** Null for a version that stands. */
    private RecordWithdrawal withdrawal() {
        return withdrawn ? new RecordWithdrawal(recordedAt, recordedBy, reason) : null;
    }

    TrainingTally recorded(Instant at, String by) {
        recordedAt = at;
        recordedBy = by;
        return this;
    }

    TrainingTallyResponse toResponse(boolean changeable) {
        var sessions = new TrainingSessionCountsResponse(
                sessionsPlanned, sessionsHeld, sessionsCancelled, sessionsToCome, sessionsNeverHeld);
        return new TrainingTallyResponse(
                tallyId,
                programme,
                trainingType,
                new Period(periodFrom, periodUntil),
                sessions.statesNothing() ? null : sessions,
                quantity(participants),
                quantity(expectedParticipants),
                targetGroup,
                place.toPlace(),
                organisationId,
                track,
                actionLine,
                fundingInstrument,
                rating == null ? null : rating.toResponse(),
                source,
                reference,
                note,
                version,
                reason,
                recordedAt,
                recordedBy,
                withdrawal(),
                "\"" + version + "\"",
                changeable ? possibleActions() : List.of());
    }

    List<String> possibleActions() {
        return withdrawn ? List.of() : List.of("corrections", "withdrawal");
    }

    UUID tallyId() {
        return tallyId;
    }

    String programme() {
        return programme;
    }

    /** Null for figures over all types. */
    String trainingType() {
        return trainingType;
    }

    Period period() {
        return new Period(periodFrom, periodUntil);
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    /** Why it cannot hold a session: in which fields it differs. */
    List<String> differences(String ofProgramme, String ofType, Period days) {
        var differs = new ArrayList<String>();
        if (!programme.equals(ofProgramme)) {
            differs.add("programme");
        }
        if (trainingType != null && !trainingType.equals(ofType)) {
            differs.add("trainingType");
        }
        if (!new Period(periodFrom, periodUntil).contains(days)) {
            differs.add("period");
        }
        return differs;
    }

    /** What it is about, in words. */
    Text description() {
        var days = new Period(periodFrom, periodUntil).code();
        return trainingType == null
                ? Text.of("training-tally.of-all-types", programme, days)
                : Text.of("training-tally.of-type", trainingType, programme, days);
    }
}

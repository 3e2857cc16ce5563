package nl.doorlichting.training.trainingsessions;

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
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import org.hibernate.annotations.DynamicUpdate;

/** One training event (training, bijeenkomst) on one day. */
@Entity
@Table(name = "training_session")
// The application role may not change when and by whom it was recorded.
@DynamicUpdate
public class TrainingSession extends SessionPlaces {
    private static final String ALLOWED = "allowed";
    // In which a date that was written wrongly is found out.
    private static final Period GRACE = Period.ofDays(7);

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    TrainingSessionStatus status;

    String reference;
    String programme;

    @Column(name = "training_type")
    String trainingType;

    String title;

    @Column(name = "session_date")
    LocalDate date;

    @Column(name = "project_id")
    UUID projectId;

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

    String series;

    @Column(name = "host_organisation_id")
    String hostOrganisationId;

    String[] trainers;
    String language;

    @Column(name = "erase_not_before")
    LocalDate eraseNotBefore;

    String source;

    @Column(name = "cancellation_reason")
    String cancellationReason;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected TrainingSession() {}

    /** A session as it is planned. */
    TrainingSession(UUID id, TrainingSessionRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.status = TrainingSessionStatus.PLANNED;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        state(request);
    }

    /** The session is as this says; 400 in another programme or into the past unconfirmed, 409 when it was held or cancelled, or when more are registered than would fit. */
    void change(TrainingSessionRequest request, LocalDate today) {
        require(SessionAction.UPDATE, today);
        refuseAnotherProgramme(request);
        refuseUnconfirmedPast(request, today);
        if (request.capacity() != null && request.capacity() < registered) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    registered + " people are registered; the capacity cannot be below that.",
                    Map.of(ALLOWED, SessionAction.possible(this, today)));
        }
        if (goesBackIntoThePast(request, today)) {
            eraseNotBefore = today.plus(GRACE);
        }
        state(request);
    }

    void confirm(LocalDate today) {
        require(SessionAction.CONFIRMATION, today);
        status = TrainingSessionStatus.CONFIRMED;
    }

    void cancel(String reason, LocalDate today) {
        require(SessionAction.CANCELLATION, today);
        status = TrainingSessionStatus.CANCELLED;
        cancellationReason = reason;
    }

    /** The session took place; 409 before its day, when it was cancelled, and when it is known already who came. */
    public void hold(SessionAction how, LocalDate today) {
        require(how, today);
        status = TrainingSessionStatus.HELD;
    }

    /** Whether this can be done in the state of the session, on this day in the Netherlands. */
    public boolean allows(SessionAction action, LocalDate today) {
        return action.isPossible(this, today);
    }

    /** Refuses with 409 what cannot be done in the state of the session, naming what can. */
    public void require(SessionAction action, LocalDate today) {
        if (!allows(action, today)) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE, hindrance(today), Map.of(ALLOWED, SessionAction.possible(this, today)));
        }
    }

    String etag() {
        return "\"" + version + "\"";
    }

    public UUID id() {
        return id;
    }

    public String trainingType() {
        return trainingType;
    }

    public String title() {
        return title;
    }

    public LocalDate date() {
        return date;
    }

    public TrainingSessionStatus status() {
        return status;
    }

    public boolean isHeld() {
        return status == TrainingSessionStatus.HELD;
    }

    boolean isAhead() {
        return status == TrainingSessionStatus.PLANNED || status == TrainingSessionStatus.CONFIRMED;
    }

    boolean isToBeConfirmed() {
        return status == TrainingSessionStatus.PLANNED;
    }

    private void refuseAnotherProgramme(TrainingSessionRequest request) {
        if (!request.programme().equals(programme)) {
            throw ProblemException.violation(Violation.body(
                    "/programme",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("allowed", List.of(programme)),
                    "A session stays in its programme."));
        }
    }

    private boolean goesBackIntoThePast(TrainingSessionRequest request, LocalDate today) {
        return request.date().isBefore(today) && request.date().isBefore(date);
    }

    // The retention counts from the date: an earlier one erases sooner, or at once.
    private void refuseUnconfirmedPast(TrainingSessionRequest request, LocalDate today) {
        if (goesBackIntoThePast(request, today)
                && registered + waiting > 0
                && !Boolean.TRUE.equals(request.confirm())) {
            throw ProblemException.violation(Violation.body(
                    "/confirm",
                    ViolationCode.REQUIRED,
                    "People are registered, whose names are erased some time after the session: say confirm true for an"
                            + " earlier date in the past. Nothing is erased because of it for " + GRACE.getDays()
                            + " days."));
        }
    }

    private String hindrance(LocalDate today) {
        return switch (status) {
            case CANCELLED -> "The session is cancelled.";
            case HELD -> "The session was held, and how many came is recorded.";
            default -> date.isAfter(today) ? "The session is not until " + date + "." : "The session is past its day.";
        };
    }

    private void state(TrainingSessionRequest request) {
        reference = request.reference();
        programme = request.programme();
        trainingType = request.trainingType();
        title = request.title();
        date = request.date();
        place = PlaceColumns.of(request.place() == null ? Place.UNSPECIFIED : request.place());
        capacity = request.capacity();
        series = request.series();
        hostOrganisationId = request.hostOrganisationId();
        trainers =
                request.trainers() == null ? new String[0] : request.trainers().toArray(String[]::new);
        language = request.language();
        source = request.source();
        stateContext(request);
    }

    private void stateContext(TrainingSessionRequest request) {
        projectId = request.projectId();
        organisationId = request.organisationId();
        track = request.track();
        actionLine = request.actionLine();
        fundingInstrument = request.fundingInstrument();
    }
}

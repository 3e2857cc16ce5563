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
import java.util.UUID;
import nl.doorlichting.kernel.place.Place;
import nl.doorlichting.kernel.place.PlaceColumns;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.ProblemType;
import nl.doorlichting.kernel.vocabulary.ActionLine;
import nl.doorlichting.kernel.vocabulary.FundingInstrument;
import nl.doorlichting.kernel.vocabulary.Track;
import nl.doorlichting.kernel.vocabulary.TrainingSessionStatus;
import org.hibernate.annotations.DynamicUpdate;

/** One training event (training, bijeenkomst) on one day. */
@Entity
@Table(name = "training_session")
// The application role may change the status and nothing else.
@DynamicUpdate
class TrainingSession {
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

    Integer capacity;
    String source;

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
        this.reference = request.reference();
        this.programme = request.programme();
        this.trainingType = request.trainingType();
        this.title = request.title();
        this.date = request.date();
        this.place = PlaceColumns.of(request.place() == null ? Place.UNSPECIFIED : request.place());
        this.capacity = request.capacity();
        this.source = request.source();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        stateContext(request);
    }

    /** Whether the session may have been held, on this day in the Netherlands. */
    boolean canBeHeld(LocalDate today) {
        return status == TrainingSessionStatus.PLANNED && !date.isAfter(today);
    }

    /** The session took place; 409 before its day, and when it was held already. */
    void hold(LocalDate today) {
        if (status == TrainingSessionStatus.HELD) {
            throw ProblemException.of(ProblemType.INVALID_STATE, "The session has its head count already.");
        }
        if (!canBeHeld(today)) {
            throw ProblemException.of(ProblemType.INVALID_STATE, "The session is not until " + date + ".");
        }
        status = TrainingSessionStatus.HELD;
    }

    private void stateContext(TrainingSessionRequest request) {
        projectId = request.projectId();
        organisationId = request.organisationId();
        track = request.track();
        actionLine = request.actionLine();
        fundingInstrument = request.fundingInstrument();
    }
}

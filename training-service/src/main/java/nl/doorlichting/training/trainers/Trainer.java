package nl.doorlichting.training.trainers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** Somebody who gives trainings, and by whom they were trained to do so. */
@Entity
@Table(name = "trainer")
// The application role may change what a trainer is called and nothing else.
@DynamicUpdate
class Trainer {
    @Id
    UUID id;

    String subject;
    String label;

    @Column(name = "organisation_id")
    String organisationId;

    @Column(name = "trained_by")
    UUID trainedBy;

    @Column(name = "trained_in_session_id")
    UUID trainedInSessionId;

    @Column(name = "trained_on")
    LocalDate trainedOn;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected Trainer() {}

    Trainer(UUID id, TrainerRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.subject = request.subject();
        this.label = request.label();
        this.organisationId = request.organisationId();
        this.trainedBy = request.trainedBy();
        this.trainedInSessionId = request.trainedInSessionId();
        this.trainedOn = request.trainedOn();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    void rename(TrainerRequest request) {
        label = request.label();
        organisationId = request.organisationId();
    }

    String etag() {
        return "\"" + version + "\"";
    }
}

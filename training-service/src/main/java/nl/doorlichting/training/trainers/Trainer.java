package nl.doorlichting.training.trainers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.VersionedEntity;
import nl.doorlichting.training.personaldata.PersonalData;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;

/** A person who gives trainings, and the trainer who trained that person. The trigger tr_trainer_kept keeps its history. */
@Entity
@Table(name = "trainer")
// The application role may change the label and erase the person, and nothing else.
@DynamicUpdate
class Trainer extends VersionedEntity {
    // The last release changes a trainer only if the label is not blank.
    private static final String SEALED = "(sealed)";
    private static final String LABEL = "/label";

    private String subject;

    // In the clear, as the last release writes it; this release writes SEALED. Another text is newer than a sealed one.
    // A seal with another key changes nothing that a client reads, so that it gives no new version.
    @OptimisticLock(excluded = true)
    private String label;

    @OptimisticLock(excluded = true)
    @Column(name = "key_id")
    private String keyId;

    @OptimisticLock(excluded = true)
    @Column(name = "sealed_label")
    private byte[] sealedLabel;

    @Column(name = "retained_since")
    private Instant retainedSince;

    @Column(name = "erased_at")
    private Instant erasedAt;

    @Column(name = "organisation_id")
    private String organisationId;

    @Column(name = "trained_by")
    private UUID trainedBy;

    @Column(name = "trained_in_session_id")
    private UUID trainedInSessionId;

    @Column(name = "trained_on")
    private LocalDate trainedOn;

    /** For the persistence provider. */
    protected Trainer() {}

    Trainer(UUID id, TrainerRequest request, Instant createdAt, String createdBy, PersonalData data) {
        super(id, createdAt, createdBy);
        this.subject = request.subject();
        this.organisationId = request.organisationId();
        this.trainedBy = request.trainedBy();
        this.trainedInSessionId = request.trainedInSessionId();
        this.trainedOn = request.trainedOn();
        this.retainedSince = createdAt;
        seal(request.label(), data);
    }

    /** Changes label and organisation; 409 once the person is erased. */
    void change(TrainerRequest request, Instant at, PersonalData data) {
        if (isErased()) {
            throw ProblemException.invalidState(Text.of("trainer.erased"), List.of());
        }
        if (!request.label().equals(label(data))) {
            seal(request.label(), data);
            retainedSince = at;
        }
        organisationId = request.organisationId();
    }

    boolean isErased() {
        return erasedAt != null;
    }

    /** What the trainer does or where; empty once the person is erased. */
    String label(PersonalData data) {
        return label(id(), label, keyId, sealedLabel, data);
    }

    static String label(UUID id, String clear, String keyId, byte[] sealed, PersonalData data) {
        if (!clear.equals(SEALED)) {
            return clear;
        }
        return sealed == null ? "" : data.open(keyId, sealed, id + LABEL);
    }

    /** Seals the label with the current key. An erased trainer keeps no label, also not in the clear. */
    void seal(PersonalData data) {
        if (isErased()) {
            label = SEALED;
            return;
        }
        seal(label(data), data);
    }

    private void seal(String text, PersonalData data) {
        label = SEALED;
        keyId = data.currentKey();
        sealedLabel = data.seal(text, id() + LABEL);
    }

    /** Erases the person and returns the pseudonym, which keeps the sessions of one trainer together. */
    String erase(Instant at) {
        subject = "erased " + id();
        label = SEALED;
        keyId = null;
        sealedLabel = null;
        erasedAt = at;
        return subject;
    }

    /** The request that would record the trainer as it is now. */
    TrainerRequest toRequest(PersonalData data) {
        return new TrainerRequest(subject, label(data), organisationId, trainedBy, trainedInSessionId, trainedOn);
    }

    TrainerResponse toResponse(PersonalData data, TrainerFigures.Given given, boolean mayChange) {
        return new TrainerResponse(
                id(),
                subject,
                label(data),
                organisationId,
                trainedBy,
                trainedInSessionId,
                trainedOn,
                given.sessions(),
                given.participants().aggregate(),
                erasedAt,
                createdAt(),
                etag(),
                mayChange && !isErased() ? List.of("update") : List.of());
    }

    String subject() {
        return subject;
    }
}

package nl.doorlichting.training.trainers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Query;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.training.personaldata.PersonalData;
import org.hibernate.annotations.DynamicUpdate;

/** Somebody who gives trainings, and by whom they were trained to do so. */
@Entity
@Table(name = "trainer")
// The application role may change what a trainer is called and forget who it is, and nothing else.
@DynamicUpdate
class Trainer {
    // The last release wants a label that is not blank before it changes anything of a trainer.
    private static final String SEALED = "(sealed)";
    private static final String LABEL = "/label";

    @Id
    UUID id;

    String subject;

    // In the clear, as the last release writes it; here always SEALED. Else what stands there is newer than what is
    // sealed.
    private String label;

    @Column(name = "key_id")
    private String keyId;

    @Column(name = "sealed_label")
    private byte[] sealedLabel;

    @Column(name = "retained_since")
    private Instant retainedSince;

    @Column(name = "erased_at")
    Instant erasedAt;

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

    Trainer(UUID id, TrainerRequest request, Instant createdAt, String createdBy, PersonalData data) {
        this.id = id;
        this.subject = request.subject();
        this.organisationId = request.organisationId();
        this.trainedBy = request.trainedBy();
        this.trainedInSessionId = request.trainedInSessionId();
        this.trainedOn = request.trainedOn();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.retainedSince = createdAt;
        seal(request.label(), data);
    }

    /** 409 once it was erased who this is. */
    void rename(TrainerRequest request, Instant at, PersonalData data) {
        if (isErased()) {
            throw ProblemException.of(ProblemType.INVALID_STATE, "It was erased who this trainer is.");
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

    /** What the trainer does or where; empty once it was erased. */
    String label(PersonalData data) {
        return label(id, label, keyId, sealedLabel, data);
    }

    static String label(UUID id, String clear, String keyId, byte[] sealed, PersonalData data) {
        if (!clear.equals(SEALED)) {
            return clear;
        }
        return sealed == null ? "" : data.open(keyId, sealed, id + LABEL);
    }

    /** Seals the label with the current key; of what was erased nothing is left, also in the clear. */
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
        sealedLabel = data.seal(text, id + LABEL);
    }

    /** Forgets who this is; answers what stands for the subject, so that what the trainer gave stays together. */
    String erase(Instant at) {
        subject = "erased " + id;
        label = SEALED;
        keyId = null;
        sealedLabel = null;
        erasedAt = at;
        return subject;
    }

    /** For a statement that stores the label and nothing else. */
    Query storeLabel(Query statement) {
        return statement
                .setParameter("label", label)
                .setParameter("keyId", keyId)
                .setParameter("sealedLabel", sealedLabel)
                .setParameter("id", id);
    }

    String etag() {
        return "\"" + version + "\"";
    }
}

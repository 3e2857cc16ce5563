package nl.doorlichting.training.registrations;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Profession;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.trainingsessions.TrainingSession.Admission;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;

/** One sign-up for a session. Once its person is erased the row stays, and counts as before. */
@Entity
@Table(name = "registration")
// The application role may change how it stands and whose it is, never its session or its number.
@DynamicUpdate
class Registration {
    private static final String ERASED = "erased";

    @Id
    UUID id;

    @Column(name = "session_id")
    UUID sessionId;

    int number;

    @Enumerated(EnumType.STRING)
    RegistrationStatus status;

    @Enumerated(EnumType.STRING)
    Profession profession;

    /** Who registered itself; null when a coordinator did it. */
    String subject;

    // Sealing it with another key changes nothing that anybody reads.
    @Embedded
    @OptimisticLock(excluded = true)
    SealedPerson person;

    @Column(name = "moved_up_at")
    Instant movedUpAt;

    @Column(name = "cancelled_at")
    Instant cancelledAt;

    @Column(name = "erased_at")
    Instant erasedAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected Registration() {}

    /** Somebody who was admitted to the session, or to its queue. */
    Registration(UUID id, UUID sessionId, Admission admission, Profession profession) {
        this.id = id;
        this.sessionId = sessionId;
        this.number = admission.number();
        this.status = admission.waiting() ? RegistrationStatus.WAITLISTED : RegistrationStatus.REGISTERED;
        this.profession = profession;
    }

    Registration of(String subject, SealedPerson person) {
        this.subject = subject;
        this.person = person;
        return this;
    }

    Registration recorded(Instant at, String by) {
        createdAt = at;
        createdBy = by;
        return this;
    }

    boolean isWaiting() {
        return status == RegistrationStatus.WAITLISTED;
    }

    boolean isCancelled() {
        return status == RegistrationStatus.CANCELLED;
    }

    boolean isErased() {
        return erasedAt != null;
    }

    /** The place, or that in the queue, is given up; 409 when it was before. */
    void cancel(Instant at) {
        if (isCancelled()) {
            throw ProblemException.of(ProblemType.INVALID_STATE, "The registration was cancelled already.");
        }
        status = RegistrationStatus.CANCELLED;
        cancelledAt = at;
    }

    /** The person, or what it does, was written down wrongly; 409 when the person was erased. */
    void correct(Profession corrected, SealedPerson sealed) {
        if (isErased()) {
            throw ProblemException.of(ProblemType.INVALID_STATE, "The personal data was erased.");
        }
        profession = corrected;
        person = sealed;
    }

    /** Forgets whose registration it is; what was forgotten before stays so. */
    void erase(Instant at) {
        if (isErased()) {
            return;
        }
        if (createdBy.equals(subject)) {
            createdBy = ERASED;
        }
        subject = null;
        person = null;
        erasedAt = at;
    }

    Person person(PersonalData data) {
        return person == null || person.keyId == null ? Person.UNKNOWN : person.open(id, data);
    }

    /** Seals the person with the current key. */
    void reseal(PersonalData data) {
        person = SealedPerson.of(id, person(data), data);
    }

    String etag() {
        return "\"" + version + "\"";
    }
}

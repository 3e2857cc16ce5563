package nl.doorlichting.training.registrations;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.domain.vocabulary.Profession;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.VersionedEntity;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.registrations.RegistrationResponse.RegistrationSession;
import nl.doorlichting.training.registrations.Registrations.Changes;
import nl.doorlichting.training.trainingsessions.TrainingSession;
import nl.doorlichting.training.trainingsessions.TrainingSession.Admission;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;

/** One sign-up for a session. After its person is erased, the row stays and is counted as before. */
@Entity
@Table(name = "registration")
// The application role may change the status and the person, never the session or the number.
@DynamicUpdate
class Registration extends VersionedEntity {
    private static final String ERASED = "erased";

    @Column(name = "session_id")
    private UUID sessionId;

    private int number;

    @Enumerated(EnumType.STRING)
    private RegistrationStatus status;

    /** Whether it waited at first; null in rows of earlier releases. Read by the view of what changed. */
    @Column(updatable = false)
    private Boolean waited;

    // A correction of it gives the next version as one of the person does, once for both.
    @Enumerated(EnumType.STRING)
    @OptimisticLock(excluded = true)
    private Profession profession;

    /** The account of the person; null when a coordinator registered the person. */
    private String subject;

    // A seal with another key changes nothing that a client reads.
    @Embedded
    @OptimisticLock(excluded = true)
    private SealedPerson person;

    @Column(name = "moved_up_at")
    private Instant movedUpAt;

    @Column(name = "cancelled_at")
    private Instant cancelledAt;

    /** When a correction last made it another person's; null while it is its first one's. */
    @Column(name = "person_replaced_at")
    @OptimisticLock(excluded = true)
    private Instant personReplacedAt;

    @Column(name = "erased_at")
    private Instant erasedAt;

    /** For the persistence provider. */
    protected Registration() {}

    /** A registration that was admitted to the session or to its queue, as yet without a person. */
    Registration(UUID id, UUID sessionId, Admission admission, Instant createdAt, String createdBy) {
        super(id, createdAt, createdBy);
        this.sessionId = sessionId;
        this.number = admission.number();
        this.waited = admission.waiting();
        this.status = admission.waiting() ? RegistrationStatus.WAITLISTED : RegistrationStatus.REGISTERED;
    }

    void belongTo(String account) {
        subject = account;
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

    /** What can be done with it whether it is cancelled or not. */
    List<String> possibleActions() {
        return isErased() ? List.of() : List.of("update", "erasure");
    }

    /** Gives up the place, or the one in the queue; 409 for a second time. */
    void cancel(Instant at) {
        if (isCancelled()) {
            throw ProblemException.invalidState(Text.of("registration.cancelled"), possibleActions());
        }
        status = RegistrationStatus.CANCELLED;
        cancelledAt = at;
    }

    /** 409 when the person was erased. */
    void refuseErased() {
        if (isErased()) {
            throw ProblemException.invalidState(Text.of("registration.erased"), List.of());
        }
    }

    /** 409 for another name or address: the person registered with an account, by which it is known. */
    void refuseAnotherPerson(SealedPerson.Person before, RegistrationRequest after) {
        var changed = new ArrayList<String>();
        if (!Objects.equals(before.name(), after.name())) {
            changed.add("/name");
        }
        if (!Objects.equals(before.email(), after.email())) {
            changed.add("/email");
        }
        if (!changed.isEmpty()) {
            throw ProblemException.invalidState(
                    changed.stream()
                            .map(pointer -> Violation.body(
                                    pointer, ViolationCode.NOT_ALLOWED, Text.of("registration.person-of-account")))
                            .toList(),
                    possibleActions());
        }
    }

    /** Replaces the person and the profession; 409 when the person was erased. */
    void correct(Profession corrected, SealedPerson sealed) {
        refuseErased();
        profession = corrected;
        person = sealed;
    }

    /** From now on its changes count in all calendars, so that the one of its former person has no earlier version. */
    void countForAll(Instant at) {
        personReplacedAt = at;
    }

    /** Erases the person and the account; a second time changes nothing. */
    void erase(Instant at) {
        if (isErased()) {
            return;
        }
        if (createdBy().equals(subject)) {
            replaceCreator(ERASED);
        }
        subject = null;
        person = null;
        erasedAt = at;
    }

    SealedPerson.Person person(PersonalData data) {
        return person == null ? SealedPerson.Person.UNKNOWN : person.open(id(), data);
    }

    /** As it is stored; null without a person. */
    SealedPerson sealedPerson() {
        return person;
    }

    /** Seals the person with the current key. */
    void seal(PersonalData data) {
        person = SealedPerson.of(id(), person(data), data);
    }

    /** Until they count for all; the last of them is that it was made, got a place or was cancelled. */
    Changes changes() {
        return new Changes(
                personReplacedAt == null ? version() + 1 : 0,
                Stream.of(createdAt(), movedUpAt, cancelledAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    UUID sessionId() {
        return sessionId;
    }

    RegistrationStatus status() {
        return status;
    }

    Profession profession() {
        return profession;
    }

    String subject() {
        return subject;
    }

    RegistrationResponse toResponse(
            TrainingSession session,
            Integer placeInQueue,
            AttendanceStatus attendance,
            SealedPerson.Person shown,
            List<String> allowedActions) {
        return new RegistrationResponse(
                id(),
                RegistrationSession.from(session),
                number,
                status,
                placeInQueue,
                attendance,
                shown.name(),
                shown.email(),
                profession,
                subject != null,
                movedUpAt,
                cancelledAt,
                erasedAt,
                createdAt(),
                etag(),
                allowedActions);
    }
}

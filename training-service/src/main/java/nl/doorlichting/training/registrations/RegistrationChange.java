package nl.doorlichting.training.registrations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.training.registrations.RegistrationResponse.RegistrationSession;
import org.hibernate.annotations.Immutable;

/** Something of which a registered person is to be told; a row of a view. */
@Entity
@Immutable
@Table(name = "registration_change")
class RegistrationChange {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private RegistrationChangeKind kind;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "registration_id")
    private UUID registrationId;

    @Column(name = "session_id")
    private UUID sessionId;

    private int number;

    @Enumerated(EnumType.STRING)
    private RegistrationStatus status;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_then")
    private RegistrationStatus statusThen;

    /** For the persistence provider. */
    protected RegistrationChange() {}

    UUID sessionId() {
        return sessionId;
    }

    RegistrationChangeResponse toResponse(RegistrationSession session) {
        return new RegistrationChangeResponse(id, kind, changedAt, registrationId, number, status, statusThen, session);
    }
}

package nl.doorlichting.training.attendance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Profession;

/** One line of one version of a roll call (deelname). Lines are only ever added. */
@Entity
@Table(name = "attendance")
@IdClass(Attendance.Key.class)
class Attendance {
    /** Of which session, which version of its roll call, and which line of it. */
    record Key(UUID sessionId, Integer version, Integer line) implements Serializable {}

    @Id
    @Column(name = "session_id")
    UUID sessionId;

    @Id
    Integer version;

    @Id
    Integer line;

    @Column(name = "registration_id")
    UUID registrationId;

    @Enumerated(EnumType.STRING)
    AttendanceStatus status;

    @Enumerated(EnumType.STRING)
    Profession profession;

    /** For the persistence provider. */
    protected Attendance() {}

    Attendance(UUID sessionId, int version, int line, AttendanceLine said) {
        this.sessionId = sessionId;
        this.version = version;
        this.line = line;
        this.registrationId = said.registrationId();
        this.status = said.status();
        this.profession = said.profession();
    }
}

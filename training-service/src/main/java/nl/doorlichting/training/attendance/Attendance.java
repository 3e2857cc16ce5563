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
import nl.doorlichting.training.attendance.RollCallResponse.AttendanceResponse;
import nl.doorlichting.training.registrations.AttendanceStatus;

/** One line of one version of a roll call (deelname). A line is added and never changed. */
@Entity
@Table(name = "attendance")
@IdClass(Attendance.Key.class)
class Attendance {
    record Key(UUID sessionId, Integer version, Integer line) implements Serializable {}

    @Id
    @Column(name = "session_id")
    private UUID sessionId;

    @Id
    private Integer version;

    @Id
    private Integer line;

    @Column(name = "registration_id")
    private UUID registrationId;

    @Enumerated(EnumType.STRING)
    private AttendanceStatus status;

    @Enumerated(EnumType.STRING)
    private Profession profession;

    /** For the persistence provider. */
    protected Attendance() {}

    Attendance(UUID sessionId, int version, int number, RollCall.Line line) {
        this.sessionId = sessionId;
        this.version = version;
        this.line = number;
        this.registrationId = line.registrationId();
        this.status = line.status();
        this.profession = line.profession();
    }

    UUID registrationId() {
        return registrationId;
    }

    AttendanceStatus status() {
        return status;
    }

    RollCall.Line line() {
        return new RollCall.Line(registrationId, status, profession);
    }

    AttendanceResponse response() {
        return new AttendanceResponse(registrationId, status, profession);
    }
}

package nl.doorlichting.training.privacy;

import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Profession;
import nl.doorlichting.training.attendance.AttendanceStatus;
import nl.doorlichting.training.registrations.RegistrationResponse.RegistrationSession;
import nl.doorlichting.training.registrations.RegistrationStatus;
import nl.doorlichting.training.registrations.Registrations.PersonRegistration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All that is kept of one person about one session.
 *
 * @param subject of the token with which the person registered itself; null when a coordinator did it
 * @param attendance what the roll call says; null without one
 */
public record PersonalDataRecord(
        UUID registrationId,
        RegistrationSession session,
        RegistrationStatus status,
        @Schema(nullable = true) String subject,
        @Schema(nullable = true) String name,
        @Schema(nullable = true) String email,
        @Schema(nullable = true) Profession profession,
        @Schema(nullable = true) AttendanceStatus attendance,
        Instant registeredAt) {

    static PersonalDataRecord from(PersonRegistration registration, AttendanceStatus attendance) {
        return new PersonalDataRecord(
                registration.id(),
                registration.session(),
                registration.status(),
                registration.subject(),
                registration.name(),
                registration.email(),
                registration.profession(),
                attendance,
                registration.createdAt());
    }

    @Override
    public String toString() {
        return "PersonalDataRecord[registrationId=" + registrationId + "]";
    }
}

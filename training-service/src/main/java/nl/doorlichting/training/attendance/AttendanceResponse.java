package nl.doorlichting.training.attendance;

import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Profession;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of a roll call.
 *
 * @param registrationId null for somebody who came unannounced
 */
public record AttendanceResponse(
        @Schema(nullable = true) UUID registrationId,
        AttendanceStatus status,
        @Schema(nullable = true) Profession profession) {

    static AttendanceResponse from(Attendance attendance) {
        return new AttendanceResponse(attendance.registrationId, attendance.status, attendance.profession);
    }
}

package nl.doorlichting.training.attendance;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Profession;

/**
 * What the roll call says of one person.
 *
 * @param registrationId absent for somebody who came unannounced, who is PRESENT and has no name here
 * @param profession the one of the registration when absent
 */
public record AttendanceRequest(
        UUID registrationId, @NotNull AttendanceStatus status, Profession profession) {}

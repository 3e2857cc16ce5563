package nl.doorlichting.training.attendance;

import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Profession;

/** One line of a roll call, complete. */
record AttendanceLine(UUID registrationId, AttendanceStatus status, Profession profession) {}

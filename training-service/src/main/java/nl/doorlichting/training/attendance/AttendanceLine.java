package nl.doorlichting.training.attendance;

import java.util.UUID;
import nl.doorlichting.kernel.vocabulary.AttendanceStatus;
import nl.doorlichting.kernel.vocabulary.Profession;

/** One line of a roll call, complete. */
record AttendanceLine(UUID registrationId, AttendanceStatus status, Profession profession) {}

package nl.doorlichting.training.attendance;

/** What a roll call said of somebody. Source: docs/design/vocabulary.md#trainings. */
public enum AttendanceStatus {
    PRESENT,
    ABSENT,
    EXCUSED
}

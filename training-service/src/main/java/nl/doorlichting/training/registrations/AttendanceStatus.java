package nl.doorlichting.training.registrations;

/** What a roll call says of a person. Source: docs/design/vocabulary.md#trainings. */
public enum AttendanceStatus {
    PRESENT,
    ABSENT,
    EXCUSED
}

package nl.doorlichting.domain.reach;

/**
 * A note that a reader needs before using the figures: a code for programs, the number of cases, and a text for
 * people.
 */
public record ReachNote(ReachNoteCode code, long count, String detail) {}

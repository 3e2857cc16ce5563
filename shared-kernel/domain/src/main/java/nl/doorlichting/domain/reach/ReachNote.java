package nl.doorlichting.domain.reach;

/** Something to know before using the figures: a code for programs, how many it concerns, and a text for people. */
public record ReachNote(ReachNoteCode code, long count, String detail) {}

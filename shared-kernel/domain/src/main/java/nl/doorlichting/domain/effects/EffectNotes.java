package nl.doorlichting.domain.effects;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts the notes of an answer. */
public final class EffectNotes {
    /** A note that a reader needs before using the figures; it counts projects and records together. */
    public record Note(EffectNoteCode code, long count, String detail) {}

    private final Map<EffectNoteCode, Long> counts = new EnumMap<>(EffectNoteCode.class);

    /** Nothing when the number is 0. */
    public void count(EffectNoteCode code, long number) {
        if (number > 0) {
            counts.merge(code, number, Math::addExact);
        }
    }

    /** Those with a count, in the order of their codes. */
    public List<Note> all() {
        return counts.entrySet().stream()
                .map(note ->
                        new Note(note.getKey(), note.getValue(), note.getKey().meaning() + ": " + note.getValue()))
                .toList();
    }
}

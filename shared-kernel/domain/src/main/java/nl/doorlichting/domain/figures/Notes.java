package nl.doorlichting.domain.figures;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Counts the notes of one answer. */
public final class Notes {
    private final Map<NoteCode, Long> counts = new EnumMap<>(NoteCode.class);
    private final Map<NoteCode, Collection<String>> names = new EnumMap<>(NoteCode.class);

    /** Counts more; no note comes of 0. */
    public void count(NoteCode code, long number) {
        if (number > 0) {
            counts.merge(code, number, Math::addExact);
        }
    }

    /** Counts more, and names what it is of. */
    public void countOf(NoteCode code, long number, String name) {
        count(code, number);
        Collection<String> all = new TreeSet<>(names.getOrDefault(code, List.of()));
        all.add(name);
        names.put(code, all);
    }

    /** Counts what it names, in this order. */
    public void countNamed(NoteCode code, long number, List<String> named) {
        count(code, number);
        names.put(code, named);
    }

    /** The same, to count more in. */
    Notes copy() {
        Notes copy = new Notes();
        copy.counts.putAll(counts);
        copy.names.putAll(names);
        return copy;
    }

    /** Counts a note of another table in, with what it names. */
    void count(Note note) {
        count(note.code(), note.count());
        Collection<String> all = new LinkedHashSet<>(names.getOrDefault(note.code(), List.of()));
        all.addAll(note.named());
        names.put(note.code(), all);
    }

    /** Whether nothing is counted. */
    public boolean isEmpty() {
        return all().isEmpty();
    }

    /** Those with a count, in the order of their codes. */
    List<Note> all() {
        return counts.entrySet().stream()
                .map(note -> new Note(
                        note.getKey(), note.getValue(), List.copyOf(names.getOrDefault(note.getKey(), List.of()))))
                .toList();
    }
}

package nl.doorlichting.domain.figures;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Counts the notes of one answer. */
public final class Notes {
    static final List<NoteCode> OF_REACH = List.of(
            NoteCode.NOTHING_RECORDED,
            NoteCode.PARTIAL_OVERLAP,
            NoteCode.NOT_STATED,
            NoteCode.SEVERAL_PLACES,
            NoteCode.SPLIT,
            NoteCode.IN_SEVERAL_ROWS,
            NoteCode.INCLUDED_IN_TALLY,
            NoteCode.INCLUSION_UNKNOWN,
            NoteCode.OVERLAPS_DECLARED,
            NoteCode.OVERLAPPING_TALLIES,
            NoteCode.OVERLAPPING_PERIODS,
            NoteCode.UNEQUAL_PERIODS,
            NoteCode.REGISTER_ENDS);

    static final List<NoteCode> OF_EFFECTS = List.of(
            NoteCode.NOTHING_RECORDED,
            NoteCode.PARTIAL_OVERLAP,
            NoteCode.NOT_STATED,
            NoteCode.SEVERAL_PLACES,
            NoteCode.SPLIT,
            NoteCode.IN_SEVERAL_ROWS,
            NoteCode.VERDICT_ABOVE_EVIDENCE,
            NoteCode.WITHOUT_PROJECT,
            NoteCode.OTHER_RATINGS,
            NoteCode.EVALUATIONS_SUPPRESSED,
            NoteCode.RATING_NOT_SHOWN,
            NoteCode.REGISTER_ENDS);

    static final List<NoteCode> OF_TRAINING = List.of(
            NoteCode.NOTHING_RECORDED,
            NoteCode.NO_FIGURES,
            NoteCode.PARTIAL_OVERLAP,
            NoteCode.NOT_STATED,
            NoteCode.SEVERAL_PLACES,
            NoteCode.SPLIT,
            NoteCode.INCLUDED_IN_TALLY,
            NoteCode.INCLUSION_UNKNOWN,
            NoteCode.OVERLAPPING_TALLIES,
            NoteCode.OVERLAPPING_PERIODS,
            NoteCode.UNEQUAL_PERIODS,
            NoteCode.REGISTER_ENDS,
            NoteCode.OVERLAPPING_COMPLETIONS,
            NoteCode.OTHER_RATINGS,
            NoteCode.NOT_BY_PROFESSION,
            NoteCode.EVALUATIONS_SUPPRESSED,
            NoteCode.RATING_NOT_SHOWN);

    static final List<NoteCode> OF_ADVICE = List.of(NoteCode.PARTIAL_OVERLAP, NoteCode.OVERLAPPING_PERIODS);

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

package nl.doorlichting.domain.figures;

import java.util.List;
import java.util.Set;

/**
 * The answer to a question: facts arranged as asked, with a note for everything that is left out or does not compare.
 * The order of the facts does not matter. Rows, totals and unallocated rows are sorted.
 *
 * @param unallocated figures that stand in no municipality on the map of the day asked for
 */
public record Table<M>(
        Question question, List<Row<M>> rows, List<Row<M>> totals, List<Row<M>> unallocated, List<Note> notes) {

    /** How many rows an answer by project or organisation has at most. */
    public static final int MOST_ROWS = 5_000;

    /** How many rows any other answer has at most. */
    public static final int MOST_ROWS_BY_OTHERS = 20_000;

    public Table {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        unallocated = List.copyOf(unallocated);
        notes = List.copyOf(notes);
    }

    /**
     * One row or total.
     *
     * @param sum of all its facts
     * @param withheld what it counts that has no sum, because some of its tallies may hold one another
     * @param holding ids of the tallies that hold figures, which are not added therefore
     */
    public record Row<M>(Key key, M sum, Set<String> withheld, Set<String> holding) {
        public Row {
            withheld = Set.copyOf(withheld);
        }

        /** Whether something of it has no sum. */
        public boolean isWithheld() {
            return !withheld.isEmpty();
        }
    }

    /** How many rows an answer to this question has at most, unallocated ones included. */
    public static int mostRows(Question question) {
        return question.isBy(Dimension.PROJECT) || question.isBy(Dimension.ORGANISATION)
                ? MOST_ROWS
                : MOST_ROWS_BY_OTHERS;
    }

    /** Whether it has more rows than an answer can have. */
    public boolean isTooLong() {
        return rows.size() + unallocated.size() > mostRows(question);
    }

    /** The one total where totals are not by period; this without facts. */
    public M total(M none) {
        return totals.isEmpty() ? none : totals.get(0).sum();
    }

    /** The same with more notes. */
    public Table<M> with(Notes more) {
        Notes all = new Notes();
        notes.forEach(all::count);
        more.all().forEach(all::count);
        return new Table<>(question, rows, totals, unallocated, all.all());
    }

    /** Whether it has this note. */
    public boolean has(NoteCode code) {
        return notes.stream().anyMatch(note -> note.code() == code);
    }

    /** The same without a note, because more than its figures is in the answer. */
    public Table<M> withoutNote(NoteCode code) {
        return new Table<>(
                question,
                rows,
                totals,
                unallocated,
                notes.stream().filter(note -> note.code() != code).toList());
    }

    /** The notes that the answers of the structure show, in their order. */
    public List<Note> shownNotes() {
        return question.structure().notes().stream()
                .flatMap(code -> notes.stream().filter(note -> note.code() == code))
                .toList();
    }
}

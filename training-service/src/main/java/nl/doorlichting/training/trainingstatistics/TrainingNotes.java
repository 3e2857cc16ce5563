package nl.doorlichting.training.trainingstatistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.training.trainingstatistics.TrainingTable.Note;

/** Collects the warnings about the figures of an answer. */
final class TrainingNotes {
    // Thousands of session days may share the period of one tally, which is too much to read.
    private static final int NAMED_PERIODS = 20;

    private final List<Note> notes = new ArrayList<>();

    TrainingNotes leftOut(long records) {
        return add(TrainingNoteCode.PARTIAL_OVERLAP, records, records(records));
    }

    TrainingNotes overlapping(Collection<TrainingCell> cells, NamedDays days) {
        var found = cells.stream()
                .map(TrainingCell::overlapping)
                .filter(periods -> !periods.isEmpty())
                .toList();
        var periods = new TreeSet<Period>();
        found.forEach(periods::addAll);
        return add(TrainingNoteCode.OVERLAPPING_PERIODS, found.size(), named(days.name(periods)));
    }

    TrainingNotes otherRatings(long others) {
        return add(TrainingNoteCode.OTHER_RATINGS, others, others == 1 ? "1 other" : others + " others");
    }

    TrainingNotes severalPlaces(long records) {
        return add(TrainingNoteCode.SEVERAL_PLACES, records, records(records));
    }

    TrainingNotes notByProfession(long records) {
        return add(TrainingNoteCode.NOT_BY_PROFESSION, records, records(records));
    }

    TrainingNotes suppressed(long rows) {
        return add(TrainingNoteCode.EVALUATIONS_SUPPRESSED, rows, rows == 1 ? "1 row" : rows + " rows");
    }

    TrainingNotes ratingNotShown(long codes) {
        return add(TrainingNoteCode.RATING_NOT_SHOWN, codes, codes == 1 ? "1 code given" : codes + " codes given");
    }

    List<Note> all() {
        return List.copyOf(notes);
    }

    private TrainingNotes add(TrainingNoteCode code, long count, String detail) {
        if (count > 0) {
            notes.add(new Note(code, count, code.meaning() + ": " + detail));
        }
        return this;
    }

    private static String records(long number) {
        return number == 1 ? "1 record" : number + " records";
    }

    private static String named(SortedSet<Period> periods) {
        var names = periods.stream().limit(NAMED_PERIODS).map(Period::code).collect(Collectors.joining(", "));
        var others = periods.size() - NAMED_PERIODS;
        return others > 0 ? names + " and " + others + " more" : names;
    }

    /** Replaces the periods of sessions by their days. */
    interface NamedDays {
        /** Leaves the periods of tallies as they are. */
        SortedSet<Period> name(SortedSet<Period> periods);
    }
}
